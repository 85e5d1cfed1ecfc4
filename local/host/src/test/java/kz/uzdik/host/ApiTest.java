package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.uzdik.engines.EventSpec;
import kz.uzdik.engines.FunctionSpec;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway in front of a function that takes as long as the test wants. */
final class ApiTest {

    private static final Duration TIMEOUT_OF_FUNCTION = Duration.ofMinutes(5);

    private final FrontDoor door = FrontDoor.take(0);
    private final HttpClient http = HttpClient.newHttpClient();

    /** Answers when it is let go. */
    public static final class Held implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        private static volatile CountDownLatch letGo = new CountDownLatch(1);
        private static volatile CountDownLatch done = new CountDownLatch(1);
        private static final AtomicBoolean INTERRUPTED = new AtomicBoolean();

        /** Takes nothing from {@code wiring}. */
        public Held(Wiring wiring) {
            assertThat(wiring).isNotNull();
        }

        static void hold() {
            letGo = new CountDownLatch(1);
            done = new CountDownLatch(1);
            INTERRUPTED.set(false);
        }

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            try {
                letGo.await();
            } catch (InterruptedException e) {
                INTERRUPTED.set(true);
            }
            done.countDown();
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(201)
                    .withBody("done")
                    .build();
        }
    }

    @BeforeEach
    void hold() {
        Held.hold();
    }

    @AfterEach
    void close() {
        Held.letGo.countDown();
        http.close();
        door.close();
    }

    @Test
    void whoIsNotAnsweredInTimeGets503WhileTheFunctionGoesOn() throws Exception {
        open(Duration.ofMillis(50));
        var late = send();
        assertThat(late.statusCode()).isEqualTo(503);
        assertThat(late.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(late.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
        assertThat(Held.done.getCount()).as("still under way").isEqualTo(1);
        Held.letGo.countDown();
        assertThat(Held.done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Held.INTERRUPTED).isFalse();
    }

    @Test
    void whoIsAnsweredInTimeGetsTheAnswer() throws Exception {
        open(EventSpec.Route.LONGEST);
        Held.letGo.countDown();
        var answer = send();
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("done");
    }

    private void open(Duration patience) {
        var route = new EventSpec.Route("Held.Events.Ask", "GET", "/v1/held", null, Set.of(), null);
        var spec = new FunctionSpec(
                "Held", Held.class.getName(), "none.jar", TIMEOUT_OF_FUNCTION, 128, Map.of(), 0, null, List.of(route));
        var routes = new RouteTable(
                List.of(new RouteTable.Entry(route, new LocalFunction(spec, Map.of(), InstantSource.system()))));
        door.open(new Api(routes, Map.of(), InstantSource.system(), patience)::serve);
    }

    private HttpResponse<String> send() throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(door.address() + "/v1/held")).build(), BodyHandlers.ofString());
    }
}
