package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;

/** A member steps back from judging a candidate. */
final class RecusalRoute {

    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final Seats seats;
    private final JuryStore jury;
    private final InstantSource clock;

    RecusalRoute(Seats seats, JuryStore jury, InstantSource clock) {
        this.seats = seats;
        this.jury = jury;
        this.clock = clock;
    }

    private record Reason(String reason) {}

    /** {@code PUT /v1/recusals/{stage}/{candidate}}. */
    APIGatewayV2HTTPResponse recuse(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        var candidate = request.path("candidate");
        var seat = seats.on(request.path("stage"), candidate, caller);
        var reason = Reasons.required(request.body(Reason.class, MAX_BODY_BYTES).reason());
        var recusal = new Recusal(seat.stage().id(), caller.subject(), candidate, reason, clock.instant());
        var sheets = seat.sheets().stream().map(Sheet::id).toList();
        return switch (jury.recuse(seat.scope(), recusal, sheets)) {
            case Filing.Filed(Recusal fact) -> Door.json(201, fact);
            case Filing.Same(Recusal first) -> Door.json(200, first);
            case Filing.Different<Recusal> different -> throw Refusals.alreadyRecused();
            case Filing.Opposed<Recusal> opposed -> throw Refusals.sheetOrAbstention();
            case Filing.Opened<Recusal> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<Recusal> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<Recusal> changed -> throw Refusals.factsChanged();
        };
    }
}
