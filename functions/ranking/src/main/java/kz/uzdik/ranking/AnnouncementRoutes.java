package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.Announcement;

/** The agency announces; all staff see what is announced. */
final class AnnouncementRoutes {

    private static final int MAX_BODY_BYTES = 1024;

    private final Works works;
    private final Announcer announcer;
    private final Publication publication;

    AnnouncementRoutes(Works works) {
        this.works = works;
        this.announcer = new Announcer(works);
        this.publication = new Publication(works);
    }

    private record Asked(String stage) {}

    private record Shown(
            String stage,
            Instant announcedAt,
            String by,
            String inputsSha256,
            String ratingSha256,
            boolean published) {}

    private record Listed(List<Shown> announcements) {}

    /** {@code POST /v1/announcements}. */
    APIGatewayV2HTTPResponse announce(Request request) {
        var caller = request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.body(Asked.class, MAX_BODY_BYTES).stage());
        return switch (announcer.announce(stage, caller.subject())) {
            case Announcer.Result.First(Announcement first) -> published(201, first);
            case Announcer.Result.Already(Announcement first) -> published(200, first);
            case Announcer.Result.NotReady(List<Obstacle> missing) -> throw Refusals.notReady(missing);
            case Announcer.Result.Restless() -> throw Refusals.factsKeepChanging();
        };
    }

    /** {@code GET /v1/announcements}. */
    APIGatewayV2HTTPResponse list(Request request) {
        request.caller().having(Caller.AGENCY, Caller.SECRETARY, Caller.CHAIR, Caller.MEMBER);
        return Door.json(
                200,
                new Listed(works.announcements().all().stream()
                        .map(announcement ->
                                shown(announcement, works.announcements().isPublished(announcement.stage())))
                        .toList()));
    }

    private APIGatewayV2HTTPResponse published(int status, Announcement announcement) {
        publication.complete(announcement.stage());
        return Door.json(status, shown(announcement, true));
    }

    private static Shown shown(Announcement announcement, boolean published) {
        return new Shown(
                announcement.stage(),
                announcement.announcedAt(),
                announcement.by(),
                announcement.inputsSha256(),
                announcement.rating(),
                published);
    }
}
