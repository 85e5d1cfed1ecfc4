package kz.uzdik.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Votes on one candidate stopped, and the end moved, by the published orders alone. */
class PublishedOrdersTest {

    private static final String NOTHING = "{\"survey\":\"satisfaction\",\"frozen\":{}}";

    private final AtomicReference<String> file = new AtomicReference<>(NOTHING);
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer site;
    private final Residents residents;

    PublishedOrdersTest() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/data/orders-satisfaction.json", exchange -> {
            asked.incrementAndGet();
            var bytes = file.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bytes.length == 0 ? 503 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        site.start();
        residents = new Residents(
                "{\"kind\": \"code\", \"roll\": false}",
                Map.of("PUBLIC_URL", "http://localhost:" + site.getAddress().getPort()));
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void aFrozenCandidateGetsNoVotesAndAResendItsReceipt() throws IOException {
        var iin = residents.iin();
        var contact = Residents.contact();
        var before = residents.ballot(iin, contact);
        var receipt = is(201, residents.send(Residents.BALLOTS, before));
        file.set("{\"survey\":\"satisfaction\",\"frozen\":{\"" + residents.candidate
                + "\":{\"kk\":\"Шабуыл.\",\"ru\":\"Атака.\"}}}");
        later(61);
        var again = residents.send(Residents.BALLOTS, before);
        assertThat(is(200, again)).isEqualTo(receipt);
        var other = residents.ballot(residents.iin(), Residents.contact());
        var refused = residents.send(Residents.BALLOTS, other);
        is(409, refused);
        assertThat(refused.getBody()).contains("candidate-frozen", "Атака.");
        assertThat(residents.stored()).hasSize(1);
        file.set(NOTHING);
        later(61);
        is(201, residents.send(Residents.BALLOTS, other));
    }

    @Test
    void theEndThatWasMovedHolds() throws IOException {
        residents.now.set(Instant.parse("2027-06-14T05:00:00Z"));
        var ballot = residents.ballot(residents.iin(), Residents.contact());
        is(409, residents.send(Residents.BALLOTS, ballot));
        file.set("{\"survey\":\"satisfaction\",\"closes\":\"2027-06-16T00:00:00\",\"frozen\":{}}");
        later(61);
        is(201, residents.send(Residents.BALLOTS, ballot));
    }

    @Test
    void whatWasLastReadHoldsWhileTheFileCannotBeHad() throws IOException {
        file.set("{\"survey\":\"satisfaction\",\"frozen\":{\"" + residents.candidate
                + "\":{\"kk\":\"Шабуыл.\",\"ru\":\"Атака.\"}}}");
        var ballot = residents.ballot(residents.iin(), Residents.contact());
        is(409, residents.send(Residents.BALLOTS, ballot));
        is(409, residents.send(Residents.BALLOTS, ballot));
        assertThat(asked).hasValue(1);
        file.set("");
        later(61);
        is(409, residents.send(Residents.BALLOTS, ballot));
        file.set("no JSON");
        later(61);
        is(409, residents.send(Residents.BALLOTS, ballot));
        assertThat(asked).hasValue(3);
    }

    private void later(long seconds) {
        residents.now.updateAndGet(now -> now.plusSeconds(seconds));
    }

    private static String is(int status, APIGatewayV2HTTPResponse answer) throws IOException {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        return Json.tree(answer.getBody()).path("receipt").asText();
    }
}
