package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.engines.Person;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.engines.TemplateException;
import kz.uzdik.json.DefinitionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostTest {

    private static final Person CHAIR =
            new Person("chair", "Төраға", "chair@uzdik.example", "Комиссия", "uzdik/member uzdik/chair", "110000000");
    private static final Person MEMBER =
            new Person("member", "Мүше", "member@uzdik.example", "Комиссия", "uzdik/member", "110000000");

    private final HttpClient client = HttpClient.newHttpClient();
    private Host host = null;

    @BeforeAll
    void start() {
        host = Stack.start(null);
    }

    @AfterAll
    void stop() {
        host.close();
        client.close();
    }

    @Test
    void requestsBecomeEvents() throws Exception {
        var answer = send(request("/v1/things/a%20b+c?x=1&x=2&y=%D0%B0")
                .header("Accept-Language", "kk")
                .header("X-Forwarded-For", "2.72.14.9"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var json = HostJson.read(answer.body());
        assertThat(json.path("route").asText()).isEqualTo("GET /v1/things/{thing}");
        assertThat(json.path("thing").asText()).isEqualTo("a b+c");
        assertThat(json.path("query").asText()).contains("x=1,2", "y=а");
        assertThat(json.path("language").asText()).isEqualTo("kk");
        assertThat(json.path("forwarded").asText()).isEqualTo("2.72.14.9, 127.0.0.1");
        assertThat(json.path("function").asText()).isEqualTo("Web");
        assertThat(Instant.ofEpochMilli(json.path("epoch").asLong()))
                .isBetween(host.clock().instant().minusSeconds(60), host.clock().instant());
    }

    @Test
    void gatewayRefusesByItself() throws Exception {
        assertThat(send(request("/v1/nowhere")).statusCode()).isEqualTo(404);
        assertThat(send(request("/v1/staff")).statusCode()).isEqualTo(401);
        assertThat(send(request("/v1/staff").header("Authorization", "Bearer a.b.c"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(staff(host.token(MEMBER)).statusCode()).isEqualTo(403);
        var known = staff(host.token(CHAIR));
        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(HostJson.read(known.body()).path("region").asText()).isEqualTo("110000000");
        var forged = host.token(MEMBER);
        var signature = forged.substring(forged.lastIndexOf('.'));
        var chair = host.token(CHAIR);
        assertThat(staff(chair.substring(0, chair.lastIndexOf('.')) + signature).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCitizensTokenIsNoneOfTheStaffsAndTheOtherWayRound() throws Exception {
        var citizen = host.token(Person.citizen("resident-1", "Асель", "Жители", "880314450001"));
        assertThat(staff(citizen).statusCode()).isEqualTo(401);
        assertThat(asCitizen(citizen).statusCode()).isEqualTo(200);
        assertThat(asCitizen(host.token(CHAIR)).statusCode()).isEqualTo(401);
    }

    @Test
    void faultOfAFunctionIsAPlain500() throws Exception {
        var answer = send(request("/v1/faults").POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void routeTakesItsBurstAndNoMore() throws Exception {
        for (var i = 0; i < 3; i++) {
            assertThat(send(request("/v1/few")).statusCode()).isEqualTo(200);
        }
        var refused = send(request("/v1/few"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(send(request("/v1/things/a")).statusCode()).isEqualTo(200);
    }

    @Test
    void functionThatTakesTooLongIsInterrupted() throws Exception {
        assertThat(send(request("/v1/waits/short")).statusCode()).isEqualTo(200);
        var late = send(request("/v1/waits/never"));
        assertThat(late.statusCode()).isEqualTo(500);
        assertThat(late.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        assertThat(StackHandlers.INTERRUPTED.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(send(request("/v1/waits/short")).statusCode()).isEqualTo(200);
    }

    @Test
    void publishedFilesComeBeforePages() throws Exception {
        var definition = send(request("/data/contest.json"));
        assertThat(definition.statusCode()).isEqualTo(200);
        assertThat(definition.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(definition.body()).contains(host.definition().id());
        assertThat(send(request("/../pom.xml")).statusCode()).isEqualTo(404);
        assertThat(send(request("/%2e%2e/pom.xml")).statusCode()).isEqualTo(404);
        assertThat(send(request("/missing.html")).statusCode()).isEqualTo(404);
        assertThat(send(request("/local/inbox")).body()).contains("Пошта");
        assertThat(send(request("/uzdik-public-bucket/data/contest.json")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void issuerIsOnTheSamePort() throws Exception {
        var config = HostJson.read(send(request("/config.json")).body());
        var issuer = config.path("issuer").asText();
        assertThat(issuer).isEqualTo(host.address() + "/uzdik");
        var known = HostJson.read(
                send(request("/uzdik/.well-known/openid-configuration")).body());
        assertThat(known.path("issuer").asText()).isEqualTo(issuer);
        assertThat(known.path("token_endpoint").asText()).startsWith(issuer);
    }

    @Test
    void presignedUploadCallsTheFunction() throws Exception {
        var url = presigned("inbox/одна дверь.zip");
        var sent = send(HttpRequest.newBuilder(url)
                .header("x-amz-meta-dossier", "d-1")
                .PUT(HttpRequest.BodyPublishers.ofString("seven b")));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        host.awaitIdle();
        assertThat(StackHandlers.CREATED)
                .filteredOn(e -> e.at("/detail/object/key").asText().equals("inbox/одна дверь.zip"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.at("/detail/object/size").asInt()).isEqualTo(7);
                    assertThat(e.at("/detail/bucket/name").asText()).isEqualTo("uzdik-inbox");
                    assertThat(e.path("detail-type").asText()).isEqualTo("Object Created");
                });
        assertThat(StackHandlers.COUNTED).contains("inbox/одна дверь.zip");
        var other =
                send(HttpRequest.newBuilder(URI.create(url.toString().replace("X-Amz-Signature=", "X-Amz-Signature=0")))
                        .header("x-amz-meta-dossier", "d-1")
                        .PUT(HttpRequest.BodyPublishers.ofString("seven b")));
        assertThat(other.statusCode()).isEqualTo(403);
    }

    @Test
    void objectsThatTheRuleDoesNotMeanAreLeftAlone() throws Exception {
        try (var s3 = host.engines().s3Client()) {
            s3.putObject(r -> r.bucket("uzdik-inbox").key("notes.txt"), RequestBody.fromString("x"));
            s3.putObject(r -> r.bucket("uzdik-public-bucket").key("p.zip"), RequestBody.fromString("x"));
        }
        host.awaitIdle();
        assertThat(StackHandlers.CREATED)
                .noneMatch(e -> List.of("notes.txt", "p.zip")
                        .contains(e.at("/detail/object/key").asText()));
    }

    @Test
    void eventThatKeepsFailingGoesToTheQueue() throws Exception {
        try (var s3 = host.engines().s3Client()) {
            s3.putObject(r -> r.bucket("uzdik-inbox").key("bad.zip"), RequestBody.fromString("x"));
        }
        host.awaitIdle();
        assertThat(StackHandlers.CREATED)
                .filteredOn(e -> e.at("/detail/object/key").asText().equals("bad.zip"))
                .hasSize(2);
        assertThat(host.deadLetters().all())
                .filteredOn(l -> l.at("/message/requestPayload/detail/object/key")
                        .asText()
                        .equals("bad.zip"))
                .singleElement()
                .satisfies(l -> assertThat(l.path("queue").asText()).isEqualTo("Failures"));
    }

    @Test
    void poisonRecordAloneIsGivenUp() throws Exception {
        var before = host.deadLetters().all().size();
        var rows = new ArrayList<String>();
        for (var i = 0; i < 25; i++) {
            rows.add((i == 7 ? "poison-" : "row-") + i);
        }
        for (var row : rows) {
            assertThat(send(request("/v1/rows/" + row).PUT(HttpRequest.BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(200);
        }
        host.awaitIdle();
        rows.remove("poison-7");
        assertThat(StackHandlers.COUNTED.stream().distinct()).containsAll(rows).doesNotContain("poison-7");
        var letters = host.deadLetters().all();
        assertThat(letters.subList(before, letters.size()))
                .filteredOn(l -> l.path("message").has("DDBStreamBatchInfo"))
                .singleElement()
                .satisfies(l -> {
                    assertThat(l.at("/message/DDBStreamBatchInfo/batchSize").asInt())
                            .isEqualTo(1);
                    assertThat(l.at("/message/requestContext/condition").asText())
                            .isEqualTo("RetryAttemptsExhausted");
                });
    }

    @Test
    void movedClockCallsWhatBecameDue() throws Exception {
        var before = StackHandlers.TICKS.size();
        var moved = send(request("/local/clock")
                .POST(HttpRequest.BodyPublishers.ofString("{\"local\":\"2031-07-10T10:04:00\"}")));
        assertThat(moved.statusCode()).isEqualTo(200);
        host.awaitIdle();
        send(request("/local/clock").POST(HttpRequest.BodyPublishers.ofString("{\"local\":\"2031-07-10T12:30:00\"}")));
        host.awaitIdle();
        assertThat(StackHandlers.TICKS.subList(before, StackHandlers.TICKS.size()))
                .containsExactly("2031-07-10T04:05:00Z", "2031-07-10T07:05:00Z");
        assertThat(host.clock().instant()).isAfter(Instant.parse("2031-07-10T07:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-999999999-01-01T00:00:00", "0202-07-10T10:00", "1999-12-31T23:59", "2100-07-10T10:00", "soon"})
    void timeFarFromAnyContestIsRefused(String local) throws Exception {
        var before = host.clock().instant();
        var refused = send(
                request("/local/clock").POST(HttpRequest.BodyPublishers.ofString("{\"local\":\"" + local + "\"}")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(host.clock().instant()).isBetween(before, before.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%00", "/app.js%00", "/%0a/app.js"})
    void nameThatNoFileCanHaveIsNotFound(String path) throws Exception {
        assertThat(send(request(path).GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/" + "a".repeat(3000)).GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void portsAndEventsThatCannotBeAreRefusedInOneLine(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> FrontDoor.take(99_999))
                .isInstanceOf(HostException.class)
                .hasMessageContaining("99999");
        var list = Files.writeString(folder.resolve("list.json"), "[]");
        var word = Files.writeString(folder.resolve("word.json"), "hello");
        assertThat(Main.run("invoke", "vote", list.toString())).isEqualTo(1);
        assertThat(Main.run("invoke", "vote", word.toString())).isEqualTo(1);
    }

    @Test
    void brokenDefinitionIsRefusedAndSaysWhere(@TempDir Path folder) throws IOException {
        var broken = folder.resolve("contest.json");
        Files.writeString(broken, "{\"id\": 7}");
        var root = ProjectFolder.root();
        assertThatThrownBy(
                        () -> Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, null, broken, null)))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("/calendar");
    }

    @Test
    void unknownResourceIsRefused(@TempDir Path folder) throws IOException {
        var root = ProjectFolder.root();
        var template = folder.resolve("template.yaml");
        Files.writeString(template, """
            Resources:
              Steps: {Type: AWS::StepFunctions::StateMachine}
            """);
        assertThatThrownBy(() -> Host.start(
                        new HostOptions(root, template, 0, null, root.resolve("contests/best-akim-2027.json"), null)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.Steps");
    }

    private URI presigned(String key) {
        try (var presigner = S3Presigner.builder()
                .region(Region.of(LocalAws.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)))
                .endpointOverride(URI.create(host.address()))
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return URI.create(presigner
                    .presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                            .putObjectRequest(
                                    r -> r.bucket("uzdik-inbox").key(key).metadata(java.util.Map.of("dossier", "d-1"))))
                    .url()
                    .toString());
        }
    }

    private HttpResponse<String> asCitizen(String token) throws IOException, InterruptedException {
        return send(request("/v1/citizens").header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> staff(String token) throws IOException, InterruptedException {
        return send(request("/v1/staff").header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(host.address() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
