package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kz.uzdik.files.Published;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;

/** The agency has an evidence pack built a second time, to show that it comes out the same. */
final class EvidenceRoute {

    private final Works works;
    private final EvidencePack evidence;

    EvidenceRoute(Works works) {
        this.works = works;
        this.evidence = new EvidencePack(works);
    }

    /** {@code POST /v1/evidence/{stage}}. */
    APIGatewayV2HTTPResponse rebuild(Request request) {
        request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.path("stage"));
        var announced = works.facts().announced(stage.id()).orElseThrow(Refusals::notAnnounced);
        var key = "evidence/rebuilt/evidence-" + stage.id() + ".zip";
        return Door.json(200, evidence.publish(announced, key, Published.MINUTE));
    }
}
