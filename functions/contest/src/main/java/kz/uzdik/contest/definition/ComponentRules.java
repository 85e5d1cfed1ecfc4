package kz.uzdik.contest.definition;

import java.math.BigDecimal;
import java.util.Set;

/** A stage's components rest on what exists and is known by then, and their weights add up to exactly 1. */
final class ComponentRules {

    private final ContestDefinition definition;
    private final Stage stage;
    private final Set<String> earlier;
    private final Faults faults;

    ComponentRules(ContestDefinition definition, Stage stage, Set<String> earlier, Faults faults) {
        this.definition = definition;
        this.stage = stage;
        this.earlier = earlier;
        this.faults = faults;
    }

    void check(String stageAt) {
        var at = stageAt + "/components";
        var components = stage.components();
        faults.notEmpty(components, at);
        faults.ids(components, at, Component::id);
        faults.unique(components, at, "", ComponentRules::source);
        for (int i = 0; i < components.size(); i++) {
            component(components.get(i), at + "/" + i, stageAt);
        }
        var sum = components.stream().map(Component::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        faults.unless(
                components.isEmpty() || sum.compareTo(BigDecimal.ONE) == 0,
                at,
                "the weights add up to " + sum.toPlainString() + ", must be 1");
    }

    private void component(Component component, String at, String stageAt) {
        faults.text(component.title(), at + "/title");
        faults.unless(
                component.weight().signum() > 0 && component.weight().compareTo(BigDecimal.ONE) <= 0,
                at + "/weight",
                "is " + component.weight().toPlainString() + ", must be above 0 and at most 1");
        switch (component) {
            case Component.OfSheet of ->
                faults.unless(
                        definition.sheet(of.sheet()).isPresent(), at + "/sheet", "\"" + of.sheet() + "\" is no sheet");
            case Component.OfSurvey of ->
                definition
                        .survey(of.survey())
                        .ifPresentOrElse(
                                survey -> survey(of, survey, at, stageAt),
                                () -> faults.add(at + "/survey", "\"" + of.survey() + "\" is no survey"));
            case Component.OfStage of ->
                faults.unless(
                        earlier.contains(of.stage()) && !of.stage().equals(stage.id()),
                        at + "/stage",
                        "\"" + of.stage() + "\" is no stage before this one");
        }
    }

    private void survey(Component.OfSurvey of, Survey survey, String at, String stageAt) {
        faults.unless(
                earlier.contains(survey.after()),
                at + "/survey",
                "\"" + survey.id() + "\" asks about candidates of no stage before this one");
        faults.notBefore(
                survey.window().closes(), stage.rateAt(), stageAt + "/rateAt", "the end of \"" + survey.id() + "\" at");
        faults.atLeast(0, of.shrinkage(), at + "/shrinkage");
        faults.unless(
                of.minimumRespondents() >= survey.minimumGroup(),
                at + "/minimumRespondents",
                "is " + of.minimumRespondents() + ", below minimumGroup " + survey.minimumGroup() + " of \""
                        + survey.id() + "\": answers would count that are never published");
    }

    private static String source(Component component) {
        return switch (component) {
            case Component.OfSheet of -> "sheet " + of.sheet();
            case Component.OfSurvey of -> "survey " + of.survey();
            case Component.OfStage of -> "stage " + of.stage();
        };
    }
}
