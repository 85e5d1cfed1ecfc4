package kz.uzdik.contest.definition;

/** Each survey asks about the candidates of an existing stage, once they are known, on a scale that has steps. */
final class SurveyRules {

    private static final int LARGEST_ANSWER = 100;

    private SurveyRules() {}

    static void check(ContestDefinition definition, Faults faults) {
        var surveys = definition.surveys();
        faults.ids(surveys, "/surveys", Survey::id);
        for (int i = 0; i < surveys.size(); i++) {
            survey(definition, surveys.get(i), "/surveys/" + i, faults);
        }
    }

    private static void survey(ContestDefinition definition, Survey survey, String at, Faults faults) {
        faults.text(survey.title(), at + "/title");
        faults.window(survey.window(), at + "/window");
        definition
                .stage(survey.after())
                .ifPresentOrElse(
                        stage -> faults.notBefore(
                                stage.rateAt(),
                                survey.window().opens(),
                                at + "/window/opens",
                                "the rating of \"" + stage.id() + "\" at"),
                        () -> faults.add(at + "/after", "\"" + survey.after() + "\" is no stage"));
        if (survey.identity() instanceof Identity.Oidc oidc) {
            faults.unless(!oidc.claim().isBlank(), at + "/identity/claim", "is empty");
        }
        scale(survey.scale(), at + "/scale", faults);
        faults.notEmpty(survey.questions(), at + "/questions");
        faults.ids(survey.questions(), at + "/questions", Question::id);
        for (int i = 0; i < survey.questions().size(); i++) {
            faults.text(survey.questions().get(i).text(), at + "/questions/" + i + "/text");
        }
        faults.atLeast(1, survey.minimumGroup(), at + "/minimumGroup");
        faults.atLeast(1, survey.personsPerContact(), at + "/personsPerContact");
        faults.atLeast(1, survey.formCodesPerHour(), at + "/formCodesPerHour");
        var anomalies = survey.anomalies();
        if (anomalies != null) {
            AnomalyLimitRules.check(anomalies, at + "/anomalies", faults);
        }
    }

    private static void scale(Scale scale, String at, Faults faults) {
        faults.atLeast(1, scale.lowest(), at + "/lowest");
        faults.unless(
                scale.highest() > scale.lowest() && scale.highest() <= LARGEST_ANSWER,
                at + "/highest",
                "is " + scale.highest() + ", must be above lowest and at most " + LARGEST_ANSWER);
    }
}
