package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating.Missing;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.JuryRecord;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;

/** Who leads a sitting decides between candidates whom everything else left equal, and only between such (§3, §4). */
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

    private record Vote(int sitting, List<String> order, String reason) {}

    /** {@code POST /v1/casting-votes/{stage}/{scope}}. */
    APIGatewayV2HTTPResponse cast(Request request) {
        var caller = request.caller().having(Caller.CHAIR);
        var seat = seats.in(request.path("stage"), request.path("scope"), caller);
        seat.requireLead();
        var asked = request.body(Vote.class, MAX_BODY_BYTES);
        var reason = Reasons.required(asked.reason());
        requireDistinct(asked.order());
        var vote = new CastingVote(
                seat.stage().id(),
                seat.scope(),
                asked.sitting(),
                asked.order(),
                reason,
                caller.subject(),
                clock.instant());
        var record = jury.read(seat.stage().id(), seat.scope());
        var before = castBefore(seat, record, asked.order());
        if (before.isPresent()) {
            return answerAgain(before.get(), asked.order());
        }
        requireQuorum(seat, record, vote);
        return castNew(seat, vote);
    }

    /** The vote on these candidates that a sitting carries; one whose sitting lost its quorum by a correction is none. */
    private Optional<CastingVote> castBefore(Seat seat, JuryRecord record, List<String> order) {
        var set = Set.copyOf(order);
        return record.castingVotes().stream()
                .filter(vote -> Set.copyOf(vote.order()).equals(set))
                .filter(vote ->
                        Quorum.carries(seat.commission(), rules(seat), record.minutes(), record.recusals(), vote))
                .findFirst();
    }

    private void requireQuorum(Seat seat, JuryRecord record, CastingVote vote) {
        var sitting = record.minutes().held(vote.scope(), vote.sitting()).orElseThrow(Refusals::sittingUnknown);
        var quorum = Quorum.of(seat.commission(), rules(seat), sitting, record.recusals(), vote.order());
        if (!quorum.isMet()) {
            throw Refusals.noQuorum(quorum, seat.commission());
        }
        if (!quorum.isLedBy(seat.commission(), vote.by())) {
            throw Refusals.notLeading();
        }
    }

    private Commissions.Rules rules(Seat seat) {
        return definition.commissions().of(seat.stage().scope());
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
