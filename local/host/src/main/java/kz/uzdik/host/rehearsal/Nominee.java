package kz.uzdik.host.rehearsal;

import java.time.LocalDate;
import java.util.Map;
import kz.uzdik.contest.dossier.NominatorKind;
import org.jspecify.annotations.Nullable;

/**
 * An akim of the script.
 *
 * @param strength how good this akim is, 0 to 100; points and answers are drawn around it
 * @param likeness what points and answers are drawn from; two akims with the same likeness get the same of both
 * @param flaw what is wrong with the dossier; null if nothing is
 */
record Nominee(
        String okrug,
        String oblast,
        String district,
        String name,
        String iin,
        NominatorKind nominatorKind,
        int strength,
        String likeness,
        Map<String, Integer> attributes,
        @Nullable Flaw flaw) {

    /** What can be wrong with a dossier of the rehearsal, and the rule that must find it. */
    enum Flaw {
        TOO_SHORT_IN_POST("oneYearInPost"),
        OUTSTANDING_PENALTY("noOutstandingPenalty"),
        DOCUMENT_MISSING("completeDossier"),
        VIDEO_TOO_LONG("videoLength"),
        FIGURES_OF_ANOTHER_DAY("indicatorsAsOf"),
        NOT_A_ZIP("archiveReadable"),
        LATE("window-closed");

        final String rule;

        Flaw(String rule) {
            this.rule = rule;
        }
    }

    /** Id of the dossier, and of the candidate. */
    String dossier() {
        return "d-" + okrug;
    }

    String nominatorName() {
        return "Ұсынушы " + okrug;
    }

    /** First day in the post; {@code reference} is that on which service is counted. */
    LocalDate inPostSince(LocalDate reference) {
        return flaw == Flaw.TOO_SHORT_IN_POST ? reference.minusMonths(7) : reference.minusYears(3);
    }

    String email() {
        return "akim-" + okrug + "@akims.example";
    }

    String nominatorEmail() {
        return "nominator-" + okrug + "@nominators.example";
    }
}
