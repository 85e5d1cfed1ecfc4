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
        var trust = survey.trust();
        if (trust != null) {
            trust(survey, trust, at + "/trust", faults);
        }
    }

    private static void trust(Survey survey, Trust trust, String at, Faults faults) {
        faults.unless(
                survey.questions().stream().anyMatch(question -> question.id().equals(trust.question())),
                at + "/question",
                "\"" + trust.question() + "\" is no question");
        faults.unless(
                !survey.rated().isEmpty(), at + "/question", "is the only one: no question would be left to rate by");
        faults.unless(
                survey.scale().allows(trust.trusting()) && trust.trusting() != Scale.DONT_KNOW,
                at + "/trusting",
                "is " + trust.trusting() + ", not on the scale");
        faults.unless(
                !trust.dontKnow() || survey.scale().dontKnow(),
                at + "/dontKnow",
                "is true, but the scale has no «don't know»");
        faults.unless(
                trust.compared().percent() >= 0 && trust.compared().percent() <= 100,
                at + "/compared/percent",
                "is " + trust.compared().percent() + ", must be from 0 to 100");
        faults.text(trust.compared().title(), at + "/compared/title");
    }

    private static void scale(Scale scale, String at, Faults faults) {
        faults.atLeast(1, scale.lowest(), at + "/lowest");
        faults.unless(
                scale.highest() > scale.lowest() && scale.highest() <= LARGEST_ANSWER,
                at + "/highest",
                "is " + scale.highest() + ", must be above lowest and at most " + LARGEST_ANSWER);
    }
}
