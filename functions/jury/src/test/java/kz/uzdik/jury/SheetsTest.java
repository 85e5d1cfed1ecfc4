package kz.uzdik.jury;

import static kz.uzdik.jury.SelectionDesk.is;
import static kz.uzdik.jury.SelectionDesk.range;
import static kz.uzdik.jury.SelectionDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.uzdik.json.Json;
import kz.uzdik.store.AnnouncementStore.Announcing;
import org.junit.jupiter.api.Test;

/** Which sheets, recusals and abstentions are taken and which refused, against the real database. */
final class SheetsTest {

    private static final String FILE = "PUT /v1/sheets/{stage}/{sheet}/{candidate}";
    private static final String SHEETS = "GET /v1/sheets/{stage}";

    private final SelectionDesk desk = new SelectionDesk();
    private final JuryRig rig = desk.rig;
    private final String scope = desk.scope;

    @Test
    void aSheetIsFiledOnceAndTheSameAgainIsTheSame() {
        var candidate = rig.commission(scope).admit(0);
        var points = rig.points("project", 0);
        is(201, desk.file(2, "project", candidate, points));
        is(200, desk.file(2, "project", candidate, points));
        refused(409, "sheet-filed", desk.file(2, "project", candidate, rig.points("project", 1)));
        assertThat(rig.jury.read("selection", scope).sheets()).hasSize(1);
    }

    @Test
    void sheetsOfAllMembersAtOnceAreAllKept() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        var before = rig.jury.read("selection", scope).revision();
        try (var pool = Executors.newFixedThreadPool(9)) {
            var calls = new ArrayList<Callable<APIGatewayV2HTTPResponse>>();
            for (var i = 1; i <= 9; i++) {
                var member = i;
                calls.add(() -> desk.file(member, "project", candidate, rig.points("project", member)));
            }
            for (var answer : pool.invokeAll(calls)) {
                is(201, answer.get());
            }
        }
        var record = rig.jury.read("selection", scope);
        assertThat(record.sheets()).hasSize(9);
        assertThat(record.revision()).isEqualTo(before + 9);
    }

    @Test
    void pointsOffTheSheetAreRefusedByCriterion() {
        var candidate = rig.commission(scope).admit(0);
        var answer = desk.file(2, "project", candidate, Map.of("points", Map.of("resilience", 99, "beauty", 1)));
        refused(400, "points-invalid", answer);
        assertThat(answer.getBody()).contains("/points/resilience", "/points/beauty", "/points/feasible");
        refused(400, "field-invalid", desk.file(2, "project", candidate, "{\"points\":{\"resilience\":\"7\"}}"));
        refused(400, "field-invalid", desk.file(2, "project", candidate, "{\"points\":{},\"note\":1}"));
        refused(400, "not-json", desk.file(2, "project", candidate, "ten"));
    }

    @Test
    void onlyMembersOfTheRecordedCommissionFile() {
        var candidate = rig.admit(0);
        refused(403, "not-on-commission", desk.file(2, "project", candidate, rig.points("project", 0)));
        rig.commission(scope);
        var stranger = new JuryRig.Staff("m10", "uzdik/member", scope);
        refused(403, "not-on-commission", desk.file(stranger, "project", candidate));
        var elsewhere = new JuryRig.Staff(
                "m2", "uzdik/member", rig.definition.oblasts().get(1).kato());
        refused(403, "other-region", desk.file(elsewhere, "project", candidate));
        var secretary = new JuryRig.Staff("m2", "uzdik/secretary", scope);
        refused(403, "role-missing", desk.file(secretary, "project", candidate));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var candidate = rig.commission(scope).admit(0);
        var points = rig.points("project", 0);
        refused(404, "candidate-unknown", desk.file(2, "project", "d-999999999", points));
        refused(404, "candidate-unknown", desk.file(2, "project", "x", points));
        refused(404, "sheet-unknown", desk.file(2, "defence", candidate, points));
        refused(404, "stage-unknown", rig.call(rig.member(2), FILE, points, "final", "project", candidate));
        refused(409, "stage-not-open", rig.call(rig.member(2), FILE, points, "regional", "essay", candidate));
    }

    @Test
    void aRecusalBlocksSheetsAndASheetBlocksARecusal() {
        var first = rig.commission(scope).admit(0);
        var second = rig.admit(1);
        is(201, desk.recuse(2, first, "туыс"));
        is(200, desk.recuse(2, first, "туыс"));
        refused(409, "recusal-filed", desk.recuse(2, first, "дос"));
        refused(409, "recused", desk.file(2, "project", first, rig.points("project", 0)));
        is(201, desk.file(2, "project", second, rig.points("project", 0)));
        refused(409, "sheet-filed", desk.recuse(2, second, "туыс"));
        refused(400, "field-invalid", desk.recuse(3, first, "  "));
    }

    @Test
    void whoAbstainsOwesNoSheetAndStaysOfTheQuorum() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        for (var member = 1; member <= 5; member++) {
            is(201, desk.file(member, "questionnaire", candidate, rig.points("questionnaire", 0)));
            is(201, desk.file(member, "project", candidate, rig.points("project", 0)));
        }
        refused(409, "sheets-missing", desk.open(1, candidate));
        is(201, abstain(6, candidate, "жобаны түсінбедім"));
        is(200, abstain(6, candidate, "жобаны түсінбедім"));
        refused(409, "abstention-filed", abstain(6, candidate, "басқа"));
        refused(409, "recused", desk.file(6, "project", candidate, rig.points("project", 0)));
        refused(409, "sheet-filed", desk.recuse(6, candidate, "туыс"));
        refused(409, "sheet-or-recusal-filed", abstain(5, candidate, "ойландым"));
        is(201, desk.recuse(7, candidate, "туыс"));
        refused(409, "sheet-or-recusal-filed", abstain(7, candidate, "ойландым"));
        var mine = Json.tree(rig.call(rig.member(6), SHEETS, "", "selection").getBody());
        assertThat(mine.at("/abstentions/0/reason").asText()).isEqualTo("жобаны түсінбедім");
        is(201, desk.open(1, candidate));
        refused(409, "sheets-open", abstain(8, candidate, "көрдім"));
    }

    @Test
    void anAnnouncedStageTakesNothingMore() {
        var candidate = rig.commission(scope).admit(0);
        is(201, desk.file(2, "project", candidate, rig.points("project", 0)));
        var revision = rig.jury.read("selection", scope).revision();
        assertThat(desk.announce(revision - 1)).isInstanceOf(Announcing.FactsChanged.class);
        assertThat(desk.announce(revision)).isInstanceOf(Announcing.First.class);
        assertThat(desk.announce(revision)).isInstanceOf(Announcing.Already.class);
        refused(409, "stage-announced", desk.file(3, "project", candidate, rig.points("project", 0)));
        refused(409, "stage-announced", desk.recuse(3, candidate, "туыс"));
        refused(409, "stage-announced", desk.sit(1, 1, range(1, 6), null));
        is(200, desk.file(2, "project", candidate, rig.points("project", 0)));
    }

    private APIGatewayV2HTTPResponse abstain(int member, String candidate, String reason) {
        return rig.call(
                rig.member(member),
                "PUT /v1/abstentions/{stage}/{candidate}",
                Map.of("reason", reason),
                "selection",
                candidate);
    }
}
