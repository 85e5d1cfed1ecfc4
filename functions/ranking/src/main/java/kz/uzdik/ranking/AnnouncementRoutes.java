package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.RatingChange;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementCourse;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.Correction;
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

    private record Looked(String stage) {}

    /**
     * What is asked for.
     *
     * @param corrects number of the announcement that a new one stands in for; null for a stage's first
     */
    private record Asked(String stage, @Nullable Integer corrects) {}

    private record Shown(
            String stage,
            int number,
            @Nullable Correction corrects,
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
     * @param unanswered suggested recusals that nobody answered; they keep nothing from being announced
     * @param proposedBy who has asked for these very facts to be announced; null if nobody
     * @param announcedAt of the announcement that holds; null before
     * @param corrects the correction that would be announced; null where none is open
     * @param changes what it would change, candidate by candidate
     */
    private record Preview(
            String stage,
            boolean ready,
            List<JsonNode> missing,
            List<Unanswered> unanswered,
            boolean secondPerson,
            @Nullable String proposedBy,
            String inputsSha256,
            List<Foreseen> scopes,
            @Nullable Instant announcedAt,
            @Nullable Correction corrects,
            List<RatingChange> changes) {}

    private record Proposed(String stage, String proposedBy, Instant at, String inputsSha256) {}

    /** {@code POST /v1/announcements/previews}: what an announcement would say now, and what keeps it from being made. */
    APIGatewayV2HTTPResponse preview(Request request) {
        request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.body(Looked.class, MAX_BODY_BYTES).stage());
        var course = works.announcements().course(stage.id());
        var prospect = announcer.prospect(stage);
        var corrects = course.open().orElse(null);
        var inputs = prospect.gathered().inputsSha256();
        return Door.json(
                200,
                new Preview(
                        stage.id(),
                        prospect.missing().isEmpty(),
                        Obstacle.listed(prospect.missing()),
                        Unanswered.in(works, stage, prospect.gathered()),
                        works.definition().announcing().secondPerson(),
                        works.announcements()
                                .proposal(stage.id(), course.announcements().size() + 1, inputs)
                                .map(AnnouncementStore.Proposal::by)
                                .orElse(null),
                        inputs,
                        prospect.rating().scopes().stream()
                                .map(AnnouncementRoutes::foreseen)
                                .toList(),
                        course.holding().map(Announcement::announcedAt).orElse(null),
                        corrects,
                        corrects == null ? List.of() : changes(course, prospect.rating())));
    }

    private List<RatingChange> changes(AnnouncementCourse course, Rating rating) {
        return RatingChange.between(
                works.facts().announced(course.holding().orElseThrow()).rating(), rating);
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
        var asked = request.body(Asked.class, MAX_BODY_BYTES);
        var stage = works.stage(asked.stage());
        return switch (announcer.announce(stage, asked.corrects(), caller.subject())) {
            case Announcer.Result.First(Announcement first) -> published(201, first);
            case Announcer.Result.Already(Announcement first) -> published(200, first);
            case Announcer.Result.Proposed(AnnouncementStore.Proposal proposal) ->
                Door.json(202, new Proposed(proposal.stage(), proposal.by(), proposal.at(), proposal.inputsSha256()));
            case Announcer.Result.NotReady(List<Obstacle> missing) -> throw Refusals.notReady(missing);
            case Announcer.Result.NotOpened() -> throw Refusals.correctionNotOpen();
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
                                shown(announcement, works.announcements().isPublished(announcement)))
                        .toList()));
    }

    private APIGatewayV2HTTPResponse published(int status, Announcement announcement) {
        publication.complete(announcement);
        return Door.json(status, shown(announcement, true));
    }

    private static Shown shown(Announcement announcement, boolean published) {
        return new Shown(
                announcement.stage(),
                announcement.number(),
                announcement.corrects(),
                announcement.announcedAt(),
                announcement.by(),
                announcement.proposedBy(),
                announcement.inputsSha256(),
                announcement.rating(),
                published);
    }
}
