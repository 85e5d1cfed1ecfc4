package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating.Missing;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;

/** The chair decides between candidates whom everything else left equal, and only between such (§3, §4). */
final class CastingVoteRoute {

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final ContestDefinition definition;
    private final Seats seats;
    private final FactsGatherer facts;
    private final JuryStore jury;
    private final InstantSource clock;

    CastingVoteRoute(
            ContestDefinition definition, Seats seats, FactsGatherer facts, JuryStore jury, InstantSource clock) {
        this.definition = definition;
        this.seats = seats;
        this.facts = facts;
        this.jury = jury;
        this.clock = clock;
    }

    private record Vote(List<String> order, String reason) {}

    /** {@code POST /v1/casting-votes/{stage}/{scope}}. */
    APIGatewayV2HTTPResponse cast(Request request) {
        var caller = request.caller().having(Caller.CHAIR);
        var seat = seats.in(request.path("stage"), request.path("scope"), caller);
        seat.requireLead();
        var asked = request.body(Vote.class, MAX_BODY_BYTES);
        var reason = Reasons.required(asked.reason());
        requireDistinct(asked.order());
        var before = castBefore(seat, asked.order());
        return before.isPresent()
                ? answerAgain(before.get(), asked.order())
                : castNew(
                        seat,
                        new CastingVote(
                                seat.stage().id(),
                                seat.scope(),
                                asked.order(),
                                reason,
                                caller.subject(),
                                clock.instant()));
    }

    private Optional<CastingVote> castBefore(Seat seat, List<String> order) {
        var set = Set.copyOf(order);
        return jury.read(seat.stage().id(), seat.scope()).castingVotes().stream()
                .filter(vote -> Set.copyOf(vote.order()).equals(set))
                .findFirst();
    }

    private static APIGatewayV2HTTPResponse answerAgain(CastingVote first, List<String> order) {
        if (!first.order().equals(order)) {
            throw Refusals.castingVoteCast();
        }
        return Door.json(200, first);
    }

    private APIGatewayV2HTTPResponse castNew(Seat seat, CastingVote vote) {
        var gathered = facts.gather(seat.stage(), seat.scope());
        var ties = Ranking.rate(definition, gathered.facts()).scopes().stream()
                .filter(scope -> scope.scope().equals(seat.scope()))
                .flatMap(scope -> scope.missing().stream())
                .filter(Missing.CastingVoteNeeded.class::isInstance)
                .map(missing -> ((Missing.CastingVoteNeeded) missing).candidates())
                .toList();
        var set = Set.copyOf(vote.order());
        if (ties.stream().noneMatch(tie -> Set.copyOf(tie).equals(set))) {
            throw Refusals.noTie(ties);
        }
        var revision = gathered.revisions().getOrDefault(seat.scope(), 0L);
        return switch (jury.castVote(vote, revision)) {
            case Filing.Filed(CastingVote fact) -> Door.json(201, fact);
            case Filing.Same(CastingVote first) -> Door.json(200, first);
            case Filing.Different<CastingVote> different -> throw Refusals.castingVoteCast();
            case Filing.Opened<CastingVote> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<CastingVote> announced -> throw Refusals.stageAnnounced();
            case Filing.Opposed<CastingVote> opposed -> throw Refusals.factsChanged();
            case Filing.FactsChanged<CastingVote> changed -> throw Refusals.factsChanged();
        };
    }

    private static void requireDistinct(List<String> order) {
        if (order.size() < 2 || Set.copyOf(order).size() != order.size()) {
            throw Refusals.field(
                    "/order", "Кемінде екі үміткер, әрқайсысы бір рет.", "Не меньше двух кандидатов, каждый один раз.");
        }
    }
}
