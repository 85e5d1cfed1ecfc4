package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore;
import org.jspecify.annotations.Nullable;

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
            @Nullable String proposedBy,
            String inputsSha256,
            String ratingSha256,
            boolean published) {}

    private record Listed(List<Shown> announcements) {}

    /** What would be announced of one scope. */
    private record Foreseen(String scope, List<Rating.Standing> chosen) {}

    /**
     * What an announcement of a stage would say.
     *
     * @param missing the obstacles; none where it is ready
     * @param proposedBy who has asked for these very facts to be announced; null if nobody
     * @param announcedAt null before
     */
    private record Preview(
            String stage,
            boolean ready,
            List<JsonNode> missing,
            boolean secondPerson,
            @Nullable String proposedBy,
            String inputsSha256,
            List<Foreseen> scopes,
            @Nullable Instant announcedAt) {}

    private record Proposed(String stage, String proposedBy, Instant at, String inputsSha256) {}

    /** {@code POST /v1/announcements/previews}: what an announcement would say now, and what keeps it from being made. */
    APIGatewayV2HTTPResponse preview(Request request) {
        request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.body(Asked.class, MAX_BODY_BYTES).stage());
        var prospect = announcer.prospect(stage);
        var inputs = prospect.gathered().inputsSha256();
        return Door.json(
                200,
                new Preview(
                        stage.id(),
                        prospect.missing().isEmpty(),
                        Obstacle.listed(prospect.missing()),
                        works.definition().announcing().secondPerson(),
                        works.announcements()
                                .proposal(stage.id(), inputs)
                                .map(AnnouncementStore.Proposal::by)
                                .orElse(null),
                        inputs,
                        prospect.rating().scopes().stream()
                                .map(AnnouncementRoutes::foreseen)
                                .toList(),
                        works.announcements()
                                .of(stage.id())
                                .map(Announcement::announcedAt)
                                .orElse(null)));
    }

    private static Foreseen foreseen(Rating.ScopeRating scope) {
        return new Foreseen(
                scope.scope(),
                scope.standings().stream()
                        .filter(standing -> standing.outcome() instanceof Rating.Outcome.Chosen
                                || !standing.nominations().isEmpty())
                        .toList());
    }

    /** {@code POST /v1/announcements}. */
    APIGatewayV2HTTPResponse announce(Request request) {
        var caller = request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.body(Asked.class, MAX_BODY_BYTES).stage());
        return switch (announcer.announce(stage, caller.subject())) {
            case Announcer.Result.First(Announcement first) -> published(201, first);
            case Announcer.Result.Already(Announcement first) -> published(200, first);
            case Announcer.Result.Proposed(AnnouncementStore.Proposal proposal) ->
                Door.json(202, new Proposed(proposal.stage(), proposal.by(), proposal.at(), proposal.inputsSha256()));
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
                announcement.proposedBy(),
                announcement.inputsSha256(),
                announcement.rating(),
                published);
    }
}
