package kz.uzdik.ranking;

import static kz.uzdik.ranking.Answers.is;
import static kz.uzdik.ranking.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What is done to a survey under attack: who may, what it changes, and that nothing moves after the announcement. */
final class ActsTest {

    private static final String ACT = "POST /v1/surveys/{survey}/acts";
    private static final String ACTS = "GET /v1/surveys/{survey}/acts";
    private static final String PREVIEW = "POST /v1/surveys/{survey}/previews";
    private static final Map<String, String> REASON = Map.of("kk", "Бір желіден шабуыл.", "ru", "Атака из одной сети.");

    private final RankingRig rig = new RankingRig();
    private final Map<String, String> chair = Map.of("sub", "m1", "scope", "uzdik/chair", "uzdik_scope", rig.scope);

    private List<String> attacked() {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        rig.fileRegional(candidates.get(0), candidates.get(1));
        rig.vote(candidates.get(0), 12);
        rig.vote(candidates.get(0), 8, "2027-05-21T03", "0000beef");
        rig.vote(candidates.get(0), 6, "2027-05-21T04", "0000beef");
        rig.vote(candidates.get(0), 2, "2027-05-21T05", "0000beef");
        rig.vote(candidates.get(1), 11);
        return candidates;
    }

    @Test
    void anAnnulmentIsPreviewedRecordedOnceUndoneAndPublished() throws IOException {
        var candidates = attacked();
        var night = criteria("candidate", candidates.get(0), "fromHour", "2027-05-21T00", "toHour", "2027-05-21T03");
        var preview = json(200, rig.call(chair, PREVIEW, Map.of("ballots", night), "satisfaction"));
        assertThat(preview)
                .isEqualTo(Json.tree(
                        "{\"next\":1,\"minimumGroup\":5,\"ballots\":8,\"paper\":0,\"shares\":[{\"candidate\":\""
                                + candidates.get(0) + "\",\"ballots\":8,\"of\":28}]}"));
        is(201, annul(1, night));
        is(200, annul(1, night));
        assertThat(json(409, annul(1, criteria("network", "0000beef")))
                        .at("/next")
                        .asInt())
                .isEqualTo(2);
        is(409, annul(3, criteria("network", "0000beef")));
        is(201, annul(2, criteria("network", "0000beef", "fromHour", "2027-05-21T00")));
        assertThat(ballots("/counted")).isEqualTo(23);
        is(201, act(3, Map.of("kind", "reinstatement", "annulment", 2)));
        is(409, act(4, Map.of("kind", "reinstatement", "annulment", 2)));
        is(409, act(4, Map.of("kind", "reinstatement", "annulment", 9)));
        assertThat(ballots("/counted")).isEqualTo(31);
        assertThat(ballots("/accepted")).isEqualTo(39);
        var state = json(200, rig.agency("GET /v1/state", ""));
        assertThat(state.at("/ballots/satisfaction").asLong()).isEqualTo(31);
        assertThat(state.at("/annulled/satisfaction").asLong()).isEqualTo(8);

        rig.now = RankingRig.AFTER_REGIONAL;
        var rated = json(200, rig.agency("POST /v1/ratings/{stage}", "", "regional"));
        assertThat(rated.at("/recount/equal").asBoolean()).isTrue();
        assertThat(rated.at("/rating/scopes/0/standings").findValue("counted")).isNotNull();
        is(201, rig.announce("regional"));
        var pack = pack();
        assertThat(pack.get("tallies.json")
                        .at("/satisfaction/" + candidates.get(0) + "/ballots")
                        .asLong())
                .isEqualTo(20);
        assertThat(pack.get("annulments.json")
                        .at("/0/ballots/" + candidates.get(0))
                        .asLong())
                .isEqualTo(8);
        assertThat(pack.get("annulments.json").at("/1/reinstated/reason/ru").asText())
                .isEqualTo(REASON.get("ru"));
        assertThat(pack.get("annulments.json").toString()).doesNotContain("beef", "m1");
        assertThat(Json.tree(rig.text("data/results-regional.json")).at("/annulments"))
                .isEqualTo(pack.get("annulments.json"));
        is(409, act(4, Map.of("kind", "reinstatement", "annulment", 1)));
        is(409, annul(4, criteria("network", "0000beef")));
        is(200, annul(1, night));
        is(200, rig.agency("POST /v1/evidence/{stage}", "", "regional"));
        assertThat(rig.file("evidence/rebuilt/evidence-regional.zip"))
                .isEqualTo(rig.file("evidence/evidence-regional.zip"));
    }

    @Test
    void aFewBallotsAreNotSingledOut() throws IOException {
        attacked();
        var two = criteria("fromHour", "2027-05-21T05");
        assertThat(json(200, rig.call(chair, PREVIEW, Map.of("ballots", two), "satisfaction")))
                .hasToString("{\"next\":1,\"minimumGroup\":5,\"paper\":0,\"shares\":[{\"candidate\":\""
                        + rig.candidate(0) + "\",\"of\":28}]}");
        assertThat(json(409, annul(1, two)).at("/type").asText()).endsWith("/too-few-ballots");
    }

    @Test
    void votesOnOneCandidateAreStoppedAndTakenAgain() throws IOException {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        var freeze = Map.<String, Object>of("kind", "freeze", "candidate", candidates.get(0));
        is(201, act(1, freeze));
        is(200, act(1, freeze));
        is(409, act(2, freeze));
        assertThat(orders())
                .isEqualTo(Json.tree("{\"survey\":\"satisfaction\",\"frozen\":{\"" + candidates.get(0) + "\":"
                        + Json.write(REASON) + "}}"));
        assertThat(json(200, rig.call(chair, ACTS, "", "satisfaction")).at("/frozen"))
                .hasSize(1);
        is(409, act(2, Map.of("kind", "unfreeze", "candidate", candidates.get(1))));
        is(201, act(2, Map.of("kind", "unfreeze", "candidate", candidates.get(0))));
        assertThat(orders().at("/frozen")).isEmpty();
        is(400, act(3, Map.of("kind", "freeze", "candidate", "d-999999999")));
        var elsewhere = Map.of("sub", "m1", "scope", "uzdik/chair", "uzdik_scope", "150000000");
        is(403, rig.call(elsewhere, ACT, Map.of("number", 3, "what", freeze, "reason", REASON), "satisfaction"));
    }

    @Test
    void aMovedEndShowsOnThePagesThatAreThere() throws IOException {
        var okrug = rig.selection(1).getFirst().substring(2);
        is(201, rig.announce("selection"));
        var page = "vote/satisfaction/" + okrug + "-ru.html";
        assertThat(rig.text(page)).contains("14 июня").doesNotContain("16 июня");
        is(201, extend(1, "2027-06-16T00:00:00"));
        var moved = rig.text(page);
        assertThat(moved).contains("16 июня").doesNotContain("14 июня");
        rig.lose(page);
        is(200, extend(1, "2027-06-16T00:00:00"));
        assertThat(rig.text(page)).isEqualTo(moved);
        rig.lose(page);
        rig.lose("data/orders-satisfaction.json");
        rig.schedule.handleRequest(null, null);
        assertThat(rig.text(page)).isEqualTo(moved);
        assertThat(rig.text("ru.html")).contains("16 июня").doesNotContain("14 июня");
    }

    @Test
    void aBallotUnderWayAtTheEndIsNotMissed() throws IOException {
        var candidates = attacked();
        rig.now = Instant.parse("2027-06-13T19:00:01Z");
        assertThat(json(409, rig.announce("regional")).at("/missing").findValuesAsText("kind"))
                .containsExactly("surveyOpen");
        rig.vote(candidates.get(0), 1);
        rig.now = Instant.parse("2027-06-13T19:00:00Z").plus(Readiness.SETTLING);
        is(201, rig.announce("regional"));
        assertThat(pack().get("tallies.json")
                        .at("/satisfaction/" + candidates.get(0) + "/ballots")
                        .asLong())
                .isEqualTo(29);
    }

    @Test
    void theEndMovesLaterUpToTheRatingBeforeItHasCome() throws IOException {
        rig.selection(1);
        is(201, rig.announce("selection"));
        is(403, act(1, extension("2027-06-16T00:00:00")));
        assertThat(json(409, extend(1, "2027-06-13T00:00:00")).at("/at").asText())
                .isEqualTo("2027-06-14T00:00");
        assertThat(json(409, extend(1, "2027-06-25T18:00:01")).at("/at").asText())
                .isEqualTo("2027-06-25T18:00");
        is(201, extend(1, "2027-06-16T00:00:00"));
        assertThat(orders().at("/closes").asText()).isEqualTo("2027-06-16T00:00:00");
        assertThat(json(200, rig.call(chair, ACTS, "", "satisfaction"))
                        .at("/window/closes")
                        .asText())
                .isEqualTo("2027-06-16T00:00:00");
        rig.now = Instant.parse("2027-06-15T06:00:00Z");
        assertThat(json(409, rig.announce("regional")).at("/missing").findValuesAsText("closes"))
                .containsExactly("2027-06-16T00:00:00");
        is(201, extend(2, "2027-06-17T00:00:00"));
        rig.now = Instant.parse("2027-06-17T06:00:00Z");
        assertThat(json(409, extend(3, "2027-06-18T00:00:00")).at("/type").asText())
                .endsWith("/survey-over");
    }

    @Test
    void theScheduleMendsTheOrders() throws IOException {
        rig.selection(1);
        is(201, rig.announce("selection"));
        rig.schedule.handleRequest(Map.of(), null);
        assertThat(orders()).isEqualTo(Json.tree("{\"survey\":\"satisfaction\",\"frozen\":{}}"));
    }

    @Test
    void theTurnoutIsPublishedByTheHourAndInSteps() throws IOException {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        rig.schedule.handleRequest(Map.of(), null);
        assertThatThrownBy(() -> rig.text("data/turnout-satisfaction.json")).isInstanceOf(NoSuchKeyException.class);
        rig.now = Instant.parse("2027-05-20T05:05:00Z");
        rig.vote(candidates.get(0), 4);
        rig.vote(candidates.get(1), 12);
        rig.schedule.handleRequest(Map.of(), null);
        var first = Json.tree(rig.text("data/turnout-satisfaction.json"));
        assertThat(first.at("/hour").asText()).isEqualTo("2027-05-20T10:00:00");
        assertThat(first.at("/step").asInt()).isEqualTo(5);
        assertThat(first.at("/okrugs").findValuesAsText("ballots")).containsExactly("0", "10");
        rig.vote(candidates.get(0), 1);
        rig.now = Instant.parse("2027-05-20T05:59:00Z");
        rig.schedule.handleRequest(Map.of(), null);
        assertThat(Json.tree(rig.text("data/turnout-satisfaction.json"))).isEqualTo(first);
        rig.now = Instant.parse("2027-05-20T06:05:00Z");
        rig.schedule.handleRequest(Map.of(), null);
        assertThat(Json.tree(rig.text("data/turnout-satisfaction.json"))
                        .at("/okrugs")
                        .findValuesAsText("ballots"))
                .containsExactly("5", "10");
        assertThat(rig.text("data/turnout-satisfaction.json")).doesNotContain("counts", "q1");
    }

    private APIGatewayV2HTTPResponse extend(int number, String closes) {
        return rig.agency(ACT, Map.of("number", number, "what", extension(closes), "reason", REASON), "satisfaction");
    }

    private static Map<String, Object> extension(String closes) {
        return Map.of("kind", "extension", "closes", closes);
    }

    private JsonNode orders() throws IOException {
        return Json.tree(rig.text("data/orders-satisfaction.json"));
    }

    @Test
    void whoMayNotAndWhatCannotBeIsRefused() throws IOException {
        rig.selection(2);
        is(201, rig.announce("selection"));
        var member = Map.of("sub", "m2", "scope", "uzdik/member", "uzdik_scope", rig.scope);
        var all = Map.of("number", 1, "what", annulment(criteria("channel", "web")), "reason", REASON);
        is(403, rig.call(member, ACT, all, "satisfaction"));
        is(403, rig.call(member, PREVIEW, Map.of("ballots", criteria("channel", "web")), "satisfaction"));
        is(200, rig.call(member, ACTS, "", "satisfaction"));
        var elsewhere = Map.of("sub", "m1", "scope", "uzdik/chair", "uzdik_scope", "150000000");
        is(403, rig.call(elsewhere, ACT, all, "satisfaction"));
        var republic = new HashMap<>(criteria("channel", "web"));
        republic.put("scope", "republic");
        var everywhere = Map.of("sub", "m1", "scope", "uzdik/chair", "uzdik_scope", "republic");
        is(403, rig.call(everywhere, PREVIEW, Map.of("ballots", republic), "satisfaction"));
        is(200, rig.agency(PREVIEW, Map.of("ballots", republic), "satisfaction"));
        is(404, rig.call(chair, ACT, all, "other"));
        is(400, annul(1, criteria()));
        is(400, annul(1, criteria("candidate", "d-990000000")));
        is(400, annul(1, criteria("fromHour", "2027-05-21T05", "toHour", "2027-05-21T04")));
        is(400, annul(1, criteria("network", "NOT-A-TAG")));
        is(400, annul(1, criteria("channel", "<web>")));
        is(400, annul(1, criteria("scope", "990000000", "channel", "web")));
        var mute = Map.of(
                "number", 1, "what", annulment(criteria("channel", "web")), "reason", Map.of("kk", "", "ru", " "));
        assertThat(json(400, rig.call(chair, ACT, mute, "satisfaction")).at("/errors"))
                .hasSize(2);
    }

    private APIGatewayV2HTTPResponse annul(int number, Map<String, String> criteria) {
        return act(number, annulment(criteria));
    }

    private APIGatewayV2HTTPResponse act(int number, Map<String, Object> what) {
        return rig.call(chair, ACT, Map.of("number", number, "what", what, "reason", REASON), "satisfaction");
    }

    private static Map<String, Object> annulment(Map<String, String> criteria) {
        return Map.of("kind", "annulment", "ballots", criteria);
    }

    private Map<String, String> criteria(String... pairs) {
        var criteria = new HashMap<String, String>();
        criteria.put("scope", rig.scope);
        for (var i = 0; i < pairs.length; i += 2) {
            criteria.put(pairs[i], pairs[i + 1]);
        }
        return criteria;
    }

    private long ballots(String which) throws IOException {
        return json(200, rig.call(chair, ACTS, "", "satisfaction")).at(which).asLong();
    }

    private Map<String, JsonNode> pack() throws IOException {
        var files = new HashMap<String, JsonNode>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(rig.file("evidence/evidence-regional.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    files.put(entry.getName(), Json.tree(new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        return files;
    }
}
