package kz.uzdik.ranking;

import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.store.Gathered;

/**
 * How far a commission is with its sheets.
 *
 * @param done how many of its members owe no sheet: all filed, or stepped back or abstained
 * @param corrections how many versions of sheets took another's place
 */
record CommissionProgress(
        String scope,
        Text name,
        long candidates,
        long filed,
        long ofAllMembers,
        long recusals,
        long members,
        long done,
        long corrections) {

    /** How far the commission of {@code scope} is with {@code stage}. */
    static CommissionProgress of(ContestDefinition definition, Stage stage, String scope, Gathered gathered) {
        var facts = gathered.facts();
        var candidates = facts.participants().stream()
                .filter(one -> scope.equals(Stage.REPUBLIC) || one.oblast().equals(scope))
                .map(Participant::candidate)
                .collect(Collectors.toUnmodifiableSet());
        var sheetsEach = stage.components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .count();
        var members = facts.commissions().stream()
                .filter(commission -> commission.scope().equals(scope))
                .flatMap(commission -> commission.members().stream())
                .map(Commission.Member::id)
                .toList();
        var filed = facts.holdingSheets().stream()
                .filter(sheet -> candidates.contains(sheet.candidate()))
                .toList();
        return new CommissionProgress(
                scope,
                definition.oblasts().stream()
                        .filter(oblast -> oblast.kato().equals(scope))
                        .map(oblast -> oblast.name())
                        .findFirst()
                        .orElseGet(() -> new Text(Words.KK.get("republic"), Words.RU.get("republic"))),
                candidates.size(),
                filed.size(),
                candidates.size() * sheetsEach * members.size(),
                facts.recusals().stream()
                        .filter(recusal -> candidates.contains(recusal.candidate()))
                        .count(),
                members.size(),
                members.stream()
                        .filter(member -> owed(facts, member, candidates) * sheetsEach
                                == filed.stream()
                                        .filter(sheet -> sheet.member().equals(member)
                                                && !isAside(facts, member, sheet.candidate()))
                                        .count())
                        .count(),
                FiledSheet.corrections(facts.sheets()).stream()
                        .filter(correction ->
                                candidates.contains(correction.after().candidate()))
                        .count());
    }

    /** On how many of {@code candidates} the member owes sheets. */
    private static long owed(StageFacts facts, String member, Set<String> candidates) {
        return candidates.stream()
                .filter(candidate -> !isAside(facts, member, candidate))
                .count();
    }

    private static boolean isAside(StageFacts facts, String member, String candidate) {
        return facts.recusals().stream()
                        .anyMatch(one ->
                                one.member().equals(member) && one.candidate().equals(candidate))
                || facts.abstentions().stream()
                        .anyMatch(one ->
                                one.member().equals(member) && one.candidate().equals(candidate));
    }
}
