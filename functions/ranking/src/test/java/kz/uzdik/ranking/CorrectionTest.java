package kz.uzdik.ranking;

import static kz.uzdik.ranking.Answers.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A correction is a new announcement that names the one before, which stays as it was. */
final class CorrectionTest {

    private static final String FIRST = "evidence/evidence-selection.zip";
    private static final String SECOND = "evidence/evidence-selection-2.zip";
    private static final Map<String, String> REASON =
            Map.of("kk", "Мемлекеттік қызмет өтілі расталмады.", "ru", "Стаж службы не подтвердился.");

    private final RankingRig rig = new RankingRig();

    @AfterEach
    void nothingStaysBroken() {
        InjectedFault.clear();
    }

    @Test
    void itNamesTheOldOneAndSaysWhoGainsAndWhoLoses() throws Exception {
        var candidates = rig.selection(4);
        is(201, rig.announce("selection"));
        var pack = rig.file(FIRST);
        var results = rig.file("data/results-selection.json");
        var protocol = rig.file("protocols/selection-kk.html");
        var firstMails = rig.mails();
        is(201, open(1));
        rig.overrule(candidates.get(0));
        rig.now = rig.now.plusSeconds(3600);
        var seen = preview();
        assertThat(seen.at("/ready").asBoolean()).isTrue();
        assertThat(seen.at("/corrects/reason/ru").asText()).isEqualTo(REASON.get("ru"));
        assertThat(seen.at("/changes")).hasSize(4);
        assertThat(effect(seen, candidates.get(0))).isEqualTo("LOSES");
        assertThat(effect(seen, candidates.get(3))).isEqualTo("GAINS");
        assertThat(effect(seen, candidates.get(1))).isEqualTo("POINTS");
        var answer = announce(1);
        is(201, answer);
        assertThat(Json.tree(answer.getBody()).at("/number").asInt()).isEqualTo(2);
        assertThat(Json.tree(answer.getBody()).at("/corrects/evidenceSha256").asText())
                .isEqualTo(Content.sha256(pack));
        assertThat(announce(1).getBody()).isEqualTo(answer.getBody());

        assertThat(rig.file(FIRST)).isEqualTo(pack);
        assertThat(rig.file("protocols/selection-kk.html")).isEqualTo(protocol);
        assertThat(rig.file("data/results-selection-1.json")).isEqualTo(results);
        var corrected = Json.tree(rig.text("data/results-selection.json"));
        assertThat(rig.file("data/results-selection-2.json")).isEqualTo(rig.file("data/results-selection.json"));
        assertThat(corrected.at("/number").asInt()).isEqualTo(2);
        assertThat(corrected.at("/corrects/number").asInt()).isEqualTo(1);
        assertThat(corrected.at("/corrects/evidenceSha256").asText()).isEqualTo(Content.sha256(pack));
        assertThat(corrected.at("/corrects/changes/1/name").asText()).isEqualTo("Үміткер & 0");
        assertThat(corrected.at("/evidence").asText()).isEqualTo("/" + SECOND);
        assertThat(corrected.at("/scopes/0/standings")).hasSize(3);
        assertThat(rig.text("protocols/selection-2-ru.html"))
                .contains("Исправление объявления", Content.sha256(pack), REASON.get("ru"), "теряет место")
                .contains("Үміткер &amp; 0");

        var mails = rig.mails();
        assertThat(mails).hasSize(firstMails.size() + 3 * 3 + 3 + 9).containsAll(firstMails);
        var removed = rig.mail("OUTBOX#stage-removed/selection-2/" + candidates.get(0) + "/candidate");
        assertThat(removed).contains(REASON.get("kk"), "Проходит в следующий этап");
        assertThat(rig.mail("OUTBOX#stage-corrected/selection-2/" + candidates.get(3) + "/nominator"))
                .contains("Келесі кезеңге өтеді.");
        assertThat(rig.text("vote/satisfaction/" + candidates.get(0).substring(2) + "-kk.html"))
                .contains("бұл әкім сауалнамаға енді қатыспайды");
        assertThat(Json.tree(rig.text("data/candidates-satisfaction.json")).at("/candidates"))
                .hasSize(3);
    }

    @Test
    void bothPacksCanBeBuiltAgain() throws Exception {
        var candidates = rig.selection(3);
        is(201, rig.announce("selection"));
        is(201, open(1));
        rig.overrule(candidates.get(0));
        is(201, announce(1));
        is(200, rig.agency("POST /v1/evidence/{stage}", "", "selection"));
        assertThat(rig.file("evidence/rebuilt/evidence-selection-2.zip")).isEqualTo(rig.file(SECOND));
        is(201, open(2));
        is(201, announce(2));
        assertThat(rig.text("protocols/selection-3-kk.html")).contains("Орындар да, балдар да өзгермейді.");
        var listed =
                Json.tree(rig.agency("GET /v1/announcements", "").getBody()).at("/announcements");
        assertThat(listed.findValuesAsText("published")).containsExactly("true", "true", "true");
        assertThat(listed.at("/2/corrects/number").asInt()).isEqualTo(2);
    }

    @Test
    void nothingIsOpenWithoutOneAndOnlyActsOpenAgainWithOne() {
        var candidates = rig.selection(2);
        is(404, call("POST /v1/corrections", Map.of("stage", "final", "number", 1, "reason", REASON)));
        is(409, open(1));
        is(201, rig.announce("selection"));
        is(409, announce(1));
        is(409, open(2));
        is(
                400,
                call(
                        "POST /v1/corrections",
                        Map.of("stage", "selection", "number", 1, "reason", Map.of("kk", " ", "ru", "х"))));
        var member = Map.of("sub", "m1", "scope", "uzdik/member", "uzdik_scope", rig.scope);
        is(403, rig.call(member, "POST /v1/corrections", Map.of("stage", "selection", "number", 1, "reason", REASON)));
        var closed = rig.jury.read("selection", rig.scope);
        assertThat(closed.announced()).isTrue();
        is(201, open(1));
        is(200, open(1));
        var other = Map.of("kk", "басқа", "ru", "другая");
        is(409, call("POST /v1/corrections", Map.of("stage", "selection", "number", 1, "reason", other)));
        assertThat(rig.jury.read("selection", rig.scope).announced()).isFalse();
        rig.fileOne("selection", rig.scope, "questionnaire", candidates.get(0), 7, 3);
        assertThat(rig.jury.read("selection", rig.scope).sheets())
                .hasSize(closed.sheets().size() + 1);
        is(200, rig.announce("selection"));
        rig.fileOne("selection", rig.scope, "project", candidates.get(0), 7, 3);
        rig.fileOne("selection", rig.scope, "questionnaire", candidates.get(1), 7, 0);
        rig.fileOne("selection", rig.scope, "project", candidates.get(1), 7, 0);
        is(201, announce(1));
        assertThat(rig.jury.read("selection", rig.scope).announced()).isTrue();
    }

    @Test
    void aStageThatOthersRestOnIsCorrectedBeforeThemOrNotAtAll() throws Exception {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        rig.fileRegional(candidates.get(0), candidates.get(1));
        rig.vote(candidates.get(0), 12);
        rig.now = RankingRig.AFTER_REGIONAL;
        is(201, open(1));
        var stopped = rig.announce("regional");
        is(409, stopped);
        assertThat(Json.tree(stopped.getBody()).at("/missing/0/kind").asText()).isEqualTo("earlierCorrected");
        is(201, announce(1));
        is(201, rig.announce("regional"));
        var late = open(2);
        is(409, late);
        assertThat(late.getBody()).contains("later-stage-announced");
        var regional = Map.of("stage", "regional", "number", 1, "reason", REASON);
        is(201, call("POST /v1/corrections", regional));
        assertThat(Works.of(rig.wiring).surveys().read("satisfaction").announced())
                .isFalse();
    }

    @Test
    void anAnnouncementOfFactsReadBeforeTheEarlierStageWasOpenedIsNotMade() {
        rig.selection(2);
        is(201, rig.announce("selection"));
        var works = Works.of(rig.wiring);
        var stage = works.stage("regional");
        var restsOn = works.facts().restsOn(stage);
        var gathered = works.facts().gather(stage);
        is(201, open(1));
        var announcement =
                new Announcement("regional", 1, rig.now, "agency", null, null, 1, gathered.inputsSha256(), "r", "s");
        assertThat(works.announcements()
                        .announce(announcement, gathered.revisions(), gathered.surveyRevisions(), restsOn))
                .isEqualTo(new AnnouncementStore.Announcing.FactsChanged());
    }

    @Test
    void ofTwoAtOnceOneOpensAndOneAnnounces() throws Exception {
        rig.selection(2);
        is(201, rig.announce("selection"));
        assertThat(atOnce(() -> open(1))).containsExactlyInAnyOrder(201, 200);
        assertThat(atOnce(() -> announce(1))).containsExactlyInAnyOrder(201, 200);
        assertThat(rig.mails()).hasSize(2 * (2 * 3 + 9)).doesNotHaveDuplicates();
    }

    private static List<Integer> atOnce(Callable<APIGatewayV2HTTPResponse> call) throws Exception {
        try (var pool = Executors.newFixedThreadPool(2)) {
            var answers = pool.invokeAll(List.of(call, call));
            return List.of(
                    answers.get(0).get().getStatusCode(), answers.get(1).get().getStatusCode());
        }
    }

    @Test
    void aCrashAnywhereAndARetryEndAlike() {
        var expected = corrected(rig, fault -> {});
        assertThat(expected).isZero();
        var before = new RankingRig();
        assertThat(corrected(before, InjectedFault::before)).isGreaterThan(8);
        var after = new RankingRig();
        assertThat(corrected(after, InjectedFault::after)).isGreaterThan(8);
        for (var crashed : List.of(before, after)) {
            assertThat(crashed.file(SECOND)).isEqualTo(rig.file(SECOND));
            assertThat(crashed.mails()).isEqualTo(rig.mails());
            assertThat(crashed.file("data/results-selection.json")).isEqualTo(rig.file("data/results-selection.json"));
            assertThat(crashed.file("data/results-selection-1.json"))
                    .isEqualTo(rig.file("data/results-selection-1.json"));
        }
    }

    /** Corrects an announcement with a crash at each write in turn; how many crashes there were. */
    private static int corrected(RankingRig rig, IntConsumer fault) {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        var crashes = crashing(() -> open(rig, 1), fault, () -> false);
        rig.overrule(candidates.get(0));
        return crashes
                + crashing(
                        () -> announce(rig, 1),
                        fault,
                        () -> Works.of(rig.wiring)
                                .announcements()
                                .course("selection")
                                .isClosed());
    }

    /** Crashes the first try at its first write, the second at its second; from the beginning again once it is decided. */
    private static int crashing(Supplier<APIGatewayV2HTTPResponse> call, IntConsumer fault, Supplier<Boolean> decided) {
        var seen = false;
        var crashes = 0;
        for (var write = 0; ; write++) {
            fault.accept(write);
            var answer = call.get();
            if (answer.getStatusCode() != 500) {
                InjectedFault.clear();
                assertThat(answer.getStatusCode()).as(answer.getBody()).isIn(200, 201);
                return crashes;
            }
            crashes++;
            if (!seen && decided.get()) {
                seen = true;
                write = -1;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/results-selection.json", "data/candidates-satisfaction.json", "vote/satisfaction/"})
    void aPublicationThatWasHeldUpNeverTakesTheCorrectionsPlace(String place) throws Exception {
        var candidates = rig.selection(2);
        var key = place.endsWith("/") ? place + candidates.get(0).substring(2) + "-kk.html" : place;
        var held = InjectedFault.hold(key);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var late = pool.submit(() -> rig.announce("selection"));
            held.arrived().await();
            rig.beat();
            is(201, open(1));
            rig.overrule(candidates.get(0));
            is(201, announce(1));
            var holding = rig.file(key);
            held.goOn().countDown();
            is(201, late.get());
            assertThat(rig.file(key)).isEqualTo(holding);
        } finally {
            held.goOn().countDown();
        }
    }

    @Test
    void whereTheDefinitionWantsASecondPersonAnotherOneConfirmsTheCorrection(@TempDir Path folder) throws Exception {
        var contest = folder.resolve("contest.json");
        var shipped = Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
        Files.writeString(contest, shipped.replace("\"secondPerson\": false", "\"secondPerson\": true"));
        var strict = new RankingRig(contest);
        strict.selection(2);
        is(202, strict.announceAs("a", "selection"));
        is(201, strict.announceAs("b", "selection"));
        is(201, open(strict, 1));
        is(202, announceAs(strict, "b"));
        is(202, announceAs(strict, "b"));
        var confirmed = announceAs(strict, "a");
        is(201, confirmed);
        assertThat(Json.tree(confirmed.getBody()).at("/proposedBy").asText()).isEqualTo("b");
    }

    private static APIGatewayV2HTTPResponse announceAs(RankingRig rig, String subject) {
        var claims = Map.of("sub", subject, "scope", "uzdik/agency", "uzdik_scope", "republic");
        return rig.call(claims, "POST /v1/announcements", Map.of("stage", "selection", "corrects", 1));
    }

    @Test
    void theAgencySeesThatAStageIsBeingCorrected() throws Exception {
        rig.selection(1);
        is(201, rig.announce("selection"));
        is(201, open(1));
        var stage = Json.tree(rig.agency("GET /v1/state", "").getBody()).at("/stages/0");
        assertThat(stage.at("/step").asText()).isEqualTo("CORRECTING");
        assertThat(stage.at("/correction/reason/kk").asText()).isEqualTo(REASON.get("kk"));
        assertThat(stage.at("/announced/0/number").asInt()).isEqualTo(1);
    }

    private static String effect(JsonNode preview, String candidate) {
        for (var change : preview.at("/changes")) {
            if (change.at("/candidate").asText().equals(candidate)) {
                return change.at("/effect").asText();
            }
        }
        throw new AssertionError(candidate + " is not in " + preview.at("/changes"));
    }

    private JsonNode preview() throws Exception {
        var answer = call("POST /v1/announcements/previews", Map.of("stage", "selection"));
        is(200, answer);
        return Json.tree(answer.getBody());
    }

    private APIGatewayV2HTTPResponse open(int number) {
        return open(rig, number);
    }

    private static APIGatewayV2HTTPResponse open(RankingRig rig, int number) {
        return rig.agency("POST /v1/corrections", Map.of("stage", "selection", "number", number, "reason", REASON));
    }

    private APIGatewayV2HTTPResponse announce(int corrects) {
        return announce(rig, corrects);
    }

    private static APIGatewayV2HTTPResponse announce(RankingRig rig, int corrects) {
        return rig.agency("POST /v1/announcements", Map.of("stage", "selection", "corrects", corrects));
    }

    private APIGatewayV2HTTPResponse call(String route, Object body) {
        return rig.agency(route, body);
    }
}
