package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.anomaly.Anomalies;
import kz.uzdik.contest.anomaly.Anomaly;
import kz.uzdik.contest.anomaly.Figures;
import kz.uzdik.contest.anomaly.OkrugFigures;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;

/**
 * An oblast's votes in figures, with what is conspicuous in them, for its commission and the agency. While people vote
 * nobody looks at whole sets of answers; only afterwards are the ballots read for them.
 */
final class FiguresRoute {

    private final Works works;

    FiguresRoute(Works works) {
        this.works = works;
    }

    private record Shown(String survey, String oblast, boolean closed, List<Okrug> okrugs, List<Anomaly> anomalies) {}

    /** {@code hours} has every hour; {@code networks} only those of the survey's minimum group and more. */
    private record Okrug(
            String candidate,
            long ballots,
            Map<String, Long> hours,
            Map<String, Long> channels,
            Map<String, Long> networks) {}

    /** {@code GET /v1/surveys/{survey}/figures/{oblast}}. */
    APIGatewayV2HTTPResponse show(Request request) {
        var oblast = request.path("oblast");
        request.caller()
                .having(Caller.AGENCY, Caller.CHAIR, Caller.MEMBER, Caller.SECRETARY)
                .in(oblast);
        var survey = works.definition().survey(request.path("survey")).orElseThrow(Refusals::surveyUnknown);
        if (works.definition().oblasts().stream().noneMatch(one -> one.kato().equals(oblast))) {
            throw Refusals.oblastUnknown();
        }
        var closed = !works.now()
                .isBefore(works.surveys()
                        .read(survey.id())
                        .orders(survey.id())
                        .applied(survey)
                        .window()
                        .closes()
                        .atZone(works.definition().zone())
                        .toInstant());
        var figures = closed ? ofOblast(survey, oblast) : new SurveyFigures(works).ofTotals(survey, oblast);
        return Door.json(
                200,
                new Shown(
                        survey.id(),
                        oblast,
                        closed,
                        figures.okrugs().stream()
                                .map(okrug -> shown(okrug, survey.minimumGroup()))
                                .toList(),
                        Anomalies.find(works.definition(), figures)));
    }

    private Figures ofOblast(Survey survey, String oblast) {
        var all = new SurveyFigures(works).ofBallots(survey);
        return new Figures(
                all.contest(),
                all.survey(),
                all.okrugs().stream()
                        .filter(okrug -> BallotCriteria.lies(okrug.candidate(), oblast))
                        .toList(),
                all.domains());
    }

    private static Okrug shown(OkrugFigures okrug, int minimumGroup) {
        return new Okrug(
                okrug.candidate(),
                okrug.ballots(),
                okrug.hours().counts(),
                okrug.channels().counts(),
                okrug.networks().withholding(minimumGroup).counts());
    }
}
