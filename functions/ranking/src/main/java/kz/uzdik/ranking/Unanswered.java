package kz.uzdik.ranking;

import java.util.List;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.store.Gathered;

/**
 * A recusal is suggested, and the member has neither stepped back nor stated that there is no conflict. A warning: it keeps
 * nothing from being announced. What suggests it stays with the commission.
 *
 * @param member the member's name
 */
record Unanswered(String scope, String member, String candidate) {

    /** Those of {@code stage}, by scope and member. */
    static List<Unanswered> in(Works works, Stage stage, Gathered gathered) {
        var places = Places.of(works.definition());
        return gathered.facts().commissions().stream()
                .flatMap(commission -> of(works, stage, gathered, commission, places))
                .toList();
    }

    private static Stream<Unanswered> of(
            Works works, Stage stage, Gathered gathered, Commission commission, Places places) {
        var participants = gathered.facts().participants().stream()
                .filter(one -> isBefore(commission, one))
                .toList();
        var suggested = works.interests().suggested(commission, participants, places);
        if (suggested.isEmpty()) {
            return Stream.of();
        }
        var record = works.jury().read(stage.id(), commission.scope());
        return suggested.stream()
                .filter(one -> !one.isAnswered(record.recusals(), record.noConflicts()))
                .map(one -> new Unanswered(
                        commission.scope(),
                        commission.member(one.member()).orElseThrow().name(),
                        one.candidate()))
                .distinct();
    }

    private static boolean isBefore(Commission commission, Participant participant) {
        return commission.scope().equals(Stage.REPUBLIC) || commission.scope().equals(participant.oblast());
    }
}
