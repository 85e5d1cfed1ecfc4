package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;

/** What each oblast has handed over (§18): the agency sees all, a region's staff its own. */
final class HandoverRoute {

    private final Handover handover;

    HandoverRoute(Works works) {
        this.handover = new Handover(works);
    }

    private record Listed(List<Handover.OfOblast> oblasts) {}

    /** {@code GET /v1/handovers}. */
    APIGatewayV2HTTPResponse list(Request request) {
        var caller = request.caller().having(Caller.AGENCY, Caller.SECRETARY, Caller.CHAIR);
        return Door.json(
                200,
                new Listed(handover.all().stream()
                        .filter(one -> caller.mayActIn(one.oblast()))
                        .toList()));
    }
}
