package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hand-over to the Agency (§18): what is missing, said to whom it concerns, and reminded of once. */
final class HandoverTest {

    private static final Instant FOUR_DAYS_BEFORE = Instant.parse("2027-07-11T13:29:59Z");
    private static final Instant THREE_DAYS_BEFORE = Instant.parse("2027-07-12T13:30:00Z");
    private static final Instant DUE = Instant.parse("2027-07-15T13:30:00Z");

    private final RankingRig rig = new RankingRig();
    private final List<String> required = rig.definition.intake().documents().stream()
            .filter(DocumentKind::required)
            .map(DocumentKind::id)
            .toList();

    @Test
    void nothingIsDueBeforeTheStageIsOpenAndThenTheDecisionIs() throws Exception {
        rig.selection(2);
        assertThat(listed(agency())).isEmpty();
        announced("selection");
        var only = listed(agency());
        assertThat(only).hasSize(1);
        assertThat(only.at("/0/oblast").asText()).isEqualTo(rig.scope);
        assertThat(only.at("/0/due").asText()).isEqualTo("2027-07-15T18:30:00");
        assertThat(only.at("/0/state").asText()).isEqualTo("MISSING");
        assertThat(only.at("/0/missing/0/ru").asText()).startsWith("Итоги этапа не объявлены");
        assertThat(only.at("/0").has("candidate")).isFalse();
        rig.now = DUE;
        assertThat(listed(agency()).at("/0/state").asText()).isEqualTo("OVERDUE");
    }

    @Test
    void theChosenOnesArchiveIsThereWithEveryItem() throws Exception {
        var candidates = rig.selection(2);
        announced("selection");
        regional(candidates);
        rig.now = RankingRig.AFTER_REGIONAL;
        announced("regional");
        var chosen = candidates.getFirst();
        assertThat(texts(listed(agency())))
                .containsExactly("Архива документов кандидата нет: направьте его в Агентство официальной почтой.");
        rig.uploaded(chosen);
        assertThat(texts(listed(agency())))
                .singleElement()
                .asString()
                .startsWith("Архив документов кандидата не проверен");
        rig.checked(chosen, required.subList(1, required.size()));
        var incomplete = listed(agency());
        assertThat(incomplete.at("/0/candidate").asText()).isEqualTo(chosen);
        assertThat(texts(incomplete))
                .singleElement()
                .asString()
                .startsWith("В архиве нет: «")
                .contains("(§9(1))");

        rig.now = FOUR_DAYS_BEFORE;
        rig.beat();
        assertThat(reminders()).isEmpty();
        rig.now = THREE_DAYS_BEFORE;
        rig.beat();
        rig.now = THREE_DAYS_BEFORE.plusSeconds(3600);
        rig.beat();
        assertThat(reminders()).containsExactly("OUTBOX#handover-reminder/regional/" + chosen);
        assertThat(rig.mail(reminders().getFirst()))
                .contains("\"deadline\":\"2027-07-15T18:30\"", "– В архиве нет: «", "– Мұрағатта жоқ: «")
                .contains("secretary@example.kz");
    }

    @Test
    void anItemThatCannotBeOpenedIsNotThere() throws Exception {
        var candidates = rig.selection(2);
        announced("selection");
        regional(candidates);
        rig.now = RankingRig.AFTER_REGIONAL;
        announced("regional");
        rig.checked(candidates.getFirst(), required, required.subList(0, 1));
        var listed = listed(agency());
        assertThat(listed.at("/0/state").asText()).isEqualTo("MISSING");
        assertThat(texts(listed))
                .singleElement()
                .asString()
                .startsWith("Файл не открывается: «")
                .contains("(§9(1))");
    }

    @Test
    void eachOfTheChosenIsLookedAt(@TempDir Path folder) throws Exception {
        var shipped = Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
        var two = Files.writeString(folder.resolve("contest.json"), regionalWithTwoChosen(shipped));
        var wider = new RankingRig(two);
        var candidates = wider.selection(2);
        assertThat(wider.announce("selection").getStatusCode()).isEqualTo(201);
        wider.fileRegional(candidates.get(0), candidates.get(1));
        wider.now = RankingRig.AFTER_REGIONAL;
        assertThat(wider.announce("regional").getStatusCode()).isEqualTo(201);
        wider.checked(candidates.get(0), required);
        var listed = Json.tree(wider.call(agency(), "GET /v1/handovers", "").getBody())
                .at("/oblasts");
        assertThat(listed.findValuesAsText("candidate")).containsExactlyElementsOf(candidates);
        assertThat(listed.findValuesAsText("state")).containsExactly("COMPLETE", "MISSING");
    }

    private static String regionalWithTwoChosen(String contest) throws Exception {
        var tree = Json.tree(contest);
        for (var stage : tree.at("/stages")) {
            if (stage.at("/id").asText().equals("regional")) {
                ((ObjectNode) stage).put("chosen", 2);
            }
        }
        return tree.toString();
    }

    @Test
    void whatIsCompleteIsSaidToBeAndRemindsNobody() throws Exception {
        var candidates = rig.selection(1);
        rig.checked(candidates.getFirst(), required);
        announced("selection");
        rig.now = THREE_DAYS_BEFORE;
        rig.beat();
        assertThat(reminders()).hasSize(1);
        regional(candidates);
        announced("regional");
        var complete = listed(agency());
        assertThat(complete.at("/0/state").asText()).isEqualTo("COMPLETE");
        assertThat(complete.at("/0/candidateName").asText()).isEqualTo("Үміткер & 0");
        rig.beat();
        assertThat(reminders()).hasSize(1);
    }

    @Test
    void aRegionSeesItsOwn() throws Exception {
        rig.selection(1);
        announced("selection");
        assertThat(listed(staff("uzdik/secretary", rig.scope))).hasSize(1);
        var elsewhere = rig.definition.oblasts().get(1).kato();
        assertThat(listed(staff("uzdik/chair", elsewhere))).isEmpty();
        var refused = rig.call(staff("uzdik/member", rig.scope), "GET /v1/handovers", "");
        assertThat(refused.getStatusCode()).isEqualTo(403);
    }

    private void announced(String stage) {
        var answer = rig.announce(stage);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(201);
    }

    private void regional(List<String> candidates) {
        for (var i = 0; i < candidates.size(); i++) {
            for (var sheet : List.of("essay", "feedback", "interview")) {
                rig.file("regional", rig.scope, sheet, candidates.get(i), i);
            }
        }
    }

    private List<String> reminders() {
        return rig.mails().stream()
                .filter(id -> id.startsWith("OUTBOX#handover-reminder/"))
                .toList();
    }

    private static List<String> texts(JsonNode listed) {
        return listed.at("/0/missing").findValuesAsText("ru");
    }

    private static Map<String, String> agency() {
        return staff("uzdik/agency", "republic");
    }

    private static Map<String, String> staff(String role, String scope) {
        return Map.of("sub", "p1", "scope", role, "uzdik_scope", scope);
    }

    private JsonNode listed(Map<String, String> caller) throws Exception {
        var answer = rig.call(caller, "GET /v1/handovers", "");
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(200);
        return Json.tree(answer.getBody()).at("/oblasts");
    }
}
