package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;

/** A member gives no points on a candidate, where the definition lets them. */
final class AbstentionRoute {

    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final ContestDefinition definition;
    private final Seats seats;
    private final JuryStore jury;
    private final InstantSource clock;

    AbstentionRoute(ContestDefinition definition, Seats seats, JuryStore jury, InstantSource clock) {
        this.definition = definition;
        this.seats = seats;
        this.jury = jury;
        this.clock = clock;
    }

    private record Reason(String reason) {}

    /** {@code PUT /v1/abstentions/{stage}/{candidate}}. */
    APIGatewayV2HTTPResponse abstain(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        var candidate = request.path("candidate");
        var seat = seats.on(request.path("stage"), candidate, caller);
        var rules = definition.commissions().of(seat.stage().scope());
        if (rules.abstention() == Commissions.Abstaining.NOT_ALLOWED) {
            throw Refusals.abstentionNotAllowed();
        }
        var reason = Reasons.required(request.body(Reason.class, MAX_BODY_BYTES).reason());
        var abstention = new Abstention(seat.stage().id(), caller.subject(), candidate, reason, clock.instant());
        var sheets = seat.sheets().stream().map(Sheet::id).toList();
        return switch (jury.abstain(seat.scope(), abstention, sheets)) {
            case Filing.Filed(Abstention fact) -> Door.json(201, fact);
            case Filing.Same(Abstention first) -> Door.json(200, first);
            case Filing.Different<Abstention> different -> throw Refusals.alreadyAbstained();
            case Filing.Opposed<Abstention> opposed -> throw Refusals.sheetOrRecusal();
            case Filing.Opened<Abstention> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<Abstention> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<Abstention> changed -> throw Refusals.factsChanged();
        };
    }
}
