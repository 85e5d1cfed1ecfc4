package kz.uzdik.ranking;

import static kz.uzdik.ranking.Answers.is;
import static kz.uzdik.ranking.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paper ballots: entered by one, confirmed by another, corrected by a further version, annulled, published, counted. */
final class PaperTest {

    private static final String LIST = "GET /v1/surveys/{survey}/paper/{oblast}";
    private static final String ENTER = "POST /v1/surveys/{survey}/paper";
    private static final String CHECK = "POST /v1/surveys/{survey}/paper-checks";
    private static final String ACT = "POST /v1/surveys/{survey}/acts";
    private static final byte[] SCAN = "%PDF-1.7 хаттама".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, String> REASON = Map.of("kk", "Қате саналды.", "ru", "Ошибка в подсчёте.");

    @TempDir
    private Path folder;

    private RankingRig rig = new RankingRig();

    private void counted() throws IOException {
        var shipped = Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
        rig = new RankingRig(Files.writeString(
                folder.resolve("counted.json"), shipped.replace("\"paper\": \"SHOWN\"", "\"paper\": \"COUNTED\"")));
    }

    private List<String> voted(int first, int second) {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        rig.fileRegional(candidates.get(0), candidates.get(1));
        rig.vote(candidates.get(0), first);
        rig.vote(candidates.get(1), second);
        rig.now = RankingRig.AFTER_REGIONAL;
        return candidates;
    }

    @Test
    void aCountIsEnteredOnceScannedAndConfirmedByAnother() throws Exception {
        var akim = voted(12, 12).getFirst();
        rig.now = RankingRig.AFTER_SELECTION;
        assertThat(json(409, enter(akim, 1, 30)).at("/type").asText()).endsWith("/survey-open");
        rig.now = RankingRig.AFTER_REGIONAL;
        var entered = json(201, enter(akim, 1, 30));
        assertThat(json(200, enter(akim, 1, 30)).at("/entered")).isEqualTo(entered.at("/entered"));
        assertThat(json(409, enter(akim, 1, 31)).at("/type").asText()).endsWith("/paper-version");
        assertThat(json(409, enter(akim, 3, 31)).at("/next").asInt()).isEqualTo(2);
        assertThat(json(409, confirm("m2", akim, 1)).at("/type").asText()).endsWith("/scan-missing");
        assertThat(upload(entered.at("/upload"), "другое".getBytes(StandardCharsets.UTF_8)))
                .isGreaterThanOrEqualTo(400);
        assertThat(upload(entered.at("/upload"), SCAN)).isEqualTo(200);
        assertThat(json(409, confirm("secretary", akim, 1)).at("/type").asText())
                .endsWith("/own-count");
        is(404, confirm("m2", akim, 2));
        assertThat(json(409, rig.announce("regional")).toString()).contains("paperUnconfirmed", akim);
        is(201, confirm("m2", akim, 1));
        assertThat(json(200, confirm("m3", akim, 1)).at("/by").asText()).isEqualTo("m2");
        var shown = listed().at("/counts/0");
        assertThat(shown.at("/holds").asBoolean()).isTrue();
        assertThat(shown.at("/confirmedBy").asText()).isEqualTo("m2");
        assertThat(get(shown.at("/scan").asText())).isEqualTo(SCAN);
    }

    @Test
    void whoMayNotIsTold() throws Exception {
        var akim = voted(12, 12).getFirst();
        var elsewhere = Map.of("sub", "s", "scope", "uzdik/secretary", "uzdik_scope", "150000000");
        is(403, rig.call(elsewhere, ENTER, body(akim, 1, 30), "satisfaction"));
        is(403, rig.call(elsewhere, LIST, "", "satisfaction", rig.scope));
        is(403, rig.call(person("m2", "member"), ENTER, body(akim, 1, 30), "satisfaction"));
        is(403, rig.agency(ENTER, body(akim, 1, 30), "satisfaction"));
        is(400, rig.call(person("secretary", "secretary"), ENTER, body("d-1", 1, 30), "satisfaction"));
        var nobody = rig.candidate(5);
        assertThat(json(409, enter(nobody, 1, 30)).at("/type").asText()).endsWith("/not-a-candidate");
    }

    @Test
    void everyFieldAtFaultIsNamedInTheAskedLanguage() throws Exception {
        var akim = voted(12, 12).getFirst();
        var body = new TreeMap<String, Object>(body(akim, 2, 3));
        body.put(
                "counts",
                Map.of("q1", Map.of("5", 4), "q2", Map.of("9", 1), "q7", Map.of("1", 1), "q3", Map.of("1", 2, "2", 2)));
        body.put("scan", Map.of("sha256", "x", "bytes", 0, "type", "text/html"));
        body.remove("reason");
        var refused = json(400, rig.call(person("secretary", "secretary"), ENTER, body, "satisfaction"));
        assertThat(refused.at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/counts/q1/5",
                        "/counts/q2/9",
                        "/counts/q7",
                        "/counts/q3",
                        "/scan/sha256",
                        "/scan/bytes",
                        "/scan/type",
                        "/reason/kk",
                        "/reason/ru");
    }

    @Test
    void aCorrectionHoldsOnceConfirmedAndAnAnnulmentOfTheChannelTakesIt() throws Exception {
        var candidates = voted(12, 12);
        var akim = candidates.getFirst();
        filed(akim, 1, 30);
        is(201, enter(akim, 2, 40));
        assertThat(listed().at("/counts/0/holds").asBoolean()).isTrue();
        scanned(akim, 2, 40);
        is(201, confirm("m2", akim, 2));
        assertThat(listed().at("/counts/0/holds").asBoolean()).isFalse();
        assertThat(listed().at("/counts/1/holds").asBoolean()).isTrue();
        assertThat(acts().at("/paper").asLong()).isEqualTo(40);
        var all = Map.of("scope", rig.scope, "channel", "paper");
        var preview =
                json(200, rig.agency("POST /v1/surveys/{survey}/previews", Map.of("ballots", all), "satisfaction"));
        assertThat(preview.at("/paper").asLong()).isEqualTo(40);
        assertThat(preview.at("/ballots").asLong()).isZero();
        is(201, annul(1, all));
        assertThat(acts().at("/paper").asLong()).isZero();
        assertThat(acts().at("/counted").asLong()).isEqualTo(24);
        assertThat(acts().at("/acts/0/paper").asLong()).isEqualTo(40);
        is(201, rig.announce("regional"));
        var paper = pack().get("paper.json");
        assertThat(paper).hasSize(2);
        assertThat(paper.at("/1/annulled").asInt()).isEqualTo(1);
        assertThat(paper.findValues("counts"))
                .allSatisfy(counts -> assertThat(counts).isEmpty());
        assertThat(json(409, enter(akim, 3, 41)).at("/type").asText()).endsWith("/survey-announced");
        is(200, enter(akim, 2, 40));
    }

    @Test
    void anAnnulmentByHoursOrNetworkTakesNoPaper() throws Exception {
        var akim = voted(12, 12).getFirst();
        filed(akim, 1, 30);
        is(201, annul(1, Map.of("scope", rig.scope, "toHour", "2027-06-01T00")));
        assertThat(acts().at("/paper").asLong()).isEqualTo(30);
        assertThat(acts().at("/counted").asLong()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatTheDefinitionSaysDecidesWhetherPaperCounts(boolean counts) throws Exception {
        if (counts) {
            counted();
        }
        var candidates = voted(12, 12);
        filed(candidates.getFirst(), 1, 30);
        is(201, rig.announce("regional"));
        var pack = pack();
        assertThat(pack.get("tallies.json")
                        .at("/satisfaction/" + candidates.getFirst() + "/ballots")
                        .asLong())
                .isEqualTo(12);
        assertThat(pack.get("paper.json").at("/0/ballots").asLong()).isEqualTo(30);
        var results = Json.tree(rig.text("data/results-regional.json"));
        assertThat(results.at("/paper/0/ballots").asLong()).isEqualTo(30);
        var place = StreamSupport.stream(results.at("/scopes/0/standings").spliterator(), false)
                .filter(standing -> standing.at("/candidate").asText().equals(candidates.getFirst()))
                .findFirst()
                .orElseThrow();
        assertThat(place.findValues("channels"))
                .contains(Json.tree("{\"electronic\":12,\"paper\":30}"), Json.tree("{\"electronic\":0,\"paper\":0}"));
        assertThat(place.at("/explanation/ru").asText())
                .contains(
                        counts
                                ? "голосов жителей — 42 (электронных — 12, на бумаге — 30)"
                                : "голосов жителей — 12 (электронных — 12, на бумаге — 30; бумажные в балл не входят)",
                        "ответов приглашённых — 0");
        assertThat(place.at("/explanation/kk").asText()).contains("қағазда — 30", "шақырылғандардың жауабы — 0");
        var points = pack.get("rating.json").at("/scopes/0/standings");
        var own = new TreeMap<String, JsonNode>();
        points.forEach(standing -> standing.at("/components").forEach(component -> {
            if (component.at("/component").asText().equals("residents")) {
                own.put(standing.at("/candidate").asText(), component);
            }
        }));
        assertThat(own.get(candidates.getFirst()).at("/counted").asLong()).isEqualTo(counts ? 42 : 12);
        rig.schedule.handleRequest(null, null);
        var turnout = Json.tree(rig.text("data/turnout-satisfaction.json"));
        assertThat(turnout.at("/okrugs/0/paper").asLong()).isEqualTo(30);
        assertThat(turnout.at("/okrugs/0/ballots").asLong()).isEqualTo(10);
    }

    /** Points made of four ballots and of thirty known ones would tell what the four said. */
    @Test
    void aFewBallotsBesideManyOnPaperStayUnread() throws Exception {
        counted();
        var one = published(1);
        counted();
        var other = published(5);
        assertThat(one.keySet()).isNotEmpty();
        one.forEach((file, bytes) -> assertThat(bytes).as(file).isEqualTo(other.get(file)));
    }

    private Map<String, String> published(int answer) throws Exception {
        var candidates = voted(12, 0);
        for (int i = 0; i < 4; i++) {
            rig.voteOnce("%032x".formatted(1000 + i), candidates.get(1), answer);
        }
        filed(candidates.get(1), 1, 30);
        is(201, rig.announce("regional"));
        var texts = new TreeMap<String, String>();
        pack().forEach((name, json) -> texts.put(name, json.toString()));
        for (var random : List.of("manifest.json", "sheets.json")) {
            texts.remove(random);
        }
        return texts;
    }

    private void filed(String akim, int version, long ballots) throws Exception {
        is(201, enter(akim, version, ballots));
        scanned(akim, version, ballots);
        is(201, confirm("m2", akim, version));
    }

    private void scanned(String akim, int version, long ballots) throws Exception {
        assertThat(upload(json(200, enter(akim, version, ballots)).at("/upload"), SCAN))
                .isEqualTo(200);
    }

    private APIGatewayV2HTTPResponse enter(String akim, int version, long ballots) throws Exception {
        return rig.call(person("secretary", "secretary"), ENTER, body(akim, version, ballots), "satisfaction");
    }

    private static Map<String, Object> body(String akim, int version, long ballots) throws Exception {
        var body = new TreeMap<String, Object>();
        body.put("candidate", akim);
        body.put("version", version);
        body.put("ballots", ballots);
        body.put("counts", Map.of("q1", Map.of("5", ballots - 1), "q2", Map.of("1", 1, "0", ballots - 1)));
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SCAN));
        body.put("scan", Map.of("sha256", sha256, "bytes", SCAN.length, "type", "application/pdf"));
        if (version > 1) {
            body.put("reason", REASON);
        }
        return body;
    }

    private APIGatewayV2HTTPResponse confirm(String who, String akim, int version) {
        var role = who.equals("secretary") ? "secretary" : "member";
        return rig.call(person(who, role), CHECK, Map.of("candidate", akim, "version", version), "satisfaction");
    }

    private APIGatewayV2HTTPResponse annul(int number, Map<String, String> ballots) {
        var what = Map.of("kind", "annulment", "ballots", ballots);
        return rig.agency(ACT, Map.of("number", number, "what", what, "reason", REASON), "satisfaction");
    }

    private Map<String, String> person(String subject, String role) {
        return Map.of("sub", subject, "scope", "uzdik/" + role, "uzdik_scope", rig.scope);
    }

    private JsonNode listed() throws IOException {
        return json(200, rig.call(person("m2", "member"), LIST, "", "satisfaction", rig.scope));
    }

    private JsonNode acts() throws IOException {
        return json(200, rig.agency("GET /v1/surveys/{survey}/acts", "", "satisfaction"));
    }

    private Map<String, JsonNode> pack() throws IOException {
        var files = new TreeMap<String, JsonNode>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(rig.file("evidence/evidence-regional.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    files.put(entry.getName(), Json.tree(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return files;
    }

    private static int upload(JsonNode link, byte[] bytes) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(link.at("/url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes));
        link.at("/headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static byte[] get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }
}
