package kz.uzdik.jury;

import static kz.uzdik.jury.SelectionDesk.is;
import static kz.uzdik.jury.SelectionDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import kz.uzdik.contest.definition.Commissions.Correcting;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.SheetSeal;
import kz.uzdik.json.Json;
import kz.uzdik.store.AnnouncementStore.Announcing;
import org.junit.jupiter.api.Test;

/** Sheets under their seals, the opening, and what may be corrected before and after it. */
final class SealedSheetsTest {

    private static final String FILE = "PUT /v1/sheets/{stage}/{sheet}/{candidate}";
    private static final String OPEN = "PUT /v1/openings/{stage}/{candidate}";
    private static final String SHEETS = "GET /v1/sheets/{stage}";

    private final SelectionDesk desk = new SelectionDesk();
    private final JuryRig rig = desk.rig;
    private final String scope = desk.scope;

    @Test
    void aCorrectionIsAFurtherVersionWithItsReason() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        refused(409, "sheet-version", correct(2, candidate, 4, 2, "қосындысы қате"));
        is(201, desk.file(2, "project", candidate, rig.points("project", 0)));
        refused(400, "field-invalid", correct(2, candidate, 0, 2, "қосындысы қате"));
        refused(400, "field-invalid", correct(2, candidate, 4, 2, "  "));
        refused(400, "field-invalid", correct(2, candidate, 4, 1, "қосындысы қате"));
        refused(409, "sheet-version", correct(2, candidate, 4, 3, "қосындысы қате"));
        is(201, correct(2, candidate, 4, 2, "қосындысы қате"));
        is(200, correct(2, candidate, 4, 2, "қосындысы қате"));
        refused(409, "sheet-filed", correct(2, candidate, 4, 2, "басқа себеп"));
        is(200, desk.file(2, "project", candidate, rig.points("project", 0)));
        is(201, correct(2, candidate, 1, 3, "асығыспын"));
        var mine = Json.tree(rig.call(rig.member(2), SHEETS, "", "selection").getBody());
        assertThat(mine.at("/filed").findValuesAsText("version")).containsExactly("1", "2", "3");
        assertThat(mine.at("/filed").findValuesAsText("correction")).containsExactly("қосындысы қате", "асығыспын");
        assertThat(mine.at("/seals")).hasSize(3);
        assertThat(Set.copyOf(mine.at("/seals").findValuesAsText("sha256"))).hasSize(3);
        var facts = rig.facts
                .gather(rig.definition.stage("selection").orElseThrow(), scope)
                .facts();
        assertThat(facts.sheets()).hasSize(3);
        assertThat(facts.holdingSheets()).singleElement().satisfies(held -> {
            assertThat(held.version()).isEqualTo(3);
            assertThat(held.filedAt()).isEqualTo(JuryRig.NOW);
        });
    }

    @Test
    void openSheetsAreCorrectedBeforeAllEyesUntilTheAnnouncement() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        desk.fileEverything(List.of(candidate), 1);
        is(201, desk.open(1, candidate));
        var before = rig.jury.read("selection", scope).revision();
        is(201, correct(2, candidate, 4, 2, "қосындысы қате"));
        var seen = Json.tree(rig.call(rig.member(3), SHEETS, "", "selection").getBody());
        assertThat(seen.at("/opened").findValuesAsText("correction")).containsExactly("қосындысы қате");
        assertThat(desk.announce(before)).isInstanceOf(Announcing.FactsChanged.class);
        assertThat(desk.announce(before + 1)).isInstanceOf(Announcing.First.class);
        refused(409, "stage-announced", correct(2, candidate, 5, 3, "кешіктім"));
    }

    @Test
    void whereTheDefinitionSaysSoSheetsAreCorrectedUntilTheyAreOpenOrNotAtAll() {
        var sealed = new JuryRig(Correcting.UNTIL_OPENING);
        var candidate = sealed.commission(scope).admit(0);
        for (var member = 1; member <= 6; member++) {
            for (var sheet : List.of("questionnaire", "project")) {
                is(
                        201,
                        sealed.call(
                                sealed.member(member), FILE, sealed.points(sheet, 1), "selection", sheet, candidate));
            }
        }
        is(201, correct(sealed, 2, candidate, 4, 2, "қосындысы қате"));
        is(201, sealed.call(sealed.member(1), OPEN, "", "selection", candidate));
        refused(409, "sheets-open", correct(sealed, 2, candidate, 5, 3, "басқалардікін көрдім"));
        var whole = new JuryRig(Correcting.NOT_ALLOWED);
        whole.commission(scope).admit(0);
        is(201, whole.call(whole.member(2), FILE, whole.points("project", 0), "selection", "project", candidate));
        refused(409, "sheet-filed", correct(whole, 2, candidate, 4, 2, "қосындысы қате"));
    }

    @Test
    void aMemberSeesTheirOwnSheets() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        is(201, desk.file(2, "project", candidate, rig.points("project", 0)));
        is(201, desk.file(3, "project", candidate, rig.points("project", 0)));
        var mine = Json.tree(rig.call(rig.member(2), "GET /v1/sheets/{stage}", "", "selection")
                .getBody());
        assertThat(mine.at("/scope").asText()).isEqualTo(scope);
        assertThat(mine.at("/sheets").toString()).isEqualTo("[\"questionnaire\",\"project\"]");
        assertThat(mine.at("/candidates/0/candidate").asText()).isEqualTo(candidate);
        assertThat(mine.at("/filed")).hasSize(1);
        assertThat(mine.at("/filed/0/member").asText()).isEqualTo("m2");
    }

    @Test
    void sheetsAreSealedUntilTheChairOpensThemAllTogether() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        refused(409, "sheets-missing", desk.open(1, candidate));
        for (var member = 1; member <= 6; member++) {
            is(201, desk.file(member, "questionnaire", candidate, rig.points("questionnaire", member)));
        }
        var half = desk.open(1, candidate);
        refused(409, "sheets-missing", half);
        assertThat(half.getBody()).contains("\"sheetNotFiled\"");
        for (var member = 1; member <= 6; member++) {
            is(201, desk.file(member, "project", candidate, rig.points("project", member)));
        }
        var sealed = Json.tree(rig.call(rig.member(2), SHEETS, "", "selection").getBody());
        assertThat(sealed.at("/filed").findValuesAsText("member")).containsOnly("m2");
        assertThat(sealed.at("/opened")).isEmpty();
        assertThat(sealed.at("/seals")).hasSize(12);
        assertThat(sealed.at("/seals").toString()).doesNotContain("points").doesNotContain("salt");

        refused(403, "role-missing", desk.open(2, candidate));
        is(201, desk.open(1, candidate));
        is(200, desk.open(1, candidate));
        var opened = Json.tree(rig.call(rig.member(2), SHEETS, "", "selection").getBody());
        assertThat(opened.at("/opened")).hasSize(12);
        assertThat(opened.at("/opened").findValuesAsText("sha256"))
                .isEqualTo(sealed.at("/seals").findValuesAsText("sha256"));
        for (var sheet : opened.at("/opened")) {
            var filed = Json.readOwn(sheet.at("/sheet").toString(), FiledSheet.class);
            assertThat(SheetSeal.of(filed, sheet.at("/salt").asText()).sha256())
                    .isEqualTo(sheet.at("/sha256").asText());
        }
    }

    @Test
    void whoHasSeenTheSheetsFilesNone() {
        var candidate = rig.commission(scope).admit(0);
        var other = rig.admit(1);
        desk.fileEverything(List.of(candidate), 1);
        is(201, desk.open(1, candidate));
        refused(409, "sheets-open", desk.file(7, "project", candidate, rig.points("project", 0)));
        is(200, desk.file(6, "project", candidate, rig.points("project", 1)));
        refused(409, "sheet-filed", desk.file(6, "project", candidate, rig.points("project", 2)));
        is(201, desk.file(7, "project", other, rig.points("project", 0)));
        is(201, desk.recuse(7, candidate, "отырысқа қатысқан жоқ"));
    }

    private APIGatewayV2HTTPResponse correct(int member, String candidate, int less, int version, String reason) {
        return correct(rig, member, candidate, less, version, reason);
    }

    private static APIGatewayV2HTTPResponse correct(
            JuryRig rig, int member, String candidate, int less, int version, String reason) {
        var body = new HashMap<String, Object>(rig.points("project", less));
        body.put("version", version);
        body.put("correction", reason);
        return rig.call(rig.member(member), FILE, body, "selection", "project", candidate);
    }
}
