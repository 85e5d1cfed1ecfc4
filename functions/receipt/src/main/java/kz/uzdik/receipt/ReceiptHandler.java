package kz.uzdik.receipt;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.http.Door;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.pages.ReceiptPage;
import kz.uzdik.pages.ReceiptPage.Found;
import kz.uzdik.store.ReceiptStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/** Says whether a receipt's ballot is counted: as a page to browsers, as JSON to everyone else. */
public final class ReceiptHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int LONGEST = 100;

    private final ContestDefinition definition;
    private final ReceiptStore store;

    /** Serves Lambda. */
    public ReceiptHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public ReceiptHandler(Wiring wiring) {
        definition = DefinitionReader.read(wiring.contestFile());
        store = new ReceiptStore(Tables.of(wiring));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Door.answer(event, this::answer);
    }

    private APIGatewayV2HTTPResponse answer(Request request) {
        var typed = request.query("receipt", "");
        typed = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var receipt = Receipt.read(typed);
        var found = receipt.map(one -> store.lookUp(one) ? Found.COUNTED : Found.NOT_COUNTED)
                .orElse(Found.NO_RECEIPT);
        if (request.header("accept").contains("text/html")) {
            var language = request.query("language", request.language()).equals("ru") ? "ru" : "kk";
            var page = new ReceiptPage(definition, language).answer(receipt.orElse(typed), found);
            return Door.html(found == Found.NO_RECEIPT ? 400 : 200, language, page);
        }
        if (receipt.isEmpty()) {
            throw new ProblemException(Problem.ofField(
                    400,
                    "field-invalid",
                    "/receipt",
                    new Text(
                            "Түбіртек нөмірі – 10 таңба: сандар мен латын әріптері.",
                            "Номер квитанции – 10 знаков: цифры и латинские буквы.")));
        }
        return Door.json(200, Map.of("receipt", receipt.get(), "counted", found == Found.COUNTED));
    }
}
