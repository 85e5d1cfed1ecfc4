package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.List;
import kz.uzdik.contest.definition.Component;
import org.jspecify.annotations.Nullable;

/** What one participant scored: exact points per component and the total, rounded once. */
record Score(Participant participant, List<Points> components, BigDecimal total) {
    /**
     * Exact points of one component.
     *
     * @param counted sheets or ballots there were
     * @param substituted whether something stood in for too few respondents
     * @param answers what the residents' answers gave; null where there are none of one's own
     */
    record Points(
            Component component,
            Fraction exact,
            long counted,
            boolean substituted,
            @Nullable Answers answers) {
        Points(Component component, Fraction exact, long counted) {
            this(component, exact, counted, false, null);
        }

        Rating.ComponentPoints shown() {
            return new Rating.ComponentPoints(
                    component.id(),
                    exact.rounded(),
                    component.weight(),
                    counted,
                    substituted,
                    answers == null
                            ? null
                            : new Rating.Residents(
                                    answers.own().rounded(), answers.mean().rounded()));
        }
    }

    /** Exact points of a candidate's own answers, and the mean of the scope's candidates that have enough. */
    record Answers(Fraction own, Fraction mean) {
        /** The two mixed as {@code ballots} voices to {@code shrinkage}. */
        Fraction mixed(long ballots, long shrinkage) {
            return own.times(Fraction.of(ballots))
                    .plus(mean.times(Fraction.of(shrinkage)))
                    .dividedBy(Fraction.of(Math.addExact(ballots, shrinkage)));
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
