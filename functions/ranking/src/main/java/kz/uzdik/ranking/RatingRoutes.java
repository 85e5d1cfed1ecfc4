package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.RatingStore;
import org.jspecify.annotations.Nullable;

/** The agency asks for ratings; commissions and secretaries see their own. */
final class RatingRoutes {

    private final Works works;
    private final RatingMaker maker;
    private final Recount recount;

    RatingRoutes(Works works) {
        this.works = works;
        this.maker = new RatingMaker(works);
        this.recount = new Recount(works);
    }

    private record Shown(
            Rating rating, String inputsSha256, String by, Instant at, Recount.@Nullable Compared recount) {}

    /** {@code POST /v1/ratings/{stage}}. */
    APIGatewayV2HTTPResponse make(Request request) {
        var caller = request.caller().having(Caller.AGENCY);
        var stage = works.stage(request.path("stage"));
        return Door.json(200, shown(maker.make(stage, caller.subject()), recount.of(stage)));
    }

    /**
     * {@code GET /v1/ratings/{stage}}: the latest, of the caller's own scope unless the agency asks. Who judges sees it
     * once the sheets on all candidates are open: means tell of single sheets.
     */
    APIGatewayV2HTTPResponse latest(Request request) {
        var caller = request.caller().having(Caller.AGENCY, Caller.SECRETARY, Caller.CHAIR, Caller.MEMBER);
        var stage = works.stage(request.path("stage"));
        var latest = works.ratings().latest(stage.id()).orElseThrow(Refusals::notRated);
        var visible = visible(latest, caller);
        if (!caller.is(Caller.AGENCY) && !caller.is(Caller.SECRETARY)) {
            requireOpen(visible.rating());
        }
        return Door.json(200, shown(visible, null));
    }

    private void requireOpen(Rating rating) {
        for (var scope : rating.scopes()) {
            var record = works.jury().read(rating.stage(), scope.scope());
            if (!scope.standings().stream().allMatch(standing -> record.isOpen(standing.candidate()))) {
                throw Refusals.sealed();
            }
        }
    }

    private static RatingStore.Recorded visible(RatingStore.Recorded recorded, Caller caller) {
        var rating = recorded.rating();
        var scopes = rating.scopes().stream()
                .filter(scope -> caller.mayActIn(scope.scope()))
                .toList();
        return new RatingStore.Recorded(
                new Rating(rating.stage(), scopes), recorded.inputsSha256(), recorded.by(), recorded.at());
    }

    private static Shown shown(RatingStore.Recorded recorded, Recount.@Nullable Compared compared) {
        return new Shown(recorded.rating(), recorded.inputsSha256(), recorded.by(), recorded.at(), compared);
    }
}
