package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import kz.uzdik.contest.dossier.ArchiveParts;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.Json;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The dossier functions on real engines, called by events as Lambda would. */
final class Stand {

    static final Instant INTAKE = Instant.parse("2027-04-10T06:00:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(INTAKE);
    final Wiring wiring;
    final DossierHandler handler;
    final CheckHandler check;
    final StatementHandler statements;
    final DossierStore store;
    final String okrug;
    private final HttpClient http = HttpClient.newHttpClient();

    /** {@code okrug} must be no other test's. */
    Stand(String okrug) {
        this(okrug, Path.of("../../contests/best-akim-2027.json"));
    }

    /** On the edition in {@code contest}. */
    Stand(String okrug, Path contest) {
        this(okrug, contest, Map.of());
    }

    private Stand(String okrug, Path contest, Map<String, String> otherwise) {
        this.okrug = okrug;
        var environment = new HashMap<>(Engines.shared().environment());
        environment.put("CONTEST_FILE", contest.toString());
        environment.putAll(otherwise);
        wiring = new Wiring(environment, now::get, new Random(1));
        handler = new DossierHandler(wiring);
        check = new CheckHandler(wiring);
        statements = new StatementHandler(wiring);
        store = new DossierStore(Tables.of(wiring));
    }

    /** The same with the archives at another S3. */
    Stand with(URI s3) {
        return new Stand(okrug, Path.of(wiring.required("CONTEST_FILE")), Map.of("AWS_ENDPOINT_URL_S3", s3.toString()));
    }

    String dossier() {
        return "d-" + okrug;
    }

    String oblast() {
        return okrug.substring(0, 2) + "0000000";
    }

    static String iin() {
        var digits = "79092230000";
        return digits + Iin.checkDigit(digits);
    }

    /** What is registered for {@code archive}. */
    static String sha256(byte[] archive) {
        return new ArchiveParts(parts(archive)).sha256();
    }

    /** SHA-256 of each part of {@code archive}. */
    static List<String> parts(byte[] archive) {
        return IntStream.rangeClosed(1, ArchiveParts.count(archive.length))
                .mapToObj(number -> hash(part(archive, number)))
                .toList();
    }

    static byte[] part(byte[] archive, int number) {
        var from = (number - 1) * ArchiveParts.BYTES;
        return Arrays.copyOfRange(archive, from, from + (int) ArchiveParts.size(archive.length, number));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> registration(byte[] archive) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("okrug", okrug),
                Map.entry("candidateName", "Бауыржан Тілеуов"),
                Map.entry("candidateEmail", "akim@example.kz"),
                Map.entry("iin", iin()),
                Map.entry("nominatorKind", "LOCAL_EXECUTIVE_BODY"),
                Map.entry("nominatorName", "Аудан әкімдігі"),
                Map.entry("nominatorEmail", "akimat@example.kz"),
                Map.entry("service", List.of(Map.of("from", "2023-07-10"))),
                Map.entry(
                        "penalties",
                        List.of(Map.of("kind", "DISCIPLINARY", "imposed", "2024-02-05", "lifted", "2024-08-05"))),
                Map.entry("bytes", archive.length),
                Map.entry("sha256", sha256(archive))));
    }

    Answer register(Map<String, Object> registration) {
        return call("POST /v1/dossiers", "secretary", oblast(), registration);
    }

    /** Registers and uploads {@code archive}, and lets it be checked. */
    String submit(byte[] archive) throws Exception {
        var registered = register(registration(archive));
        send(archive);
        return checked(registered.body().get("version").asInt(), archive);
    }

    /** What is recorded of its dossier, which must be registered. */
    DossierState state() {
        return store.of(dossier()).orElseThrow();
    }

    Answer decide(Map<String, Object> decision) {
        return call("POST /v1/dossiers/{dossier}/decision", "secretary", oblast(), decision);
    }

    /** A decision that admits, with every attribute. */
    static Map<String, Object> admitting() {
        return decision(
                true, List.of(), Map.of("complexProjects", 2, "languages", 3, "openness", 4, "complaints", 0), "");
    }

    static Map<String, Object> decision(
            boolean admitted, List<String> refusedFor, Map<String, ?> attributes, String note) {
        return Map.of("admitted", admitted, "refusedFor", refusedFor, "attributes", attributes, "note", note);
    }

    Answer call(String route, String role, String scope, Object body) {
        return call(route, role, scope, body, Map.of("dossier", dossier()));
    }

    Answer call(String route, String role, String scope, Object body, Map<String, String> path) {
        return Answer.of(response(route, role, scope, body, path));
    }

    /** What the function answers as it is. */
    APIGatewayV2HTTPResponse response(String route, String role, String scope, Object body, Map<String, String> path) {
        return handler.handleRequest(event(route, role, scope, body, path), new NoContext());
    }

    static APIGatewayV2HTTPEvent event(String route, String role, String scope, Object body, Map<String, String> path) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withHeaders(Map.of("accept-language", "ru"))
                .withPathParameters(path)
                .withBody(Json.write(body))
                .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                        .withRequestId("test")
                        .withAuthorizer(APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                                .withJwt(APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                                        .builder()
                                        .withClaims(Map.of(
                                                "sub", role + "-1",
                                                "name", "Айгүл",
                                                "email", role + "@example.kz",
                                                "scope", "uzdik/" + role,
                                                "uzdik_scope", scope))
                                        .build())
                                .build())
                        .build())
                .build();
    }

    /** As {@link #call}, while {@code other} happens at the {@code reading}-th time that the function looks at the clock. */
    Answer callWhile(int reading, Runnable other, String route, Object body) {
        var readings = new AtomicInteger();
        InstantSource clock = () -> {
            if (readings.incrementAndGet() == reading) {
                other.run();
            }
            return now.get();
        };
        var disturbed = new DossierHandler(new Wiring(wiring.environment(), clock, wiring.random()));
        var event = event(route, "secretary", oblast(), body, Map.of("dossier", dossier()));
        return Answer.of(disturbed.handleRequest(event, new NoContext()));
    }

    /** Asks how far the upload of {@code archive} is, and for links. */
    Answer goOn(byte[] archive) {
        return call("POST /v1/dossiers/{dossier}/upload", "secretary", oblast(), Map.of("parts", parts(archive)));
    }

    /** Sends all of {@code archive}, which is registered. */
    void send(byte[] archive) throws IOException, InterruptedException {
        for (var answer = goOn(archive); !answer.body().get("complete").asBoolean(); answer = goOn(archive)) {
            for (var link : answer.body().get("links")) {
                var status = put(link, part(archive, link.get("number").asInt()));
                if (status != 200) {
                    throw new IllegalStateException("a part was refused: " + status);
                }
            }
        }
    }

    /** Sends {@code bytes} by {@code link}; S3's status. */
    int put(JsonNode link, byte[] bytes) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(link.get("url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        link.get("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    String checked(int version, byte[] archive) {
        return check.handleRequest(created(version, archive), new NoContext());
    }

    ScheduledEvent created(int version, byte[] archive) {
        var event = new ScheduledEvent();
        event.setId("event-1");
        event.setDetailType("Object Created");
        event.setDetail(Map.of(
                "bucket", Map.of("name", wiring.required("DOSSIERS_BUCKET")),
                "object",
                        Map.of(
                                "key",
                                "dossiers/%s/%s/%d-%s.zip"
                                        .formatted(okrug.substring(0, 2), dossier(), version, sha256(archive)))));
        return event;
    }

    /** Whether the outbox has the mail {@code id}. */
    boolean mailed(String id) {
        try (var client = Engines.shared().dynamoDbClient()) {
            return client.getItem(r -> r.tableName(wiring.required("CONTEST_TABLE"))
                            .key(Map.of(
                                    "pk", AttributeValue.fromS("OUTBOX#" + id),
                                    "sk", AttributeValue.fromS("MAIL"))))
                    .hasItem();
        }
    }

    /** What a call gave back. */
    record Answer(int status, JsonNode body) {

        static Answer of(APIGatewayV2HTTPResponse response) {
            try {
                return new Answer(response.getStatusCode(), Json.tree(response.getBody()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The last part of the problem's type. */
        String problem() {
            var type = body.path("type").asText();
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** JSON pointers of the fields at fault. */
        List<String> fields() {
            return body.path("errors").findValuesAsText("pointer");
        }
    }
}
