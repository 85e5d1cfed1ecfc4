package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kz.uzdik.engines.Engines;
import kz.uzdik.files.Published;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/** A publication that cannot be written ends, and says why. */
final class PublishedTest {

    @Test
    void whereThereIsNoBucketNobodyChangedAnything() {
        assertThatThrownBy(() -> put(Map.of("PUBLIC_BUCKET", "none-" + UUID.randomUUID())))
                .isInstanceOf(NoSuchBucketException.class);
    }

    @Test
    void whatOthersAlwaysChangeIsGivenUp() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 404 : 412, -1);
            }
        });
        server.start();
        try {
            var endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
            assertThatThrownBy(() -> put(Map.of("PUBLIC_BUCKET", "contested", "AWS_ENDPOINT_URL_S3", endpoint)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("changed by others");
        } finally {
            server.stop(0);
        }
    }

    private static void put(Map<String, String> variables) {
        var environment = new HashMap<>(Engines.shared().environment());
        environment.putAll(variables);
        var wiring = new Wiring(environment, () -> RankingRig.FILED, new Random(1));
        Published.of(wiring).putUnlessLater("data/x.json", new byte[] {1}, "application/json", Published.MINUTE, 1);
    }
}
