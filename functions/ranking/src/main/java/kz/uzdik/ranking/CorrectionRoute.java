package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashSet;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.AnnouncementStore.Opening;
import kz.uzdik.store.Correction;
import kz.uzdik.store.FactsGatherer;

/**
 * The agency opens the correction of an announcement, with its reason. The announcement holds until the corrected one is
 * made; what it closed is open until then, for the acts that it was open for before.
 */
final class CorrectionRoute {

    private static final int MAX_BODY_BYTES = 8 * 1024;

    private final Works works;

    CorrectionRoute(Works works) {
        this.works = works;
    }

    /**
     * What is asked for.
     *
     * @param number of the announcement that is wrong
     */
    private record Asked(String stage, int number, Text reason) {}

    /** {@code POST /v1/corrections}. */
    APIGatewayV2HTTPResponse open(Request request) {
        var caller = request.caller().having(Caller.AGENCY);
        var asked = request.body(Asked.class, MAX_BODY_BYTES);
        var stage = works.stage(asked.stage());
        Refusals.refuseFaults(ReasonFaults.of(asked.reason()));
        var course = works.announcements().course(stage.id());
        var wrong = course.numbered(asked.number()).orElseThrow(Refusals::notAnnounced);
        var evidence = works.announcements().evidenceSha256(wrong).orElseThrow(Refusals::notPublished);
        var correction =
                new Correction(stage.id(), asked.number(), evidence, asked.reason(), caller.subject(), works.now());
        return switch (works.announcements()
                .open(
                        correction,
                        restingOn(works.definition(), stage),
                        works.facts().scopes(stage),
                        surveys(works.definition(), stage))) {
            case Opening.Opened(Correction opened) -> Door.json(201, opened);
            case Opening.Already(Correction first) -> same(first, correction);
            case Opening.LaterAnnounced() -> throw Refusals.laterAnnounced();
        };
    }

    private static APIGatewayV2HTTPResponse same(Correction first, Correction now) {
        if (!first.reason().equals(now.reason()) || !first.by().equals(now.by())) {
            throw Refusals.correctedAlready(first);
        }
        return Door.json(200, first);
    }

    /** The stages that are rated from what {@code stage} announces, directly or by way of others. */
    static List<String> restingOn(ContestDefinition definition, Stage stage) {
        var found = new HashSet<String>();
        found.add(stage.id());
        for (var size = 0; size < found.size(); ) {
            size = found.size();
            definition.stages().stream()
                    .filter(one -> FactsGatherer.earlier(one).stream().anyMatch(found::contains))
                    .forEach(one -> found.add(one.id()));
        }
        found.remove(stage.id());
        return List.copyOf(found);
    }

    /** The surveys that {@code stage} counts first: those of an earlier stage stay as that one announced them. */
    private static List<String> surveys(ContestDefinition definition, Stage stage) {
        var later = restingOn(definition, stage);
        var earlier = definition.stages().stream()
                .filter(one -> !one.id().equals(stage.id()) && !later.contains(one.id()))
                .flatMap(one -> Surveys.of(definition, one).stream())
                .map(Survey::id)
                .toList();
        return Surveys.of(definition, stage).stream()
                .map(Survey::id)
                .filter(survey -> !earlier.contains(survey))
                .toList();
    }
}
