package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class RestartTest {

    @Test
    void killedHostLosesNothing(@TempDir Path data) throws Exception {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duzdik.engineOptions=-XX:TieredStopAtLevel=1",
                        "-Djdk.httpclient.allowRestrictedHeaders=host",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledHost.class.getName(),
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var accepted = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var client = HttpClient.newHttpClient()) {
            var address = out.readLine();
            assertThat(address).startsWith("http://localhost:");
            assertThatThrownBy(() -> Stack.start(data))
                    .isInstanceOf(HostException.class)
                    .hasMessageContaining("another host");
            for (var i = 0; i < 40; i++) {
                var row = "kept-" + i;
                var put = HttpRequest.newBuilder(URI.create(address + "/v1/rows/" + row))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build();
                if (client.send(put, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    accepted.add(row);
                }
            }
        } finally {
            var engine = process.descendants().toList();
            process.destroyForcibly().waitFor();
            assertThat(engine).hasSize(2);
            engine.forEach(p -> p.onExit().orTimeout(60, TimeUnit.SECONDS).join());
        }
        // An event that was written down and not yet delivered.
        Files.writeString(data.resolve("events/1.json"), """
            {"id":"1","source":"aws.s3","detail-type":"Object Created",
            "detail":{"bucket":{"name":"uzdik-inbox"},"object":{"key":"left.zip","size":1,"etag":"e"}}}\
            """);

        try (var host = Stack.start(data)) {
            host.awaitIdle();
            try (var client = host.engines().dynamoDbClient()) {
                assertThat(client.scanPaginator(r -> r.tableName("Rows")).items().stream()
                                .map(item -> item.getOrDefault("id", AttributeValue.fromS(""))
                                        .s()))
                        .containsAll(accepted)
                        .contains("left.zip");
            }
            assertThat(StackHandlers.COUNTED).contains("left.zip");
            assertThat(data.resolve("events")).isEmptyDirectory();
        }
        assertThat(accepted).hasSize(40);
    }
}
