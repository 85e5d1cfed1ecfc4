package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kz.uzdik.contest.dossier.Appellant;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commission's decisions, one by one and many at once, and appeals against them, on a real DynamoDB. */
class DecisionsTest {

    private static final SampleDossier SAMPLE = SampleDossier.good(11, "Бауыржан Тілеуов", "Өрнек");
    private static final byte[] GOOD = SAMPLE.zip();
    private static final byte[] LACKING = SAMPLE.without(Item.SERVICE_RECORD).zip();
    private static final Map<String, Integer> ATTRIBUTES =
            Map.of("complexProjects", 2, "languages", 3, "openness", 4, "complaints", 0);

    @TempDir
    Path folder = Path.of("");

    @Test
    void many_are_looked_at_and_then_decided_on_each_as_a_fact_of_its_own() throws Exception {
        var good = new Stand("431031000");
        var lacking = new Stand("431033000");
        var unchecked = new Stand("431035000");
        good.submit(GOOD);
        lacking.submit(LACKING);
        unchecked.register(unchecked.registration(GOOD));
        var wanted = List.of(
                admission(good, 1),
                refusal(lacking, 1, "completeDossier"),
                admission(unchecked, 1),
                refusal(new Stand("431037000"), 1, "completeDossier"),
                refusal(new Stand("471031000"), 1, "completeDossier"));

        var preview = together(good, "POST /v1/decisions/preview", wanted);
        assertThat(courses(preview)).containsExactly("POSSIBLE", "POSSIBLE", "IMPOSSIBLE", "IMPOSSIBLE", "IMPOSSIBLE");
        assertThat(problems(preview)).containsExactly("not-checked", "dossier-unknown", "other-region");
        assertThat(preview.at("/0/candidateName").asText()).isEqualTo("Бауыржан Тілеуов");
        assertThat(preview.at("/0/overrules").asBoolean()).isFalse();
        assertThat(good.state().decisions()).isEmpty();

        var first = together(good, "POST /v1/decisions", wanted);
        assertThat(courses(first)).startsWith("RECORDED", "RECORDED").endsWith("IMPOSSIBLE");
        var again = together(good, "POST /v1/decisions", wanted);
        assertThat(courses(again)).startsWith("HELD", "HELD").endsWith("IMPOSSIBLE");
        assertThat(courses(together(good, "POST /v1/decisions/preview", wanted)))
                .startsWith("HELD", "HELD");

        assertThat(good.state().step()).isEqualTo(DossierState.Step.ADMITTED);
        assertThat(lacking.state().step()).isEqualTo(DossierState.Step.REFUSED);
        assertThat(good.state().decisions()).hasSize(1);
        assertThat(lacking.state().decisions()).hasSize(1);
        assertThat(unchecked.state().decisions()).isEmpty();
        assertThat(good.mailed("dossier-decided/" + good.dossier() + "-1/candidate"))
                .isTrue();
        assertThat(lacking.mailed("dossier-decided/" + lacking.dossier() + "-1/nominator"))
                .isTrue();
    }

    @Test
    void what_changed_since_the_look_is_not_decided_on() throws Exception {
        var decided = new Stand("431039000");
        var anew = new Stand("431041000");
        decided.submit(GOOD);
        anew.submit(GOOD);
        var wanted = List.of(admission(decided, 1), admission(anew, 1));
        assertThat(decided.decide(refusal("Құжаттар жалған.", null, null)).status())
                .isEqualTo(201);
        anew.submit(LACKING);

        var outcomes = together(decided, "POST /v1/decisions", wanted);
        assertThat(courses(outcomes)).containsExactly("IMPOSSIBLE", "IMPOSSIBLE");
        assertThat(problems(outcomes)).containsExactly("decided-otherwise", "registered-anew");
        assertThat(decided.state().step()).isEqualTo(DossierState.Step.REFUSED);
        assertThat(anew.state().decisions()).isEmpty();
    }

    @Test
    void two_presses_at_once_leave_one_decision_on_each() throws Exception {
        var one = new Stand("433231000");
        var two = new Stand("433233000");
        one.submit(GOOD);
        two.submit(GOOD);
        var wanted = List.of(admission(one, 1), admission(two, 1));

        try (var pool = Executors.newFixedThreadPool(4)) {
            var calls = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<JsonNode>) () -> together(one, "POST /v1/decisions", wanted))
                    .toList();
            for (var answer : pool.invokeAll(calls)) {
                assertThat(courses(answer.get())).isSubsetOf("RECORDED", "HELD");
            }
        }

        assertThat(one.state().decisions()).hasSize(1);
        assertThat(two.state().decisions()).hasSize(1);
    }

    @Test
    void a_request_for_many_names_each_dossier_once() {
        var stand = new Stand("433235000");
        var twice = Map.of("decisions", List.of(admission(stand, 1), admission(stand, 1)));
        assertThat(stand.call("POST /v1/decisions", "secretary", stand.oblast(), twice)
                        .fields())
                .containsExactly("/decisions/1/dossier");
        assertThat(stand.call("POST /v1/decisions", "secretary", stand.oblast(), Map.of("decisions", List.of()))
                        .fields())
                .containsExactly("/decisions");
        assertThat(stand.call("POST /v1/decisions", "member", stand.oblast(), twice)
                        .problem())
                .isEqualTo("role-missing");
    }

    @Test
    void an_appeal_opens_the_dossier_again_and_the_next_decision_names_it() throws Exception {
        var stand = new Stand("433237000");
        stand.submit(GOOD);
        assertThat(stand.decide(refusal("Мерзімі өткен анықтама.", 1, null)).status())
                .isEqualTo(201);

        assertThat(appeal(stand, 1, "").fields()).containsExactly("/reason");
        assertThat(appeal(stand, 2, "Қате.").problem()).isEqualTo("decision-does-not-hold");
        assertThat(appeal(stand, 1, "Анықтама мерзімінде берілген.").status()).isEqualTo(201);
        assertThat(appeal(stand, 1, "Анықтама мерзімінде берілген.").status()).isEqualTo(200);
        assertThat(appeal(stand, 1, "Басқа себеп.").problem()).isEqualTo("appealed-already");
        assertThat(stand.state().step()).isEqualTo(DossierState.Step.APPEALED);
        assertThat(stand.state().decision()).isEmpty();

        assertThat(stand.decide(refusal("Мерзімі өткен анықтама.", 1, null)).status())
                .as("the first decision, sent again")
                .isEqualTo(200);
        assertThat(stand.decide(admission("Анықтама расталды.", 2, null)).problem())
                .isEqualTo("appeal-open");
        assertThat(stand.decide(admission("Анықтама расталды.", 2, 7)).problem())
                .isEqualTo("no-such-appeal");
        assertThat(stand.decide(admission(" ", 2, 1)).fields()).containsExactly("/note");
        assertThat(courses(together(stand, "POST /v1/decisions", List.of(admission(stand, 2)))))
                .containsExactly("IMPOSSIBLE");
        assertThat(stand.decide(admission("Анықтама расталды.", 2, 1)).status()).isEqualTo(201);
        assertThat(stand.decide(admission("Анықтама расталды.", 2, 1)).status()).isEqualTo(200);

        var state = stand.state();
        assertThat(state.step()).isEqualTo(DossierState.Step.ADMITTED);
        assertThat(state.decisions()).extracting(Decision::onAppeal).containsExactly(null, 1);
        assertThat(state.appeals()).singleElement().satisfies(appeal -> {
            assertThat(appeal.by()).isEqualTo(Appellant.CANDIDATE);
            assertThat(appeal.reason()).isEqualTo("Анықтама мерзімінде берілген.");
            assertThat(appeal.recordedBy()).isEqualTo("secretary-1");
        });
        var seen = stand.call("GET /v1/dossiers/{dossier}", "agency", "republic", "")
                .body();
        assertThat(seen.at("/appeals/0/decision").asInt()).isEqualTo(1);
        assertThat(seen.at("/decisions/1/onAppeal").asInt()).isEqualTo(1);
        for (var recipient : List.of("candidate", "nominator", "secretary")) {
            assertThat(stand.mailed("dossier-appealed/" + stand.dossier() + "-1/" + recipient))
                    .as(recipient)
                    .isTrue();
        }
    }

    @Test
    void an_appeal_is_taken_until_the_end_of_its_term_and_no_longer() throws Exception {
        var stand = new Stand("433631000");
        stand.submit(GOOD);
        stand.now.set(Instant.parse("2027-04-22T06:00:00Z"));
        stand.decide(refusal("Мерзімі өткен анықтама.", 1, null));

        stand.now.set(Instant.parse("2027-04-28T00:00:00+05:00"));
        var late = appeal(stand, 1, "Анықтама мерзімінде берілген.");
        assertThat(late.problem()).isEqualTo("appeal-late");
        assertThat(late.body().get("until").asText()).isEqualTo("2027-04-28T00:00+05:00");
        stand.now.updateAndGet(now -> now.minus(Duration.ofSeconds(1)));
        assertThat(appeal(stand, 1, "Анықтама мерзімінде берілген.").status()).isEqualTo(201);
        stand.now.updateAndGet(now -> now.plus(Duration.ofDays(1)));
        assertThat(appeal(stand, 1, "Анықтама мерзімінде берілген.").status())
                .as("the same one, sent again")
                .isEqualTo(200);
    }

    @Test
    void who_may_not_appeal_is_told_so() throws Exception {
        var stand = new Stand("433633000");
        stand.submit(GOOD);
        stand.decide(refusal("Мерзімі өткен анықтама.", 1, null));

        assertThat(stand.call(
                                "POST /v1/dossiers/{dossier}/appeals",
                                "member",
                                stand.oblast(),
                                Map.of("decision", 1, "by", "CANDIDATE", "reason", "Қате."))
                        .problem())
                .isEqualTo("role-missing");
        assertThat(stand.call(
                                "POST /v1/dossiers/{dossier}/appeals",
                                "secretary",
                                stand.oblast(),
                                Map.of("decision", 1, "by", "NEIGHBOUR", "reason", "Қате."))
                        .fields())
                .containsExactly("/by");
        assertThat(stand.state().appeals()).isEmpty();
    }

    @Test
    void an_announcement_that_comes_while_a_decision_is_recorded_keeps_it_out() throws Exception {
        var stand = new Stand("551637000", withFirstStage("decided-late"));
        stand.submit(GOOD);
        var decision = admission("", 1, null);
        var late = stand.callWhile(
                1, () -> announce(stand, "decided-late", 0), "POST /v1/dossiers/{dossier}/decision", decision);
        assertThat(late.problem()).isEqualTo("already-announced");
        assertThat(stand.state().decisions()).isEmpty();
        assertThat(stand.mailed("dossier-decided/" + stand.dossier() + "-1/candidate"))
                .isFalse();
        assertThat(stand.decide(decision).problem()).isEqualTo("already-announced");
    }

    @Test
    void an_announcement_that_comes_while_an_appeal_is_recorded_keeps_it_out() throws Exception {
        var stand = new Stand("551639000", withFirstStage("appealed-late"));
        stand.submit(GOOD);
        stand.decide(refusal("Мерзімі өткен анықтама.", 1, null));
        var appeal = Map.of("decision", 1, "by", "CANDIDATE", "reason", "Қате.");
        var late = stand.callWhile(
                2, () -> announce(stand, "appealed-late", 1), "POST /v1/dossiers/{dossier}/appeals", appeal);
        assertThat(late.problem()).isEqualTo("already-announced");
        assertThat(stand.state().appeals()).isEmpty();
        assertThat(stand.state().step()).isEqualTo(DossierState.Step.REFUSED);
    }

    @Test
    void a_statement_that_comes_while_a_decision_is_recorded_is_looked_at_first() throws Exception {
        var stand = new Stand("551641000");
        stand.submit(GOOD);
        var late = stand.callWhile(1, () -> say(stand), "POST /v1/dossiers/{dossier}/decision", admission("", 1, null));
        assertThat(late.problem()).isEqualTo("checked-anew");
        assertThat(stand.state().decisions()).isEmpty();
        assertThat(stand.state().statements()).hasSize(1);
    }

    @Test
    void a_statement_that_comes_while_many_are_decided_on_is_what_is_told() throws Exception {
        var stand = new Stand("552235000");
        stand.submit(GOOD);
        var wanted = Map.of("decisions", List.of(admission(stand, 1)));
        var late = stand.callWhile(1, () -> say(stand), "POST /v1/decisions", wanted);
        assertThat(problems(late.body().get("decisions"))).containsExactly("checked-anew");
        assertThat(stand.state().decisions()).isEmpty();
    }

    @Test
    void an_appeal_that_comes_while_a_correction_is_recorded_is_not_passed_over() throws Exception {
        var stand = new Stand("552231000");
        stand.submit(GOOD);
        stand.decide(refusal("Мерзімі өткен анықтама.", 1, null));
        var correction = admission("Анықтама жарамды.", 2, null);
        var late = stand.callWhile(
                1, () -> appeal(stand, 1, "Анықтама жарамды."), "POST /v1/dossiers/{dossier}/decision", correction);
        assertThat(late.problem()).isEqualTo("appeal-open");
        assertThat(stand.state().decisions()).hasSize(1);
        assertThat(stand.state().openAppeal()).isPresent();
    }

    @Test
    void an_appeal_is_not_recorded_against_a_decision_that_is_corrected_meanwhile() throws Exception {
        var stand = new Stand("552233000");
        stand.submit(GOOD);
        stand.decide(refusal("Мерзімі өткен анықтама.", 1, null));
        var appeal = Map.of("decision", 1, "by", "CANDIDATE", "reason", "Анықтама жарамды.");
        var late = stand.callWhile(
                2,
                () -> stand.decide(admission("Анықтама жарамды.", 2, null)),
                "POST /v1/dossiers/{dossier}/appeals",
                appeal);
        assertThat(late.problem()).isEqualTo("decision-does-not-hold");
        assertThat(stand.state().appeals()).isEmpty();
        assertThat(stand.state().step()).isEqualTo(DossierState.Step.ADMITTED);
        assertThat(stand.mailed("dossier-appealed/" + stand.dossier() + "-1/candidate"))
                .isFalse();
    }

    /** A secretary says that a file of the dossier of {@code stand} is none of its documents. */
    private static void say(Stand stand) {
        var file = stand.state().proposal().files().getFirst().name();
        var said = stand.statements.handleRequest(
                Stand.event(
                        "PUT /v1/dossiers/{dossier}/statements/{statement}",
                        "secretary",
                        stand.oblast(),
                        Map.of("version", 1, "file", file),
                        Map.of("dossier", stand.dossier(), "statement", "1")),
                new NoContext());
        assertThat(said.getStatusCode()).isEqualTo(201);
    }

    /** The edition with another name of its first stage, so that its announcement concerns no other test. */
    private Path withFirstStage(String id) throws IOException {
        var shipped = Files.readString(Path.of("../../contests/best-akim-2027.json"));
        return Files.writeString(folder.resolve(id + ".json"), shipped.replace("\"selection\"", "\"" + id + "\""));
    }

    /** Announces a first stage whose record in the oblast of {@code stand} has that revision. */
    private static void announce(Stand stand, String stage, long revision) {
        var announcement = new Announcement(stage, 1, Stand.INTAKE, "agency", null, null, 1, "i", "r", "s");
        assertThat(new AnnouncementStore(Tables.of(stand.wiring))
                        .announce(announcement, Map.of(stand.oblast(), revision), Map.of(), Map.of()))
                .isInstanceOf(AnnouncementStore.Announcing.First.class);
    }

    private static Stand.Answer appeal(Stand stand, int decision, String reason) {
        return stand.call(
                "POST /v1/dossiers/{dossier}/appeals",
                "secretary",
                stand.oblast(),
                Map.of("decision", decision, "by", "CANDIDATE", "reason", reason));
    }

    private static Map<String, Object> admission(String note, Integer number, Integer onAppeal) {
        return decision(true, List.of(), ATTRIBUTES, note, number, onAppeal);
    }

    private static Map<String, Object> refusal(String note, Integer number, Integer onAppeal) {
        return decision(false, List.of("completeDossier"), Map.of(), note, number, onAppeal);
    }

    private static Map<String, Object> decision(
            boolean admitted,
            List<String> refusedFor,
            Map<String, Integer> attributes,
            String note,
            Integer number,
            Integer onAppeal) {
        var decision = new HashMap<String, Object>(
                Map.of("admitted", admitted, "refusedFor", refusedFor, "attributes", attributes, "note", note));
        if (number != null) {
            decision.put("number", number);
        }
        if (onAppeal != null) {
            decision.put("onAppeal", onAppeal);
        }
        return decision;
    }

    private static Map<String, Object> admission(Stand stand, int number) {
        return each(stand, decision(true, List.of(), ATTRIBUTES, "", number, null));
    }

    private static Map<String, Object> refusal(Stand stand, int number, String rule) {
        return each(stand, decision(false, List.of(rule), Map.of(), "", number, null));
    }

    private static Map<String, Object> each(Stand stand, Map<String, Object> decision) {
        decision.put("dossier", stand.dossier());
        decision.put("version", 1);
        return decision;
    }

    private static JsonNode together(Stand stand, String route, List<Map<String, Object>> wanted) {
        var answer = stand.call(route, "secretary", stand.oblast(), Map.of("decisions", wanted));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body().get("decisions");
    }

    private static List<String> courses(JsonNode outcomes) {
        return outcomes.findValuesAsText("course");
    }

    /** Why what is impossible is so, in order. */
    private static List<String> problems(JsonNode outcomes) {
        return StreamSupport.stream(outcomes.spliterator(), false)
                .map(outcome -> outcome.at("/problem/type").asText())
                .filter(type -> !type.isEmpty())
                .map(type -> type.substring(type.lastIndexOf('/') + 1))
                .toList();
    }
}
