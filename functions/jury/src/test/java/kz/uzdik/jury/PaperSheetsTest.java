package kz.uzdik.jury;

import static kz.uzdik.jury.SelectionDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.json.Json;
import kz.uzdik.store.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sheets of absent members, entered from paper and confirmed by another person, with real scans in a real bucket. */
final class PaperSheetsTest {

    private static final byte[] SCAN = "%PDF signed sheet".getBytes(StandardCharsets.UTF_8);

    private final JuryRig rig = new JuryRig();
    private final String scope = rig.oblast.kato();
    private final String candidate = rig.commission(scope).admit(0);
    private final JuryRig.Staff secretary = new JuryRig.Staff("s1", "uzdik/secretary", scope);
    private final JuryRig.Staff other = new JuryRig.Staff("s2", "uzdik/secretary", scope);

    @Test
    void aConfirmedEntryIsTheMembersSheetMarkedAsFromPaper() throws Exception {
        var entered = json(201, enter(secretary, "m7", 1, 3, null));
        refused(409, "scan-missing", confirm(other, "m7", 1));
        send(entered);
        refused(409, "own-entry", confirm(secretary, "m7", 1));
        refused(403, "sealed", confirm(rig.member(3), "m7", 1));
        assertThat(rig.jury.read("selection", scope).sheets()).isEmpty();
        json(201, confirm(other, "m7", 1));
        json(200, confirm(other, "m7", 1));
        assertThat(rig.jury.read("selection", scope).sheets()).singleElement().satisfies(sheet -> {
            assertThat(sheet.member()).isEqualTo("m7");
            assertThat(sheet.paper()).isNotNull().satisfies(paper -> {
                assertThat(paper.scanSha256()).isEqualTo(Content.sha256(SCAN));
                assertThat(paper.enteredBy()).isEqualTo("s1");
                assertThat(paper.confirmedBy()).isEqualTo("s2");
            });
        });
        refused(409, "member-acted", enter(secretary, "m7", 2, 4, "қате"));
        var mine = json(200, rig.call(rig.member(7), "GET /v1/sheets/{stage}", "", "selection"));
        assertThat(mine.at("/filed/0/paper/enteredBy").asText()).isEqualTo("s1");
        assertThat(mine.at("/seals")).hasSize(1);
    }

    @Test
    void nobodySeesTheEntryWhoMayNotSeeTheSheet() throws Exception {
        send(json(201, enter(secretary, "m7", 1, 3, null)));
        assertThat(seen(rig.member(3)).has("points")).isFalse();
        assertThat(seen(rig.member(3)).at("/mayConfirm").asBoolean()).isFalse();
        assertThat(seen(rig.member(7)).at("/mayConfirm").asBoolean()).isTrue();
        json(201, file(3));
        var seen = seen(rig.member(3));
        assertThat(seen.at("/mayConfirm").asBoolean()).isTrue();
        assertThat(seen.at("/points")).hasSize(5);
        try (var http = HttpClient.newHttpClient()) {
            var scan = HttpRequest.newBuilder(URI.create(seen.at("/scan").asText()))
                    .build();
            assertThat(http.send(scan, HttpResponse.BodyHandlers.ofByteArray()).body())
                    .isEqualTo(SCAN);
        }
        json(201, confirm(rig.member(3), "m7", 1));
        assertThat(seen(secretary).at("/confirmedBy").asText()).isEqualTo("m3");
    }

    @Test
    void whoFiledRecusedOrAbstainedIsNeverEnteredFor() throws Exception {
        json(201, file(2));
        refused(409, "member-acted", enter(secretary, "m2", 1, 3, null));
        send(json(201, enter(secretary, "m3", 1, 3, null)));
        json(201, file(3));
        refused(409, "member-acted", confirm(other, "m3", 1));
        send(json(201, enter(secretary, "m4", 1, 3, null)));
        json(
                201,
                rig.call(
                        rig.member(4),
                        "PUT /v1/recusals/{stage}/{candidate}",
                        Map.of("reason", "туыс"),
                        "selection",
                        candidate));
        refused(409, "member-acted", confirm(other, "m4", 1));
        assertThat(rig.jury.read("selection", scope).unconfirmed()).isEmpty();
        assertThat(rig.jury.read("selection", scope).sheets()).hasSize(2);
    }

    @Test
    void theLastVersionAloneIsConfirmedAndAnEntryCanBeTakenBack() throws Exception {
        send(json(201, enter(secretary, "m7", 1, 3, null)));
        json(200, enter(secretary, "m7", 1, 3, null));
        refused(409, "paper-version", enter(secretary, "m7", 1, 4, null));
        refused(400, "field-invalid", enter(secretary, "m7", 2, 4, null));
        refused(409, "paper-version", enter(secretary, "m7", 3, 4, "қате"));
        send(json(201, enter(secretary, "m7", 2, 4, "қате оқылған")));
        refused(409, "paper-version", confirm(other, "m7", 1));
        var stage = rig.definition.stage("selection").orElseThrow();
        assertThat(rig.facts.gather(stage).unconfirmed()).hasSize(1);
        fileAll();
        refused(409, "paper-unconfirmed", open());
        var back = body("m7", 3, 0, "бұл мүше қол қоймаған");
        back.put("points", Map.of());
        json(201, rig.call(secretary, "POST /v1/paper-sheets/{stage}/{scope}", back, "selection", scope));
        assertThat(rig.facts.gather(stage).unconfirmed()).isEmpty();
        refused(409, "paper-version", confirm(other, "m7", 3));
        json(201, open());
        refused(409, "sheets-open", enter(secretary, "m8", 1, 3, null));
    }

    @Test
    void whatIsWrongIsRefusedByField() throws Exception {
        refused(403, "role-missing", enter(rig.member(1), "m7", 1, 3, null));
        refused(400, "field-invalid", enter(secretary, "m77", 1, 3, null));
        var none = body("m7", 1, 0, null);
        none.put("points", Map.of());
        refused(
                400,
                "points-invalid",
                rig.call(secretary, "POST /v1/paper-sheets/{stage}/{scope}", none, "selection", scope));
        for (var scan : List.of(
                Map.of("sha256", "x", "bytes", 10, "type", "image/png"),
                Map.of("sha256", "0".repeat(64), "bytes", 20_000_001, "type", "image/png"),
                Map.of("sha256", "0".repeat(64), "bytes", 10, "type", "text/html"))) {
            var wrong = body("m7", 1, 0, null);
            wrong.put("scan", scan);
            refused(
                    400,
                    "field-invalid",
                    rig.call(secretary, "POST /v1/paper-sheets/{stage}/{scope}", wrong, "selection", scope));
        }
        refused(404, "paper-unknown", confirm(other, "m7", 1));
    }

    private APIGatewayV2HTTPResponse file(int member) {
        return rig.call(
                rig.member(member),
                "PUT /v1/sheets/{stage}/{sheet}/{candidate}",
                rig.points("project", 1),
                "selection",
                "project",
                candidate);
    }

    private void fileAll() throws Exception {
        for (var member = 1; member <= 6; member++) {
            for (var sheet : List.of("questionnaire", "project")) {
                json(
                        201,
                        rig.call(
                                rig.member(member),
                                "PUT /v1/sheets/{stage}/{sheet}/{candidate}",
                                rig.points(sheet, 1),
                                "selection",
                                sheet,
                                candidate));
            }
        }
    }

    private APIGatewayV2HTTPResponse open() {
        return rig.call(rig.member(1), "PUT /v1/openings/{stage}/{candidate}", "", "selection", candidate);
    }

    private APIGatewayV2HTTPResponse enter(
            JuryRig.Staff caller, String member, int version, int less, @Nullable String reason) {
        return rig.call(
                caller,
                "POST /v1/paper-sheets/{stage}/{scope}",
                body(member, version, less, reason),
                "selection",
                scope);
    }

    private Map<String, Object> body(String member, int version, int less, @Nullable String reason) {
        var body = new HashMap<String, Object>(rig.points("project", less));
        body.put("sheet", "project");
        body.put("candidate", candidate);
        body.put("member", member);
        body.put("version", version);
        body.put("scan", Map.of("sha256", Content.sha256(SCAN), "bytes", SCAN.length, "type", "application/pdf"));
        if (reason != null) {
            body.put("reason", reason);
        }
        return body;
    }

    private APIGatewayV2HTTPResponse confirm(JuryRig.Staff caller, String member, int version) {
        var body = Map.of("sheet", "project", "candidate", candidate, "member", member, "version", version);
        return rig.call(caller, "POST /v1/paper-sheet-checks/{stage}/{scope}", body, "selection", scope);
    }

    private JsonNode seen(JuryRig.Staff caller) throws Exception {
        return json(200, rig.call(caller, "GET /v1/paper-sheets/{stage}/{scope}", "", "selection", scope))
                .at("/entries/0");
    }

    private static void send(JsonNode entered) throws Exception {
        var link = entered.at("/upload");
        var request = HttpRequest.newBuilder(URI.create(link.at("/url").asText()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(SCAN));
        link.at("/headers").fields().forEachRemaining(header -> {
            if (!header.getKey().equalsIgnoreCase("content-length")) {
                request.header(header.getKey(), header.getValue().asText());
            }
        });
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static JsonNode json(int status, APIGatewayV2HTTPResponse answer) throws Exception {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        return Json.tree(answer.getBody());
    }
}
