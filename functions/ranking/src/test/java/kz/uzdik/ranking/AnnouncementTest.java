package kz.uzdik.ranking;

import static kz.uzdik.ranking.Answers.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Announcements: what holds them up, and that whatever happens there is one, with one outcome. */
final class AnnouncementTest {

    private static final String PACK = "evidence/evidence-selection.zip";

    private final RankingRig rig = new RankingRig();

    @AfterEach
    void nothingStaysBroken() {
        InjectedFault.clear();
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        rig.now = RankingRig.FILED.minusSeconds(30L * 24 * 3600);
        rig.admit(0);
        var undecided = rig.register(1);
        var answer = rig.announce("selection");
        is(409, answer);
        assertThat(Json.tree(answer.getBody()).at("/missing").findValuesAsText("kind"))
                .contains("intakeOpen", "undecided", "scope", "noCommission");
        assertThat(answer.getBody()).contains(undecided);
        var later = rig.announce("regional");
        is(409, later);
        assertThat(Json.tree(later.getBody()).at("/missing").findValuesAsText("kind"))
                .contains("earlierStage", "surveyOpen");
        is(404, rig.announce("final"));
        is(400, rig.agency("POST /v1/announcements", "{}"));
        var member = Map.of("sub", "m1", "scope", "uzdik/member", "uzdik_scope", rig.scope);
        is(403, rig.call(member, "POST /v1/announcements", Map.of("stage", "selection")));
        is(409, rig.agency("POST /v1/evidence/{stage}", "", "selection"));
    }

    @Test
    void withoutASittingWithAQuorumNothingIsAnnounced() throws Exception {
        var candidate = rig.admit(0);
        rig.appoint(rig.scope);
        rig.file("selection", rig.scope, "questionnaire", candidate, 0);
        rig.file("selection", rig.scope, "project", candidate, 0);
        assertThat(missing("selection").toString())
                .startsWith("[{\"kind\":\"noSitting\",\"scope\":\"" + rig.scope + "\",\"sitting\":0,\"present\":0");
        rig.sit("selection", rig.scope, 1, 3);
        rig.sit("selection", rig.scope, 2, 5);
        assertThat(missing("selection").toString()).isEqualTo("""
            [{"kind":"noSitting","scope":"%s","sitting":2,"present":5,"needed":6,\
            "absent":["Мүше <6>","Мүше <7>","Мүше <8>","Мүше <9>"]}]\
            """.formatted(rig.scope));
        rig.sit("selection", rig.scope, 3, 6);
        is(201, rig.announce("selection"));
        assertThat(rig.text("protocols/selection-ru.html"))
                .contains("№ 2, 05.05.2027", "6, кворума нет.", "№ 3, 05.05.2027", "6, кворум есть.")
                .contains("Үміткерлерді бағалау &amp; шешім");
    }

    @Test
    void aCorrectedSheetIsRatedAsItHoldsAndTheProtocolTellsWhatItChanged() throws Exception {
        var candidate = rig.selection(1).getFirst();
        rig.correct("selection", rig.scope, "project", candidate, 2, 9, "басқа жобаның <ұпайы>");
        is(201, rig.announce("selection"));
        assertThat(rig.text("protocols/selection-ru.html"))
                .contains("Исправления листов", "Мүше &lt;2&gt; — Үміткер &amp; 0, «Проектная работа", ": 10 → 1.")
                .contains("Причина: басқа жобаның &lt;ұпайы&gt;");
        assertThat(Json.tree(rig.text("data/results-selection.json")).toString())
                .contains("{\"member\":\"Мүше <2>\",\"points\":41}");
    }

    @Test
    void whatWasEnteredFromPaperIsConfirmedFirstAndMarkedThen() throws Exception {
        var candidate = rig.selection(1).getFirst();
        var questionnaire = rig.enter("selection", rig.scope, "questionnaire", candidate, 7, 0);
        var project = rig.enter("selection", rig.scope, "project", candidate, 7, 0);
        rig.confirm(rig.scope, questionnaire);
        assertThat(missing("selection").at("/0").toString())
                .isEqualTo("{\"kind\":\"sheetsUnconfirmed\",\"candidates\":[\"" + candidate + "\"]}");
        rig.confirm(rig.scope, project);
        is(201, rig.announce("selection"));
        assertThat(rig.text("protocols/selection-ru.html"))
                .contains("Листы отсутствовавших членов, внесённые с бумаги", "Мүше &lt;7&gt; — Үміткер &amp; 0")
                .contains("Сумма SHA-256 скана: <code>" + "5".repeat(64));
    }

    private JsonNode missing(String stage) throws Exception {
        var answer = rig.announce(stage);
        is(409, answer);
        return Json.tree(answer.getBody()).at("/missing");
    }

    @Test
    void aPreviewSaysWhatWouldBeAnnouncedAndAnnouncesNothing() throws Exception {
        rig.selection(4);
        var early = preview("regional");
        assertThat(early.at("/ready").asBoolean()).isFalse();
        assertThat(early.at("/missing").findValuesAsText("kind")).contains("earlierStage", "surveyOpen");
        var seen = preview("selection");
        assertThat(seen.at("/ready").asBoolean()).isTrue();
        assertThat(seen.at("/missing")).isEmpty();
        assertThat(seen.at("/scopes/0/scope").asText()).isEqualTo(rig.scope);
        assertThat(seen.at("/scopes/0/chosen")).hasSize(3);
        assertThat(rig.isDecided("selection")).isFalse();
        var announced = Json.tree(rig.announce("selection").getBody());
        assertThat(announced.at("/inputsSha256")).isEqualTo(seen.at("/inputsSha256"));
        assertThat(preview("selection").at("/announcedAt")).isEqualTo(announced.at("/announcedAt"));
        var secretary = Map.of("sub", "s", "scope", "uzdik/secretary", "uzdik_scope", rig.scope);
        is(403, rig.call(secretary, "POST /v1/announcements/previews", Map.of("stage", "selection")));
    }

    private JsonNode preview(String stage) throws Exception {
        var answer = rig.agency("POST /v1/announcements/previews", Map.of("stage", stage));
        is(200, answer);
        return Json.tree(answer.getBody());
    }

    @Test
    void openDisputesHoldUpTheStageThatCountsTheSurvey() throws Exception {
        var candidate = rig.selection(1).getFirst();
        rig.dispute(candidate, false);
        is(201, rig.announce("selection"));
        var disputed = Json.tree("{\"kind\":\"disputesOpen\",\"survey\":\"satisfaction\",\"open\":1}");
        assertThat(preview("regional").at("/missing")).contains(disputed);
        rig.dispute(candidate, true);
        assertThat(preview("regional").at("/missing")).isNotEmpty().doesNotContain(disputed);
    }

    @Test
    void anOpenAppealHoldsUpTheFirstStageAndTheProtocolTellsOfItsDecision() throws Exception {
        var candidates = rig.selection(2);
        var appealed = candidates.getFirst();
        rig.join(candidates.getLast());
        rig.appeal(appealed);
        assertThat(missing("selection"))
                .contains(Json.tree("{\"kind\":\"appealsOpen\",\"dossiers\":[\"" + appealed + "\"]}"));
        assertThat(missing("selection").findValuesAsText("kind")).doesNotContain("undecided");
        rig.admitOnAppeal(appealed);
        is(201, rig.announce("selection"));
        assertThat(rig.text("protocols/selection-ru.html"))
                .contains("Решено заново по апелляции: 1.", candidates.getLast() + ": 2");
        assertThat(rig.text("protocols/selection-kk.html")).contains("Апелляция бойынша қайта шешілгені: 1.");
    }

    @Test
    void theFirstStageWaitsForATermOfAppealThatRuns() throws Exception {
        var candidates = rig.selection(2);
        rig.now = Instant.parse("2027-05-03T23:59:59+05:00");
        var waiting = Json.tree("""
            {"kind":"appealsPossible","dossiers":["%s","%s"],"until":"2027-05-04T00:00:00"}\
            """.formatted(candidates.get(0), candidates.get(1)));
        assertThat(preview("selection").at("/missing")).contains(waiting);
        assertThat(missing("selection")).contains(waiting);
        rig.now = rig.now.plusSeconds(1);
        assertThat(preview("selection").at("/missing").findValuesAsText("kind")).doesNotContain("appealsPossible");
        is(201, rig.announce("selection"));
        rig.now = RecordedContest.DECIDED;
        assertThat(preview("regional").at("/missing").findValuesAsText("kind")).doesNotContain("appealsPossible");
    }

    @Test
    void whereNobodyMayAppealNothingIsWaitedFor(@TempDir Path folder) throws Exception {
        var contest = folder.resolve("contest.json");
        var shipped =
                (ObjectNode) Json.tree(Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json")));
        ((ObjectNode) shipped.get("appeals")).putArray("by");
        Files.writeString(contest, shipped.toString());
        var unappealable = new RankingRig(contest);
        unappealable.selection(1);
        unappealable.now = Instant.parse("2027-05-01T00:00:00Z");
        is(201, unappealable.announce("selection"));
    }

    @Test
    void aDecisionThatComesWhileTheFactsAreGatheredKeepsThemFromBeingAnnounced() {
        var candidates = rig.selection(2);
        var works = Works.of(rig.wiring);
        var stale = works.facts().gather(works.stage("selection"));
        rig.overrule(candidates.getFirst());
        var announcement = new Announcement("selection", 1, rig.now, "a", null, null, 1, "i", "r", "s");
        assertThat(works.announcements().announce(announcement, stale.revisions(), Map.of(), Map.of()))
                .isInstanceOf(AnnouncementStore.Announcing.FactsChanged.class);
        assertThat(rig.isDecided("selection")).isFalse();
    }

    @Test
    void whereTheDefinitionWantsASecondPersonAnotherOneAnnounces(@TempDir Path folder) throws Exception {
        var contest = folder.resolve("contest.json");
        var shipped = Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
        Files.writeString(contest, shipped.replace("\"secondPerson\": false", "\"secondPerson\": true"));
        var strict = new RankingRig(contest);
        strict.selection(2);
        var proposed = strict.announceAs("a", "selection");
        is(202, proposed);
        is(202, strict.announceAs("a", "selection"));
        assertThat(strict.isDecided("selection")).isFalse();
        strict.fileOne("selection", strict.scope, "questionnaire", strict.candidate(0), 7, 0);
        strict.fileOne("selection", strict.scope, "project", strict.candidate(0), 7, 0);
        strict.fileOne("selection", strict.scope, "questionnaire", strict.candidate(1), 7, 0);
        strict.fileOne("selection", strict.scope, "project", strict.candidate(1), 7, 0);
        is(202, strict.announceAs("b", "selection"));
        var announced = strict.announceAs("a", "selection");
        is(201, announced);
        assertThat(Json.tree(announced.getBody()).at("/proposedBy").asText()).isEqualTo("b");
        assertThat(strict.announceAs("b", "selection").getBody()).isEqualTo(announced.getBody());
    }

    @Test
    void anAnnouncementPublishesEverythingThatFollows() throws Exception {
        var candidates = rig.selection(4);
        var first = rig.announce("selection");
        is(201, first);
        var again = rig.announce("selection");
        is(200, again);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        var results = Json.tree(rig.text("data/results-selection.json"));
        var places = results.at("/scopes/0/standings");
        assertThat(places).hasSize(4);
        assertThat(places.at("/0/candidate").asText()).isEqualTo(candidates.get(0));
        assertThat(places.at("/3/outcome/kind").asText()).isEqualTo("displaced");
        assertThat(places.at("/0/explanation/kk").asText()).isNotBlank();
        var asked = Json.tree(rig.text("data/candidates-satisfaction.json"));
        assertThat(asked.at("/candidates")).hasSize(3);
        assertThat(asked.at("/candidates/0/ticket").asText()).hasSize(16);
        assertThat(rig.text("protocols/selection-kk.html")).contains("Хаттама", "Мүше &lt;1&gt;", "Үміткер &amp; 0");
        assertThat(rig.text("protocols/selection-ru.html")).contains("Протокол", "Кворум: 6");
        assertThat(rig.mails()).hasSize(4 * 3 + 9).doesNotHaveDuplicates();
        var rebuilt = Json.tree(
                rig.agency("POST /v1/evidence/{stage}", "", "selection").getBody());
        assertThat(rig.file(rebuilt.at("/key").asText())).isEqualTo(rig.file(PACK));
        assertThat(rebuilt.at("/sha256").asText()).isEqualTo(Content.sha256(rig.file(PACK)));
        assertThat(results.at("/evidenceSha256").asText()).isEqualTo(Content.sha256(rig.file(PACK)));
        assertThat(Json.tree(rig.agency("GET /v1/announcements", "").getBody()).at("/announcements/0/published"))
                .hasToString("true");
    }

    @Test
    void laterFactsChangeNothingThatIsAnnounced() {
        rig.selection(2);
        is(201, rig.announce("selection"));
        var pack = rig.file(PACK);
        rig.admit(4);
        rig.now = RankingRig.AFTER_REGIONAL;
        is(200, rig.agency("POST /v1/evidence/{stage}", "", "selection"));
        assertThat(rig.file("evidence/rebuilt/evidence-selection.zip"))
                .isNotEqualTo(new byte[0])
                .isEqualTo(pack);
    }

    @Test
    void ofTwoAtOnceOneAnnounces() throws Exception {
        rig.selection(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<APIGatewayV2HTTPResponse> call = () -> rig.announce("selection");
            var answers = pool.invokeAll(List.of(call, call));
            var statuses = List.of(
                    answers.get(0).get().getStatusCode(), answers.get(1).get().getStatusCode());
            assertThat(statuses).containsExactlyInAnyOrder(201, 200);
            assertThat(answers.get(0).get().getBody())
                    .isEqualTo(answers.get(1).get().getBody());
        }
        assertThat(rig.mails()).hasSize(2 * 3 + 9);
    }

    @Test
    void aCrashAnywhereAndARetryEndAlike() {
        rig.selection(2);
        is(201, rig.announce("selection"));
        var expected = rig.file(PACK);
        var before = new RankingRig();
        assertThat(crashesUntilDone(before, InjectedFault::before)).isGreaterThan(8);
        var after = new RankingRig();
        assertThat(crashesUntilDone(after, InjectedFault::after)).isGreaterThan(8);
        for (var crashed : List.of(before, after)) {
            assertThat(crashed.file(PACK)).isEqualTo(expected);
            assertThat(crashed.mails()).isEqualTo(rig.mails());
            assertThat(crashed.file("data/results-selection.json")).isEqualTo(rig.file("data/results-selection.json"));
        }
    }

    /**
     * Crashes the first try at its first write, the second at its second, and so on until one gets through; from the
     * beginning again once the announcement is decided, since each try then publishes everything anew.
     */
    private static int crashesUntilDone(RankingRig rig, IntConsumer fault) {
        rig.selection(2);
        var decided = false;
        var crashes = 0;
        for (var write = 0; ; write++) {
            fault.accept(write);
            var answer = rig.announce("selection");
            if (InjectedFault.clear()) {
                is(200, answer);
                return crashes;
            }
            is(500, answer);
            crashes++;
            if (!decided && rig.isDecided("selection")) {
                decided = true;
                write = -1;
            }
        }
    }

    @Test
    void theScheduleFinishesWhatACrashLeft() {
        rig.selection(2);
        InjectedFault.before(6);
        is(500, rig.announce("selection"));
        rig.schedule.handleRequest(Map.of(), null);
        var done = rig.announce("selection");
        assertThat(done.getBody()).contains("\"published\":true");
        assertThat(rig.mails()).hasSize(2 * 3 + 9);
        assertThat(rig.file(PACK)).isNotEmpty();
    }

    @Test
    void totalsThatAreNotTheBallotsStopTheAnnouncement() throws Exception {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        rig.fileRegional(candidates.get(0), candidates.get(1));
        rig.vote(candidates.get(0), 12);
        rig.now = RankingRig.AFTER_REGIONAL;
        tamper(candidates.get(0), 1);
        var stopped = rig.announce("regional");
        is(409, stopped);
        assertThat(Json.tree(stopped.getBody()).at("/missing/0/kind").asText()).isEqualTo("recountDiffers");
        assertThat(Json.tree(stopped.getBody()).at("/missing/0/first")).isEqualTo(Json.tree("""
            {"question": "", "answer": "", "running": 13, "recounted": 12}\
            """));
        var rated =
                Json.tree(rig.agency("POST /v1/ratings/{stage}", "", "regional").getBody());
        assertThat(rated.at("/recount/equal").asBoolean()).isFalse();
        assertThat(rated.at("/recount/differences/0/candidates/0/candidate").asText())
                .isEqualTo(candidates.get(0));
        tamper(candidates.get(0), -1);
        is(201, rig.announce("regional"));
        var results = Json.tree(rig.text("data/results-regional.json"));
        assertThat(results.at("/scopes/0/standings/0/outcome/kind").asText()).isEqualTo("chosen");
    }

    @Test
    void totalsThatCaughtUpOnlyAfterTheFactsWereGatheredStopTheAnnouncement() {
        var candidate = rig.selection(1).getFirst();
        is(201, rig.announce("selection"));
        rig.vote(candidate, 12);
        var works = Works.of(rig.wiring);
        var stage = works.stage("regional");
        var stale = works.facts().gather(stage);
        rig.vote(candidate, 1);

        assertThat(new Recount(works).of(stage).equal()).isTrue();
        assertThat(new Recount(works).of(stage, stale).equal()).isFalse();
        assertThat(new Recount(works).of(stage, works.facts().gather(stage)).equal())
                .isTrue();
    }

    private void tamper(String candidate, int by) {
        rig.dynamoDb.updateItem(r -> r.tableName(rig.contestTable)
                .key(Map.of("pk", AttributeValue.fromS("TALLY#satisfaction"), "sk", AttributeValue.fromS(candidate)))
                .updateExpression("ADD ballots :by")
                .expressionAttributeValues(Map.of(":by", AttributeValue.fromN("" + by))));
    }
}
