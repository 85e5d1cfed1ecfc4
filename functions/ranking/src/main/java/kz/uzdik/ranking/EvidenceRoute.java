package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kz.uzdik.files.Published;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.Announcement;

/** The agency has an evidence pack built a second time, to show that it comes out the same. */
final class EvidenceRoute {

    private final Works works;
    private final EvidencePack evidence;

    EvidenceRoute(Works works) {
        this.works = works;
        this.evidence = new EvidencePack(works);
    }

    /** {@code POST /v1/evidence/{stage}?number=…}: of the announcement that holds, or of one with that number. */
    APIGatewayV2HTTPResponse rebuild(Request request) {
        request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.path("stage"));
        var announcement = announcement(stage.id(), request.query("number", ""));
        var key = "evidence/rebuilt/evidence-" + announcement.fileName() + ".zip";
        var announced = works.facts().announced(announcement);
        return Door.json(200, evidence.publish(announced, EvidencePack.protocols(announced), key, Published.MINUTE));
    }

    /** The announcement with that number; the one that holds, where none is asked for. */
    private Announcement announcement(String stage, String number) {
        var course = works.announcements().course(stage);
        return (number.isEmpty()
                        ? course.holding()
                        : course.announcements().stream()
                                .filter(one -> Integer.toString(one.number()).equals(number))
                                .findFirst())
                .orElseThrow(Refusals::notAnnounced);
    }
}
