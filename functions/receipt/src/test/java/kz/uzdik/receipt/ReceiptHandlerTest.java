package kz.uzdik.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.engines.Engines;
import kz.uzdik.store.ReceiptStore;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptHandlerTest {

    private static final Instant NOW = Instant.parse("2027-05-20T09:30:00Z");

    private final Wiring wiring = wiring();
    private final ReceiptHandler handler = new ReceiptHandler(wiring);

    @Test
    void aCountedBallotsReceiptIsFoundHoweverItIsTyped() {
        var receipt = counted();
        for (var typed : List.of(receipt, receipt.toLowerCase(Locale.ROOT), " " + receipt.replace("-", " "))) {
            var answer = send(typed, "kk", "application/json");
            assertThat(answer.getStatusCode()).isEqualTo(200);
            assertThat(answer.getBody()).contains("\"counted\":true", receipt);
        }
    }

    @Test
    void onlyLookupsThatFindAReceiptAreCounted() {
        var receipt = counted();
        var store = new ReceiptStore(Tables.of(wiring));
        var before = store.lookups();
        send(receipt, "kk", "text/html");
        send(receipt, "kk", "application/json");
        send("00000-00000", "kk", "text/html");
        send("what", "kk", "text/html");
        assertThat(store.lookups() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "kk, есепке алынған, есепте жоқ, нөмірі емес",
        "ru, квитанцией учтён, среди учтённых нет, не номер квитанции"
    })
    void browsersGetAPage(String language, String found, String notFound, String bad) {
        var page = send(counted(), language, "text/html,application/xhtml+xml");
        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getBody()).contains("<html lang=\"" + language + "\">", found);
        assertThat(page.getHeaders()).containsEntry("Cache-Control", "no-store");
        assertThat(send("00000-00000", language, "text/html").getBody()).contains(notFound);
        var refused = send("<b>", language, "text/html");
        assertThat(refused.getStatusCode()).isEqualTo(400);
        assertThat(refused.getBody()).contains(bad, "&lt;b&gt;").doesNotContain("<b>");
    }

    @ParameterizedTest
    @CsvSource({"''", "K7M3P", "K7M3P-X9WQ2-A", "K7M3P-X9WQ!"})
    void whatIsNoReceiptIsRefused(String typed) {
        var answer = send(typed, "kk", "application/json");
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody()).contains("/receipt");
    }

    @Test
    void theAnswerSaysNothingOfTheBallot() {
        var answer = send(counted(), "kk", "application/json");
        assertThat(answer.getBody()).matches("\\{\"[a-z]+\":[^,]+,\"[a-z]+\":[^,]+}");
    }

    private String counted() {
        var id = UUID.randomUUID().toString().replace("-", "");
        var ballot = new Ballot(id, "satisfaction", "d-101051000", Map.of("q1", 5), "2027-05-20T14", "web", "00000000");
        new TallyStore(Tables.of(wiring), () -> NOW, new SplittableRandom(1)).count(List.of(ballot));
        return Receipt.of(id);
    }

    private APIGatewayV2HTTPResponse send(String receipt, String language, String accept) {
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey("GET /v1/receipts")
                        .withQueryStringParameters(Map.of("receipt", receipt, "language", language))
                        .withHeaders(Map.of("accept", accept))
                        .build(),
                null);
    }

    private static Wiring wiring() {
        var environment = new HashMap<>(Engines.shared().environment());
        environment.put("CONTEST_FILE", "../../contests/best-akim-2027.json");
        return new Wiring(environment, () -> NOW, new SplittableRandom(1));
    }
}
