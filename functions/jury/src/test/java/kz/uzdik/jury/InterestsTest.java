package kz.uzdik.jury;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.Interests;
import kz.uzdik.json.Json;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore.Announcing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What members declare of themselves, what it suggests and to whom it is shown, against the real database. */
final class InterestsTest {

    private static final String SHOW = "GET /v1/interests";
    private static final String DECLARE = "PUT /v1/interests";
    private static final String STATE = "PUT /v1/no-conflicts/{stage}/{candidate}";
    private static final String RECUSE = "PUT /v1/recusals/{stage}/{candidate}";
    private static final String SHEETS = "GET /v1/sheets/{stage}";
    private static final String SITTINGS = "GET /v1/sittings/{stage}/{scope}";

    private final JuryRig rig = new JuryRig();
    private final String scope = rig.oblast.kato();

    @Test
    void aMemberReadsWhatTheyDeclaredAndNobodyElseDoes() throws Exception {
        rig.commission(scope).admit(0);
        assertThat(body(rig.call(rig.member(2), SHOW, "")).toString()).isEqualTo("{\"okrugs\":[],\"relatives\":[]}");
        is(200, declare(2, "ЖШС Парасат", List.of(okrug(3)), List.of("Тілеуов Бауыржан")));
        is(200, declare(2, null, List.of(), List.of(" Серікова Айгүл Маратқызы ")));
        var own = body(rig.call(rig.member(2), SHOW, ""));
        assertThat(own.toString())
                .isEqualTo("{\"declaredAt\":\"2027-05-05T06:00:00Z\",\"okrugs\":[],"
                        + "\"relatives\":[\"Серікова Айгүл Маратқызы\"]}");
        assertThat(body(rig.call(rig.member(3), SHOW, "")).has("declaredAt")).isFalse();
        refused(403, "role-missing", rig.call(JuryRig.agency(), SHOW, ""));
        refused(403, "not-on-commission", rig.call(new JuryRig.Staff("m10", "uzdik/member", scope), SHOW, ""));
    }

    @Test
    void whatWasHeldUpDoesNotBringBackAnOlderDeclaration() throws Exception {
        rig.commission(scope);
        is(200, declare(2, null, List.of(), List.of("Серікова Айгүл")));
        var older =
                new Interests(scope, "m2", null, List.of(), List.of("Тілеуов Бауыржан"), JuryRig.NOW.minusMillis(1));
        assertThat(rig.interests.declare(older, JuryRig.NOW).relatives()).containsExactly("Серікова Айгүл");
        assertThat(body(rig.call(rig.member(2), SHOW, "")).at("/relatives/0").asText())
                .isEqualTo("Серікова Айгүл");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"employer\":\"\",\"okrugs\":[\"999999999\"],\"relatives\":[]}",
                "{\"okrugs\":[],\"relatives\":[\"Ахметов\"]}",
                "{\"okrugs\":[null],\"relatives\":[]}",
                "{\"okrugs\":[],\"relatives\":[null]}",
                "{\"relatives\":[]}",
            })
    void whatCannotBeDeclaredIsRefusedByField(String declared) {
        rig.commission(scope);
        refused(400, "field-invalid", rig.call(rig.member(2), DECLARE, declared));
    }

    @Test
    void aSuggestionIsShownToTheMemberWithItsReason() throws Exception {
        var kin = rig.commission(scope).admit(0);
        var own = rig.admit(1);
        is(200, declare(2, null, List.of(own.substring(2)), List.of("Үміткер 0")));
        var mine = body(rig.call(rig.member(2), SHEETS, "", "selection"));
        assertThat(mine.at("/suggestions").findValuesAsText("candidate")).containsExactly(kin, own);
        assertThat(mine.at("/suggestions").findValuesAsText("ground")).containsExactly("KIN", "OKRUG");
        assertThat(mine.at("/suggestions/0/reason/ru").asText()).contains("среди своих родственников");
        assertThat(mine.at("/recusals")).isEmpty();
        assertThat(body(rig.call(rig.member(3), SHEETS, "", "selection")).at("/suggestions"))
                .isEmpty();
    }

    @Test
    void whoWorksForANominatorIsSuggestedToStepBack() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        rig.dossiers.join(
                new Nomination(
                        candidate,
                        1,
                        NominatorKind.PUBLIC_ORGANISATION,
                        "«Парасат» қоғамдық бірлестігі",
                        "n@example.kz",
                        "0".repeat(64),
                        "secretary",
                        "s@example.kz",
                        JuryRig.NOW),
                List.of());
        is(200, declare(2, "ОО Парасат", List.of(), List.of()));
        is(200, declare(3, "Өзі", List.of(), List.of()));
        var listed = suggestions(rig.member(1)).at("/suggestions");
        assertThat(listed.findValuesAsText("ground")).containsExactly("EMPLOYER");
        assertThat(listed.at("/0/name").asText()).isEqualTo("Үміткер 0");
    }

    @Test
    void theChairAndTheSecretarySeeWhatIsAnsweredAndWhatIsNot() throws Exception {
        var first = rig.commission(scope).admit(0);
        var second = rig.admit(1);
        var third = rig.admit(2);
        is(200, declare(2, null, List.of(first.substring(2), second.substring(2), third.substring(2)), List.of()));
        is(201, rig.call(rig.member(2), RECUSE, Map.of("reason", "көршім"), "selection", first));
        is(201, state(2, second, "он жыл бұрын көшкенмін"));
        is(200, state(2, second, "он жыл бұрын көшкенмін"));
        refused(409, "no-conflict-stated", state(2, second, "басқа себеп"));
        refused(409, "recused", state(2, first, "қақтығыс жоқ"));
        refused(400, "field-invalid", state(2, third, " "));
        refused(404, "candidate-unknown", state(2, "d-999999999", "жоқ"));
        var secretary = new JuryRig.Staff("s1", "uzdik/secretary", scope);
        for (var staff : List.of(rig.member(1), secretary)) {
            var listed = suggestions(staff).at("/suggestions");
            assertThat(listed.findValuesAsText("recused")).containsExactly("true", "false", "false");
            assertThat(listed.at("/1/noConflict/reason").asText()).isEqualTo("он жыл бұрын көшкенмін");
            assertThat(listed.at("/2").has("noConflict")).isFalse();
        }
        assertThat(suggestions(rig.member(3)).at("/suggestions")).isEmpty();
        assertThat(suggestions(JuryRig.agency()).at("/suggestions")).isEmpty();
        is(201, rig.call(rig.member(2), RECUSE, Map.of("reason", "ойландым"), "selection", second));
        assertThat(rig.jury.read("selection", scope).noConflicts()).hasSize(1);
    }

    @Test
    void aStatementOfNoConflictEndsWithTheAnnouncement() {
        var candidate = rig.commission(scope).admit(0);
        is(201, state(2, candidate, "қақтығыс жоқ"));
        var announcement = new Announcement("selection", 1, JuryRig.NOW, "agency", null, null, 1, "i", "r", "s");
        var revision = rig.jury.read("selection", scope).revision();
        assertThat(rig.announcements.announce(announcement, Map.of(scope, revision), Map.of(), Map.of()))
                .isInstanceOf(Announcing.First.class);
        refused(409, "stage-announced", state(3, candidate, "қақтығыс жоқ"));
    }

    @Test
    void whoLeftTheCommissionIsSuggestedNothingAndNothingDeclaredIsGathered() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        is(200, declare(9, "ЖШС Құпия", List.of(candidate.substring(2)), List.of("Құпияев Құпия")));
        var gathered = rig.facts.gather(rig.definition.stage("selection").orElseThrow());
        assertThat(Json.write(gathered)).doesNotContain("Құпия");
        assertThat(suggestions(rig.member(1)).toString()).contains("\"m9\"").doesNotContain("Құпия");
        var others = JuryRig.members().subList(0, 8);
        rig.commissions.record(new Commission(scope, others), "agency", JuryRig.NOW);
        assertThat(suggestions(rig.member(1)).at("/suggestions")).isEmpty();
    }

    private APIGatewayV2HTTPResponse declare(
            int member, @Nullable String employer, List<String> okrugs, List<String> relatives) {
        var declared = new HashMap<String, Object>(Map.of("okrugs", okrugs, "relatives", relatives));
        if (employer != null) {
            declared.put("employer", employer);
        }
        return rig.call(rig.member(member), DECLARE, declared);
    }

    private APIGatewayV2HTTPResponse state(int member, String candidate, String reason) {
        return rig.call(rig.member(member), STATE, Map.of("ground", "OKRUG", "reason", reason), "selection", candidate);
    }

    private JsonNode suggestions(JuryRig.Staff staff) throws Exception {
        return body(rig.call(staff, SITTINGS, "", "selection", scope));
    }

    private String okrug(int index) {
        return rig.admit(index).substring(2);
    }

    private static JsonNode body(APIGatewayV2HTTPResponse answer) throws Exception {
        is(200, answer);
        return Json.tree(answer.getBody());
    }

    private static void is(int status, APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    }

    private static void refused(int status, String type, APIGatewayV2HTTPResponse answer) {
        is(status, answer);
        assertThat(answer.getBody()).contains("problems/" + type);
    }
}
