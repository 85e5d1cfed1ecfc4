package kz.uzdik.contest.jury;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.uzdik.contest.definition.Okrug;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.FoldedName;

/**
 * A member may be in a conflict of interest with a candidate and is asked to say whether they are: a proposal, never a
 * recusal by itself. It rests on what the member declared, and on nothing else: a family name or a patronymic that two
 * people share makes them no kin.
 *
 * @param reason why it is suggested, worded so that the member and the chair can read it alike
 */
public record SuggestedRecusal(String member, String candidate, Ground ground, Text reason) {

    /** What may tie a member to a candidate, in the order in which it is told. */
    public enum Ground {
        /** The candidate bears a full name that the member declared as a relative's. */
        KIN,

        /** The member works for who nominated the candidate (§7). */
        EMPLOYER,

        /** The candidate is the akim of an okrug that the member declared as theirs. */
        OKRUG
    }

    /**
     * Who is judged, as far as conflicts go.
     *
     * @param nominators names of the bodies and organisations that nominated the akim; of an akim who nominated
     *     themselves, none
     */
    public record Judged(String candidate, String name, Okrug okrug, List<String> nominators) {
        public Judged {
            nominators = List.copyOf(nominators);
        }
    }

    /** What {@code interests} suggest about {@code candidates}, in their order. */
    public static List<SuggestedRecusal> of(Interests interests, Collection<Judged> candidates) {
        var suggested = new ArrayList<SuggestedRecusal>();
        candidates.forEach(candidate -> {
            kin(interests, candidate, suggested);
            employer(interests, candidate, suggested);
            okrug(interests, candidate, suggested);
        });
        return suggested;
    }

    private static void kin(Interests interests, Judged candidate, List<SuggestedRecusal> suggested) {
        if (interests.relatives().stream().anyMatch(name -> FoldedName.isOfSamePerson(name, candidate.name()))) {
            suggested.add(because(
                    interests,
                    candidate,
                    Ground.KIN,
                    "Комиссия мүшесі бұл аты-жөнді өз туыстарының қатарында көрсеткен.",
                    "Член комиссии назвал это имя среди своих родственников."));
        }
    }

    private static void employer(Interests interests, Judged candidate, List<SuggestedRecusal> suggested) {
        var employer = interests.employer();
        if (employer == null) {
            return;
        }
        candidate.nominators().stream()
                .filter(nominator -> OrganisationName.areOfOne(employer, nominator))
                .findFirst()
                .ifPresent(nominator -> suggested.add(because(
                        interests,
                        candidate,
                        Ground.EMPLOYER,
                        "Комиссия мүшесі үміткерді ұсынған ұйымда жұмыс істейді: «%s».".formatted(nominator),
                        "Член комиссии работает в организации, которая выдвинула кандидата: «%s»."
                                .formatted(nominator))));
    }

    private static void okrug(Interests interests, Judged candidate, List<SuggestedRecusal> suggested) {
        var okrug = candidate.okrug();
        if (interests.okrugs().contains(okrug.kato())) {
            suggested.add(because(
                    interests,
                    candidate,
                    Ground.OKRUG,
                    "Комиссия мүшесі үміткердің округін өз округі деп көрсеткен: «%s»."
                            .formatted(okrug.name().kk()),
                    "Член комиссии назвал округ кандидата своим: «%s»."
                            .formatted(okrug.name().ru())));
        }
    }

    private static SuggestedRecusal because(
            Interests interests, Judged candidate, Ground ground, String kk, String ru) {
        return new SuggestedRecusal(interests.member(), candidate.candidate(), ground, new Text(kk, ru));
    }

    /** Whether the member has stepped back from the candidate, or stated that this ground is no conflict. */
    public boolean isAnswered(Collection<Recusal> recusals, Collection<NoConflict> statements) {
        return recusals.stream().anyMatch(one -> isAbout(one.member(), one.candidate()))
                || statements.stream().anyMatch(this::isAnsweredBy);
    }

    /** Whether {@code statement} answers this very suggestion. */
    public boolean isAnsweredBy(NoConflict statement) {
        return isAbout(statement.member(), statement.candidate()) && statement.ground() == ground;
    }

    private boolean isAbout(String member, String candidate) {
        return this.member.equals(member) && this.candidate.equals(candidate);
    }
}
