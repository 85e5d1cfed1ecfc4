package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kz.uzdik.files.Archives;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.RetrievalStore;
import kz.uzdik.store.ReturnStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/** Registers dossiers, shows them and their files, and records the commission's decisions and appeals against them. */
public final class DossierHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Registering registering;
    private final Uploading uploading;
    private final Looking looking;
    private final Deciding deciding;
    private final DecidingTogether together;
    private final Appealing appealing;
    private final Retrieving retrieving;

    /** Serves Lambda. */
    public DossierHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public DossierHandler(Wiring wiring) {
        var tables = Tables.of(wiring);
        var desk = Desk.of(wiring, new DossierStore(tables));
        registering = new Registering(desk, ContestKey.read(wiring));
        var archives = Archives.of(wiring);
        uploading = new Uploading(desk, archives);
        retrieving = new Retrieving(desk, archives, new RetrievalStore(tables));
        looking = new Looking(desk, new ReturnStore(tables));
        var firstStage = new FirstStage(desk.definition(), new AnnouncementStore(tables));
        deciding = new Deciding(desk, firstStage);
        together = new DecidingTogether(desk, deciding);
        appealing = new Appealing(desk, firstStage);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Door.answer(event, DossierProblems.refusingThreats(this::answer));
    }

    private APIGatewayV2HTTPResponse answer(Request request) {
        return switch (request.route()) {
            case "POST /v1/dossiers" -> registering.register(request);
            case "POST /v1/dossiers/{dossier}/upload" -> uploading.goOn(request);
            case "GET /v1/dossiers" -> looking.list(request);
            case "GET /v1/dossiers/{dossier}" -> looking.one(request);
            case "POST /v1/dossiers/{dossier}/decision" -> deciding.decide(request);
            case "POST /v1/dossiers/{dossier}/appeals" -> appealing.appeal(request);
            case "POST /v1/decisions/preview" -> together.preview(request);
            case "POST /v1/decisions" -> together.decide(request);
            case "GET /v1/dossiers/{dossier}/retrievals" -> retrieving.log(request);
            case "PUT /v1/dossiers/{dossier}/retrievals/{retrieval}" -> retrieving.begin(request);
            case "GET /v1/dossiers/{dossier}/retrievals/{retrieval}/{piece}" -> retrieving.piece(request);
            default -> throw new IllegalStateException("the template routes " + request.route() + " here");
        };
    }
}
