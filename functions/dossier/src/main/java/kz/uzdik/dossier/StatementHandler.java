package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kz.uzdik.files.Archives;
import kz.uzdik.http.Door;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/**
 * Takes a secretary's word on which file of a dossier is which item, and checks the archive again with it. Apart from
 * {@link DossierHandler}, since an archive can take longer to read, and more memory, than anything else at that desk.
 */
public final class StatementHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final Stating stating;

    /** Serves Lambda. */
    public StatementHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public StatementHandler(Wiring wiring) {
        var tables = Tables.of(wiring);
        var desk = Desk.of(wiring, new DossierStore(tables));
        var check = new ArchiveCheck(desk.definition(), Archives.of(wiring), ContestKey.read(wiring));
        stating = new Stating(desk, check, new FirstStage(desk.definition(), new AnnouncementStore(tables)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Door.answer(event, DossierProblems.refusingThreats(stating::state));
    }
}
