package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.Opening;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating.Missing;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.Gathered;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;

/** The chair opens the sheets on a candidate, all together, once a quorum has filed and none of theirs is missing. */
final class OpeningRoute {

    private final ContestDefinition definition;
    private final Seats seats;
    private final FactsGatherer facts;
    private final JuryStore jury;
    private final InstantSource clock;

    OpeningRoute(ContestDefinition definition, Seats seats, FactsGatherer facts, JuryStore jury, InstantSource clock) {
        this.definition = definition;
        this.seats = seats;
        this.facts = facts;
        this.jury = jury;
        this.clock = clock;
    }

    /** {@code PUT /v1/openings/{stage}/{candidate}}. */
    APIGatewayV2HTTPResponse open(Request request) {
        var caller = request.caller().having(Caller.CHAIR);
        var candidate = request.path("candidate");
        var seat = seats.on(request.path("stage"), candidate, caller);
        seat.requireLead();
        var record = jury.read(seat.stage().id(), seat.scope());
        var before = record.openings().get(candidate);
        if (before != null) {
            return Door.json(200, before);
        }
        if (record.announced()) {
            throw Refusals.stageAnnounced();
        }
        var gathered = facts.gather(seat.stage(), seat.scope());
        if (gathered.unconfirmed().stream().anyMatch(entry -> entry.candidate().equals(candidate))) {
            throw PaperSheetRefusals.unconfirmed();
        }
        var missing = missing(seat, gathered, candidate);
        if (!missing.isEmpty()) {
            throw Refusals.notComplete(missing);
        }
        var opening = new Opening(seat.stage().id(), candidate, caller.subject(), clock.instant());
        var revision = gathered.revisions().getOrDefault(seat.scope(), 0L);
        return switch (jury.open(seat.scope(), opening, revision)) {
            case Filing.Filed(Opening fact) -> Door.json(201, fact);
            case Filing.Same(Opening first) -> Door.json(200, first);
            case Filing.Different(Opening first) -> Door.json(200, first);
            case Filing.Opened<Opening> opened -> throw Refusals.factsChanged();
            case Filing.Opposed<Opening> opposed -> throw Refusals.factsChanged();
            case Filing.StageAnnounced<Opening> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<Opening> changed -> throw Refusals.factsChanged();
        };
    }

    /** What keeps the sheets on {@code candidate} closed: the quorum, and what is missing on that candidate. */
    private List<Missing> missing(Seat seat, Gathered gathered, String candidate) {
        return Ranking.rate(definition, gathered.facts()).scopes().stream()
                .filter(scope -> scope.scope().equals(seat.scope()))
                .flatMap(scope -> scope.missing().stream())
                .filter(missing -> switch (missing) {
                    case Missing.Quorum _, Missing.NoCommission _ -> true;
                    case Missing.SheetNotFiled sheet -> sheet.candidate().equals(candidate);
                    case Missing.NobodyToJudge nobody -> nobody.candidate().equals(candidate);
                    case Missing.CastingVoteNeeded _ -> false;
                })
                .toList();
    }
}
