package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.Map;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.DisputeStore;

/** Commissions see what residents dispute in their oblast; the chair closes it with a note. */
final class DisputeRoutes {

    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final ContestDefinition definition;
    private final Places places;
    private final DisputeStore disputes;
    private final InstantSource clock;

    DisputeRoutes(ContestDefinition definition, DisputeStore disputes, InstantSource clock) {
        this.definition = definition;
        this.places = Places.of(definition);
        this.disputes = disputes;
        this.clock = clock;
    }

    private record Closing(String reason) {}

    /** {@code GET /v1/disputes}. */
    APIGatewayV2HTTPResponse list(Request request) {
        var caller = request.caller().having(Caller.MEMBER, Caller.CHAIR, Caller.SECRETARY, Caller.AGENCY);
        var seen = definition.surveys().stream()
                .flatMap(survey -> disputes.of(survey.id()).stream())
                .filter(dispute -> caller.mayActIn(oblast(dispute)))
                .toList();
        return Door.json(200, Map.of("disputes", seen));
    }

    /** {@code POST /v1/disputes/{survey}/{number}}. */
    APIGatewayV2HTTPResponse close(Request request) {
        var caller = request.caller().having(Caller.CHAIR, Caller.AGENCY);
        var survey = request.path("survey");
        var dispute = find(survey, request.path("number"));
        caller.in(oblast(dispute));
        var note = Reasons.required(request.body(Closing.class, MAX_BODY_BYTES).reason());
        var closing = new Dispute.Closing(note, caller.subject(), clock.instant());
        if (disputes.close(survey, dispute.number(), closing)) {
            return Door.json(201, closing);
        }
        var first = find(survey, dispute.number()).closing();
        if (first == null || !first.note().equals(note) || !first.by().equals(closing.by())) {
            throw Refusals.disputeClosed();
        }
        return Door.json(200, first);
    }

    private Dispute find(String survey, String number) {
        return definition
                .survey(survey)
                .flatMap(known -> disputes.of(known.id()).stream()
                        .filter(dispute -> dispute.number().equals(number))
                        .findFirst())
                .orElseThrow(Refusals::disputeUnknown);
    }

    private String oblast(Dispute dispute) {
        return places.oblastOf(dispute.okrug()).map(Oblast::kato).orElse("");
    }
}
