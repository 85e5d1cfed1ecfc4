package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kz.uzdik.files.Scans;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import kz.uzdik.wiring.Wiring;

/**
 * Commissions and their sittings, score sheets and their opening, what members declare of themselves, recusals,
 * abstentions and casting votes.
 */
public final class JuryHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final SheetRoutes sheets;
    private final InterestRoutes interests;
    private final RecusalRoute recusals;
    private final AbstentionRoute abstentions;
    private final CastingVoteRoute castingVotes;
    private final OpeningRoute openings;
    private final SittingRoutes sittings;
    private final CommissionRoutes commissions;
    private final DisputeRoutes disputes;
    private final PaperSheetRoutes paper;

    /** For Lambda. */
    public JuryHandler() {
        this(Wiring.ofProcess());
    }

    /** For tests and the local host. */
    public JuryHandler(Wiring wiring) {
        var definition = DefinitionReader.read(wiring.contestFile());
        var tables = Tables.of(wiring);
        var facts = new FactsGatherer(tables, new TallyStore(tables, wiring.clock(), wiring.random()), definition);
        var jury = new JuryStore(tables);
        var seats = new Seats(definition, facts, new CommissionStore(tables));
        var declared = new InterestStore(tables);
        sheets = new SheetRoutes(definition, seats, jury, declared, wiring);
        interests = new InterestRoutes(definition, seats, new CommissionStore(tables), declared, jury, wiring.clock());
        recusals = new RecusalRoute(seats, jury, wiring.clock());
        abstentions = new AbstentionRoute(definition, seats, jury, wiring.clock());
        castingVotes = new CastingVoteRoute(definition, seats, facts, jury, wiring.clock());
        openings = new OpeningRoute(definition, seats, facts, jury, wiring.clock());
        disputes = new DisputeRoutes(definition, new DisputeStore(tables, wiring.random()), wiring.clock());
        sittings = new SittingRoutes(definition, facts, jury, new CommissionStore(tables), declared, wiring);
        paper = new PaperSheetRoutes(seats, jury, Scans.of(wiring), wiring);
        commissions = new CommissionRoutes(definition, new CommissionStore(tables), wiring.clock());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Door.answer(event, this::route);
    }

    private APIGatewayV2HTTPResponse route(Request request) {
        return switch (request.route()) {
            case "GET /v1/sheets/{stage}" -> sheets.mine(request);
            case "PUT /v1/sheets/{stage}/{sheet}/{candidate}" -> sheets.file(request);
            case "GET /v1/interests" -> interests.show(request);
            case "PUT /v1/interests" -> interests.declare(request);
            case "PUT /v1/no-conflicts/{stage}/{candidate}" -> interests.state(request);
            case "PUT /v1/recusals/{stage}/{candidate}" -> recusals.recuse(request);
            case "PUT /v1/abstentions/{stage}/{candidate}" -> abstentions.abstain(request);
            case "PUT /v1/openings/{stage}/{candidate}" -> openings.open(request);
            case "POST /v1/casting-votes/{stage}/{scope}" -> castingVotes.cast(request);
            case "GET /v1/paper-sheets/{stage}/{scope}" -> paper.list(request);
            case "POST /v1/paper-sheets/{stage}/{scope}" -> paper.enter(request);
            case "POST /v1/paper-sheet-checks/{stage}/{scope}" -> paper.confirm(request);
            case "GET /v1/disputes" -> disputes.list(request);
            case "POST /v1/disputes/{survey}/{number}" -> disputes.close(request);
            case "GET /v1/sittings/{stage}/{scope}" -> sittings.list(request);
            case "PUT /v1/sittings/{stage}/{scope}/{number}" -> sittings.record(request);
            case "PUT /v1/commissions/{scope}" -> commissions.appoint(request);
            case "GET /v1/commissions/{scope}" -> commissions.show(request);
            default -> throw new IllegalStateException("no such route: " + request.route());
        };
    }
}
