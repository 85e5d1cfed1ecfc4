package kz.uzdik.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.uzdik.engines.S3Server.ObjectCreated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

final class EnginesTest {

    private final Engines engines = Engines.shared();

    @Test
    void conditionsHold() {
        try (var client = engines.dynamoDbClient()) {
            var table = engines.environment().get("VOTERS_TABLE");
            var item = Map.of("id", AttributeValue.fromS(UUID.randomUUID().toString()));
            client.putItem(r -> r.tableName(table).item(item).conditionExpression("attribute_not_exists(id)"));
            assertThatThrownBy(() -> client.putItem(
                            r -> r.tableName(table).item(item).conditionExpression("attribute_not_exists(id)")))
                    .isInstanceOf(ConditionalCheckFailedException.class);
        }
    }

    @Test
    void tellsOfObjectsCreated() {
        var bucket = engines.environment().get("DOSSIERS_BUCKET");
        var created = new CopyOnWriteArrayList<ObjectCreated>();
        engines.s3().onCreated(created::add);
        try (var client = engines.s3Client()) {
            client.putObject(r -> r.bucket(bucket).key("a b/1.zip"), RequestBody.fromString("seven b"));
        }
        assertThat(created).anySatisfy(o -> {
            assertThat(o.key()).isEqualTo("a b/1.zip");
            assertThat(o.size()).isEqualTo(7);
            assertThat(o.etag()).matches("[0-9a-f]{32}");
        });
    }

    @Test
    void secretStaysTheSameInItsFolder(@TempDir Path folder) throws Exception {
        String first;
        try (var secrets = SecretsStandIn.start(folder)) {
            first = secretValue(secrets.endpoint());
        }
        try (var secrets = SecretsStandIn.start(folder)) {
            assertThat(secretValue(secrets.endpoint())).isEqualTo(first).contains("SecretString");
        }
    }

    @Test
    void mailIsKeptAndRefusalsGoByAddress(@TempDir Path folder) throws Exception {
        try (var ses = SesStandIn.start(folder, Set.of("contest@uzdik.example"))) {
            assertThat(send(ses, "contest@uzdik.example", "a@kz.example")).isEqualTo(200);
            assertThat(send(ses, "other@uzdik.example", "a@kz.example")).isEqualTo(400);
            assertThat(send(ses, "contest@uzdik.example", "reject@kz.example")).isEqualTo(400);
            assertThat(send(ses, "contest@uzdik.example", "throttle@kz.example"))
                    .isEqualTo(429);
            assertThat(send(ses, "contest@uzdik.example", "throttle@kz.example"))
                    .isEqualTo(200);
            assertThat(send(ses, "contest@uzdik.example", "bounce@kz.example")).isEqualTo(200);
            assertThat(ses.await(3, Duration.ofSeconds(5)).stream().map(Mail::fate))
                    .containsExactly("DELIVERED", "DELIVERED", "BOUNCED");
        }
        try (var again = SesStandIn.start(folder, Set.of())) {
            assertThat(again.mailsTo("a@kz.example").getFirst().subject()).isEqualTo("Үздік әкім");
        }
        assertThat(folder.resolve("00001.eml"))
                .content()
                .contains("To: a@kz.example\r\n", "Content-Type: text/plain; charset=utf-8");
    }

    private static int send(SesStandIn ses, String from, String to) throws IOException, InterruptedException {
        var body = LocalHttp.JSON.writeValueAsString(Map.of(
                "FromEmailAddress",
                from,
                "Destination",
                Map.of("ToAddresses", List.of(to)),
                "Content",
                Map.of(
                        "Simple",
                        Map.of(
                                "Subject",
                                Map.of("Data", "Үздік әкім"),
                                "Body",
                                Map.of("Text", Map.of("Data", "Сәлем"))))));
        return post(ses.endpoint().resolve("/v2/email/outbound-emails"), body, "")
                .statusCode();
    }

    private static String secretValue(URI endpoint) throws IOException, InterruptedException {
        return post(endpoint, "{\"SecretId\":\"" + SecretsStandIn.arn("Key") + "\"}", "secretsmanager.GetSecretValue")
                .body();
    }

    private static HttpResponse<String> post(URI to, String body, String target)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(to)
                            .header("X-Amz-Target", target.isEmpty() ? "-" : target)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
