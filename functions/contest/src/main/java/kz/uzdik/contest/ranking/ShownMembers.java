package kz.uzdik.contest.ranking;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Anonymised;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.SheetSalt;

/**
 * Facts and minutes of a stage as they are published: by name, or with the members under numbers, as the definition says.
 * Either is rated alike. Under numbers, what is recorded of those who sit on the commission no more is left out: it counts for
 * nothing, and a number that is not on the commission would be known for who left it.
 */
public record ShownMembers(StageFacts facts, Minutes minutes) {

    /** What is published of {@code facts} and {@code minutes}. */
    public static ShownMembers of(ContestDefinition definition, StageFacts facts, Minutes minutes) {
        return definition.announcing().members() == Announcing.Members.NAMED
                ? new ShownMembers(facts, minutes)
                : new Numbering(definition, facts, minutes).shown();
    }

    private static final class Numbering {

        private final StageFacts facts;
        private final Minutes minutes;
        private final boolean ofRepublic;
        private final Map<String, String> oblasts;
        private final Map<String, String> scopeByPrefix;
        private final Map<List<Object>, String> salts;
        private final Map<String, Anonymised> byScope = new HashMap<>();

        Numbering(ContestDefinition definition, StageFacts facts, Minutes minutes) {
            this.facts = facts;
            this.minutes = minutes;
            ofRepublic = Ranking.stage(definition, facts.stage()).scope() == Stage.Scope.REPUBLIC;
            oblasts = facts.participants().stream()
                    .collect(Collectors.toMap(Participant::candidate, Participant::oblast));
            scopeByPrefix = definition.oblasts().stream()
                    .collect(Collectors.toMap(oblast -> oblast.kato().substring(0, 2), Oblast::kato));
            salts = minutes.salts().stream()
                    .collect(Collectors.toMap(
                            salt -> key(salt.sheet(), salt.candidate(), salt.member(), salt.version()),
                            SheetSalt::salt));
        }

        private Set<String> people(String scope) {
            return facts.commissions().stream()
                    .filter(commission -> commission.scope().equals(scope))
                    .flatMap(commission -> commission.members().stream())
                    .map(Commission.Member::id)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** All that the stage's pack has of {@code member} beside sheets. */
        private String told(String member) {
            return Stream.of(
                            facts.recusals().stream()
                                    .filter(recusal -> recusal.member().equals(member))
                                    .map(recusal -> "recusal " + recusal.candidate() + " " + recusal.at()),
                            facts.abstentions().stream()
                                    .filter(one -> one.member().equals(member))
                                    .map(one -> "abstention " + one.candidate() + " " + one.at()),
                            minutes.sittings().stream()
                                    .filter(sitting -> sitting.present().contains(member))
                                    .map(sitting -> "sitting " + sitting.scope() + " " + sitting.number() + " "
                                            + sitting.version()))
                    .flatMap(each -> each)
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }

        private Collection<SheetSalt> saltsOf(String scope) {
            return minutes.salts().stream()
                    .filter(salt -> scope(salt.candidate()).equals(scope))
                    .toList();
        }

        /** The scope in which {@code candidate} is judged; of one who takes part no more, as the dossier's id tells. */
        private String scope(String candidate) {
            if (ofRepublic) {
                return Stage.REPUBLIC;
            }
            var oblast = oblasts.get(candidate);
            return oblast == null
                    ? scopeByPrefix.getOrDefault(candidate.replaceFirst("d-(..).*", "$1"), candidate)
                    : oblast;
        }

        private Anonymised in(String scope) {
            return byScope.computeIfAbsent(scope, one -> new Anonymised(people(one), saltsOf(one), this::told));
        }

        private Anonymised on(String candidate) {
            return in(scope(candidate));
        }

        private boolean sits(String member, String candidate) {
            return on(candidate).has(member);
        }

        ShownMembers shown() {
            var sheets = facts.sheets().stream()
                    .filter(sheet -> sits(sheet.member(), sheet.candidate()))
                    .toList();
            return new ShownMembers(
                    new StageFacts(
                            facts.stage(),
                            facts.participants(),
                            facts.commissions().stream()
                                    .map(commission -> in(commission.scope()).commission(commission))
                                    .toList(),
                            sheets.stream()
                                    .map(sheet -> on(sheet.candidate()).sheet(sheet, salt(sheet)))
                                    .toList(),
                            facts.recusals().stream()
                                    .filter(recusal -> sits(recusal.member(), recusal.candidate()))
                                    .map(recusal -> on(recusal.candidate()).recusal(recusal))
                                    .toList(),
                            facts.abstentions().stream()
                                    .filter(one -> sits(one.member(), one.candidate()))
                                    .map(one -> on(one.candidate()).abstention(one))
                                    .toList(),
                            facts.castingVotes().stream().map(Numbering::byLead).toList(),
                            facts.tallies(),
                            facts.paper(),
                            facts.earlier()),
                    new Minutes(
                            minutes.sittings().stream()
                                    .map(sitting -> in(sitting.scope()).sitting(sitting))
                                    .toList(),
                            sheets.stream()
                                    .map(sheet -> on(sheet.candidate()).salt(sheet, salt(sheet)))
                                    .toList()));
        }

        private static CastingVote byLead(CastingVote vote) {
            return new CastingVote(
                    vote.stage(),
                    vote.scope(),
                    vote.sitting(),
                    vote.order(),
                    vote.reason(),
                    Anonymised.LEAD,
                    vote.at());
        }

        private String salt(FiledSheet sheet) {
            var salt = salts.get(key(sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version()));
            if (salt == null) {
                throw new IllegalStateException("a sheet of " + sheet.member() + " has no salt");
            }
            return salt;
        }

        private static List<Object> key(String sheet, String candidate, String member, int version) {
            return List.of(sheet, candidate, member, version);
        }
    }
}
