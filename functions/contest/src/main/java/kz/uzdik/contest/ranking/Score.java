package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.List;
import kz.uzdik.contest.definition.Component;

/** What one participant scored: exact points per component and the total, rounded once. */
record Score(Participant participant, List<Points> components, BigDecimal total) {
    /**
     * Exact points of one component.
     *
     * @param counted sheets or ballots there were
     * @param substituted whether something stood in for too few respondents
     */
    record Points(Component component, Fraction exact, long counted, boolean substituted) {
        Rating.ComponentPoints shown() {
            return new Rating.ComponentPoints(
                    component.id(), exact.rounded(), component.weight(), counted, substituted);
        }
    }

    static Score of(Participant participant, List<Points> components) {
        var total = components.stream()
                .map(points ->
                        points.exact().times(Fraction.of(points.component().weight())))
                .reduce(Fraction.ZERO, Fraction::plus);
        return new Score(participant, components, total.rounded());
    }

    /** Points of the component named {@code id} as shown; 0 if the stage has none of that name. */
    BigDecimal shown(String id) {
        return components.stream()
                .filter(points -> points.component().id().equals(id))
                .map(points -> points.exact().rounded())
                .findFirst()
                .orElseGet(Fraction.ZERO::rounded);
    }
}
