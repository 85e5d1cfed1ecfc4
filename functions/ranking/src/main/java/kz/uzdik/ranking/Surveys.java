package kz.uzdik.ranking;

import java.util.List;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;

/** Which surveys a stage counts. */
final class Surveys {

    private Surveys() {}

    /** The surveys that a component of {@code stage} rests on, in the definition's order. */
    static List<Survey> of(ContestDefinition definition, Stage stage) {
        var ids = stage.components().stream()
                .filter(Component.OfSurvey.class::isInstance)
                .map(component -> ((Component.OfSurvey) component).survey())
                .toList();
        return definition.surveys().stream()
                .filter(survey -> ids.contains(survey.id()))
                .toList();
    }
}
