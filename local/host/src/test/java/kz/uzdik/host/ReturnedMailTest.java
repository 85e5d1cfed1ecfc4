package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mail that bounces, from the secretary who mistyped an address to the second copy at the right one, by the doors. */
class ReturnedMailTest {

    private static final String WRONG = "bounce+nominator@uzdik.example";
    private static final String RIGHT = "nominator@uzdik.example";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theSecretarySeesItCorrectsTheAddressAndTheAgencySendsItAgainOnce() throws Exception {
        var root = ProjectFolder.root();
        var start = LocalDateTime.parse("2027-04-01T10:00");
        try (var host = Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, null, null, start))) {
            var facts = facts(Files.readString(root.resolve("docs/upload.md")));
            ask(host, "secretary-100000000", "POST", "/v1/dossiers", facts.put("nominatorEmail", WRONG));
            host.awaitIdle();
            assertThat(host.engines().ses().mailsTo(WRONG)).hasSize(1);
            var returned = ask(host, "secretary-100000000", "GET", "/v1/dossiers/d-101051000", null)
                    .at("/returned");
            assertThat(returned).hasSize(1);
            assertThat(returned.at("/0/what").asText()).isEqualTo("BOUNCED");
            assertThat(returned.at("/0/recipient").asText()).isEqualTo("nominator");
            assertThat(ask(host, "secretary-100000000", "GET", "/v1/dossiers", null)
                            .at("/dossiers/0/returned")
                            .asInt())
                    .isEqualTo(1);

            ask(
                    host,
                    "secretary-100000000",
                    "POST",
                    "/v1/dossiers",
                    facts.put("nominatorEmail", RIGHT).put("correctsNominator", true));
            host.awaitIdle();
            assertThat(host.engines().ses().mailsTo(RIGHT)).hasSize(1);
            var mails = ask(host, "agency", "GET", "/v1/mails", null).at("/mails");
            assertThat(mails).hasSize(1);
            var wish = HostJson.object()
                    .put("mail", mails.at("/0/mail").asText())
                    .put("round", mails.at("/0/round").asText());
            for (var press = 0; press < 3; press++) {
                ask(host, "agency", "POST", "/v1/mails", wish);
            }
            host.awaitIdle();
            assertThat(host.engines().ses().mailsTo(WRONG)).hasSize(1);
            assertThat(host.engines().ses().mailsTo(RIGHT)).hasSize(2);
            assertThat(ask(host, "agency", "GET", "/v1/mails", null).at("/mails"))
                    .isEmpty();
        }
    }

    private static ObjectNode facts(String doc) throws Exception {
        var block = Pattern.compile("(?ms)^```json\\n(.*?)^```$").matcher(doc);
        assertThat(block.find()).isTrue();
        return ((ObjectNode) Json.tree(block.group(1)))
                .put("bytes", 5)
                .put("sha256", "6d4ef6f419f31d1c4ef5de5582c09a542e5e1005cec33bacf1d7d0550c45fcc1");
    }

    private JsonNode ask(Host host, String person, String method, String path, @Nullable JsonNode body)
            throws Exception {
        var who = People.of(host.definition()).stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow();
        var request = HttpRequest.newBuilder(URI.create(host.address() + path))
                .header("Authorization", "Bearer " + host.token(who))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Json.tree(answer.body());
    }
}
