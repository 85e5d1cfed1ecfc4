package kz.uzdik.jury;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Commissions.Correcting;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.SheetSeal;
import kz.uzdik.json.Json;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore.Announcing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the jury's routes take and what they refuse, against the real database. */
final class JuryHandlerTest {

    private static final String FILE = "PUT /v1/sheets/{stage}/{sheet}/{candidate}";
    private static final String OPEN = "PUT /v1/openings/{stage}/{candidate}";
    private static final String SHEETS = "GET /v1/sheets/{stage}";
    private static final String RECUSE = "PUT /v1/recusals/{stage}/{candidate}";
    private static final String CAST = "POST /v1/casting-votes/{stage}/{scope}";
    private static final String SIT = "PUT /v1/sittings/{stage}/{scope}/{number}";
    private static final String SITTINGS = "GET /v1/sittings/{stage}/{scope}";
    private static final String APPOINT = "PUT /v1/commissions/{scope}";

    private final JuryRig rig = new JuryRig();
    private final String scope = rig.oblast.kato();

    @Test
    void aSheetIsFiledOnceAndTheSameAgainIsTheSame() {
        var candidate = rig.commission(scope).admit(0);
        var points = rig.points("project", 0);
        is(201, file(2, "project", candidate, points));
        is(200, file(2, "project", candidate, points));
        refused(409, "sheet-filed", file(2, "project", candidate, rig.points("project", 1)));
        assertThat(rig.jury.read("selection", scope).sheets()).hasSize(1);
    }

    @Test
    void aCorrectionIsAFurtherVersionWithItsReason() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        refused(409, "sheet-version", correct(2, candidate, 4, 2, "қосындысы қате"));
        is(201, file(2, "project", candidate, rig.points("project", 0)));
        refused(400, "field-invalid", correct(2, candidate, 0, 2, "қосындысы қате"));
        refused(400, "field-invalid", correct(2, candidate, 4, 2, "  "));
        refused(400, "field-invalid", correct(2, candidate, 4, 1, "қосындысы қате"));
        refused(409, "sheet-version", correct(2, candidate, 4, 3, "қосындысы қате"));
        is(201, correct(2, candidate, 4, 2, "қосындысы қате"));
        is(200, correct(2, candidate, 4, 2, "қосындысы қате"));
        refused(409, "sheet-filed", correct(2, candidate, 4, 2, "басқа себеп"));
        is(200, file(2, "project", candidate, rig.points("project", 0)));
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
        fileEverything(List.of(candidate), 1);
        is(201, open(1, candidate));
        var before = rig.jury.read("selection", scope).revision();
        is(201, correct(2, candidate, 4, 2, "қосындысы қате"));
        var seen = Json.tree(rig.call(rig.member(3), SHEETS, "", "selection").getBody());
        assertThat(seen.at("/opened").findValuesAsText("correction")).containsExactly("қосындысы қате");
        assertThat(announce(before)).isInstanceOf(Announcing.FactsChanged.class);
        assertThat(announce(before + 1)).isInstanceOf(Announcing.First.class);
        refused(409, "stage-announced", correct(2, candidate, 5, 3, "кешіктім"));
    }

    private Announcing announce(long revision) {
        var announcement = new Announcement("selection", 1, JuryRig.NOW, "agency", null, null, 1, "i", "r", "s");
        return rig.announcements.announce(announcement, Map.of(scope, revision), Map.of(), Map.of());
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

    @Test
    void sheetsOfAllMembersAtOnceAreAllKept() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        try (var pool = Executors.newFixedThreadPool(9)) {
            var calls = new ArrayList<Callable<APIGatewayV2HTTPResponse>>();
            for (var i = 1; i <= 9; i++) {
                var member = i;
                calls.add(() -> file(member, "project", candidate, rig.points("project", member)));
            }
            for (var answer : pool.invokeAll(calls)) {
                is(201, answer.get());
            }
        }
        var record = rig.jury.read("selection", scope);
        assertThat(record.sheets()).hasSize(9);
        assertThat(record.revision()).isEqualTo(9);
    }

    @Test
    void pointsOffTheSheetAreRefusedByCriterion() {
        var candidate = rig.commission(scope).admit(0);
        var answer = file(2, "project", candidate, Map.of("points", Map.of("resilience", 99, "beauty", 1)));
        refused(400, "points-invalid", answer);
        assertThat(answer.getBody()).contains("/points/resilience", "/points/beauty", "/points/feasible");
        refused(400, "field-invalid", file(2, "project", candidate, "{\"points\":{\"resilience\":\"7\"}}"));
        refused(400, "field-invalid", file(2, "project", candidate, "{\"points\":{},\"note\":1}"));
        refused(400, "not-json", file(2, "project", candidate, "ten"));
    }

    @Test
    void onlyMembersOfTheRecordedCommissionFile() {
        var candidate = rig.admit(0);
        refused(403, "not-on-commission", file(2, "project", candidate, rig.points("project", 0)));
        rig.commission(scope);
        var stranger = new JuryRig.Staff("m10", "uzdik/member", scope);
        refused(403, "not-on-commission", file(stranger, "project", candidate));
        var elsewhere = new JuryRig.Staff(
                "m2", "uzdik/member", rig.definition.oblasts().get(1).kato());
        refused(403, "other-region", file(elsewhere, "project", candidate));
        var secretary = new JuryRig.Staff("m2", "uzdik/secretary", scope);
        refused(403, "role-missing", file(secretary, "project", candidate));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var candidate = rig.commission(scope).admit(0);
        var points = rig.points("project", 0);
        refused(404, "candidate-unknown", file(2, "project", "d-999999999", points));
        refused(404, "candidate-unknown", file(2, "project", "x", points));
        refused(404, "sheet-unknown", file(2, "defence", candidate, points));
        refused(404, "stage-unknown", rig.call(rig.member(2), FILE, points, "final", "project", candidate));
        refused(409, "stage-not-open", rig.call(rig.member(2), FILE, points, "regional", "essay", candidate));
    }

    @Test
    void aRecusalBlocksSheetsAndASheetBlocksARecusal() {
        var first = rig.commission(scope).admit(0);
        var second = rig.admit(1);
        is(201, recuse(2, first, "туыс"));
        is(200, recuse(2, first, "туыс"));
        refused(409, "recusal-filed", recuse(2, first, "дос"));
        refused(409, "recused", file(2, "project", first, rig.points("project", 0)));
        is(201, file(2, "project", second, rig.points("project", 0)));
        refused(409, "sheet-filed", recuse(2, second, "туыс"));
        refused(400, "field-invalid", recuse(3, first, "  "));
    }

    @Test
    void whoAbstainsOwesNoSheetAndStaysOfTheQuorum() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        for (var member = 1; member <= 5; member++) {
            is(201, file(member, "questionnaire", candidate, rig.points("questionnaire", 0)));
            is(201, file(member, "project", candidate, rig.points("project", 0)));
        }
        refused(409, "sheets-missing", open(1, candidate));
        is(201, abstain(6, candidate, "жобаны түсінбедім"));
        is(200, abstain(6, candidate, "жобаны түсінбедім"));
        refused(409, "abstention-filed", abstain(6, candidate, "басқа"));
        refused(409, "recused", file(6, "project", candidate, rig.points("project", 0)));
        refused(409, "sheet-filed", recuse(6, candidate, "туыс"));
        refused(409, "sheet-or-recusal-filed", abstain(5, candidate, "ойландым"));
        is(201, recuse(7, candidate, "туыс"));
        refused(409, "sheet-or-recusal-filed", abstain(7, candidate, "ойландым"));
        var mine = Json.tree(rig.call(rig.member(6), SHEETS, "", "selection").getBody());
        assertThat(mine.at("/abstentions/0/reason").asText()).isEqualTo("жобаны түсінбедім");
        is(201, open(1, candidate));
        refused(409, "sheets-open", abstain(8, candidate, "көрдім"));
    }

    private APIGatewayV2HTTPResponse abstain(int member, String candidate, String reason) {
        return rig.call(
                rig.member(member),
                "PUT /v1/abstentions/{stage}/{candidate}",
                Map.of("reason", reason),
                "selection",
                candidate);
    }

    @Test
    void aMemberSeesTheirOwnSheets() throws Exception {
        var candidate = rig.commission(scope).admit(0);
        is(201, file(2, "project", candidate, rig.points("project", 0)));
        is(201, file(3, "project", candidate, rig.points("project", 0)));
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
        refused(409, "sheets-missing", open(1, candidate));
        for (var member = 1; member <= 6; member++) {
            is(201, file(member, "questionnaire", candidate, rig.points("questionnaire", member)));
        }
        var half = open(1, candidate);
        refused(409, "sheets-missing", half);
        assertThat(half.getBody()).contains("\"sheetNotFiled\"");
        for (var member = 1; member <= 6; member++) {
            is(201, file(member, "project", candidate, rig.points("project", member)));
        }
        var sealed = Json.tree(rig.call(rig.member(2), SHEETS, "", "selection").getBody());
        assertThat(sealed.at("/filed").findValuesAsText("member")).containsOnly("m2");
        assertThat(sealed.at("/opened")).isEmpty();
        assertThat(sealed.at("/seals")).hasSize(12);
        assertThat(sealed.at("/seals").toString()).doesNotContain("points").doesNotContain("salt");

        refused(403, "role-missing", open(2, candidate));
        is(201, open(1, candidate));
        is(200, open(1, candidate));
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
        fileEverything(List.of(candidate), 1);
        is(201, open(1, candidate));
        refused(409, "sheets-open", file(7, "project", candidate, rig.points("project", 0)));
        is(200, file(6, "project", candidate, rig.points("project", 1)));
        refused(409, "sheet-filed", file(6, "project", candidate, rig.points("project", 2)));
        is(201, file(7, "project", other, rig.points("project", 0)));
        is(201, recuse(7, candidate, "отырысқа қатысқан жоқ"));
    }

    @Test
    void theChairDecidesATieAndOnlyATie() {
        var tied = tie();
        var before = List.of(tied.get(0), tied.get(1));
        refused(409, "sitting-unknown", cast(1, before));
        is(201, sit(1, 1, range(1, 6), null));
        refused(409, "no-tie", cast(1, before));
        fileEverything(tied, 1);
        refused(403, "role-missing", cast(2, tied));
        var titular = new JuryRig.Staff("m2", "uzdik/member uzdik/chair", scope);
        refused(403, "not-the-chair", rig.call(titular, CAST, vote(tied), "selection", scope));
        refused(409, "no-tie", cast(1, before));
        refused(400, "field-invalid", cast(1, List.of(tied.get(0), tied.get(0))));
        is(201, cast(1, tied));
        is(200, cast(1, tied));
        var reversed = new ArrayList<>(tied);
        Collections.reverse(reversed);
        refused(409, "casting-vote-cast", cast(1, reversed));
    }

    @Test
    void aSittingIsRecordedOnceAndCorrectedWithAReason() throws Exception {
        rig.commission(scope);
        is(201, sit(1, 1, range(1, 5), null));
        is(200, sit(1, 1, range(1, 5), null));
        refused(409, "sitting-recorded", sit(1, 1, range(1, 6), null));
        refused(400, "field-invalid", sit(1, 2, range(1, 6), null));
        refused(400, "field-invalid", sit(1, 2, range(1, 6), " "));
        refused(400, "field-invalid", sit(2, 1, range(1, 6), "қате"));
        refused(409, "sitting-number", sit(3, 1, range(1, 6), null));
        refused(409, "sitting-number", sit(1, 3, range(1, 6), "қате"));
        is(201, sit(2, 1, range(2, 9), null));
        is(201, sit(1, 2, range(1, 6), "m6 жазылмай қалған"));
        var listed = Json.tree(
                rig.call(rig.member(3), SITTINGS, "", "selection", scope).getBody());
        assertThat(listed.at("/next").asInt()).isEqualTo(3);
        assertThat(listed.at("/sittings/0/sitting/version").asInt()).isEqualTo(2);
        assertThat(listed.at("/sittings/0/quorate").asBoolean()).isTrue();
        assertThat(listed.at("/sittings/0/quorum/absent").toString()).isEqualTo("[\"m7\",\"m8\",\"m9\"]");
        assertThat(rig.jury.read("selection", scope).minutes().sittings()).hasSize(3);
    }

    @Test
    void aSittingIsOfMembersAndOfADayThatHasCome() {
        rig.commission(scope);
        refused(400, "field-invalid", sit(1, 1, List.of("m1", "x"), null));
        refused(400, "field-invalid", sit(1, 1, List.of("m1", "m1"), null));
        refused(400, "field-invalid", sit(1, 1, List.of(), null));
        var tomorrow = Map.of("version", 1, "date", "2027-05-06", "present", range(1, 6), "agenda", List.of("шешім"));
        refused(400, "field-invalid", rig.call(secretary(scope), SIT, tomorrow, "selection", scope, "1"));
        var silent = Map.of("version", 1, "date", "2027-05-05", "present", range(1, 6), "agenda", List.of(" "));
        refused(400, "field-invalid", rig.call(secretary(scope), SIT, silent, "selection", scope, "1"));
        var elsewhere = rig.definition.oblasts().get(1).kato();
        refused(403, "other-region", rig.call(secretary(elsewhere), SIT, silent, "selection", scope, "1"));
        refused(403, "role-missing", rig.call(rig.member(2), SIT, silent, "selection", scope, "1"));
        refused(409, "stage-not-open", rig.call(secretary(scope), SIT, silent, "regional", scope, "1"));
        refused(409, "sitting-unknown", rig.call(secretary(scope), SIT, silent, "selection", scope, "0"));
    }

    @Test
    void ofTwoRecordsOfOneSittingAtOnceOneHolds() throws Exception {
        rig.commission(scope);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<APIGatewayV2HTTPResponse> five = () -> sit(1, 1, range(1, 5), null);
            Callable<APIGatewayV2HTTPResponse> six = () -> sit(1, 1, range(1, 6), null);
            var answers = pool.invokeAll(List.of(five, six));
            assertThat(List.of(
                            answers.get(0).get().getStatusCode(),
                            answers.get(1).get().getStatusCode()))
                    .containsExactlyInAnyOrder(201, 409);
        }
        assertThat(rig.jury.read("selection", scope).minutes().sittings()).hasSize(1);
    }

    @Test
    void aCastingVoteNeedsASittingThatMayDecide() {
        var tied = tie();
        fileEverything(tied, 1);
        is(201, sit(1, 1, range(1, 5), null));
        var few = cast(1, tied);
        refused(409, "no-quorum", few);
        assertThat(few.getBody()).contains("Отсутствовали: Мүше 6, Мүше 7, Мүше 8, Мүше 9.");
        is(201, sit(2, 1, range(1, 6), null));
        refused(409, "no-quorum", cast(1, tied));
        is(201, rig.call(rig.member(1), CAST, vote(2, tied), "selection", scope));
    }

    @Test
    void whoSteppedBackIsNoneOfTheQuorum() {
        var tied = tie();
        fileEverything(tied, 1);
        is(201, recuse(7, tied.getFirst(), "туыс"));
        is(201, sit(1, 1, List.of("m1", "m2", "m3", "m4", "m5", "m7"), null));
        var few = cast(1, tied);
        refused(409, "no-quorum", few);
        assertThat(few.getBody()).contains("Взяли самоотвод: Мүше 7.");
    }

    @Test
    void theDeputyDecidesWhereTheChairWasAbsent() {
        var members = new ArrayList<>(JuryRig.members());
        members.set(1, new Commission.Member("m2", "Мүше 2", "m2@example.kz", Commission.Role.DEPUTY));
        var tied = tie();
        is(201, appoint(JuryRig.agency(), members));
        fileEverything(tied, 1);
        is(201, sit(1, 1, range(1, 6), null));
        is(201, sit(2, 1, range(2, 7), null));
        var deputy = new JuryRig.Staff("m2", "uzdik/member uzdik/chair", scope);
        refused(403, "not-leading", rig.call(deputy, CAST, vote(1, tied), "selection", scope));
        refused(403, "not-leading", rig.call(rig.member(1), CAST, vote(2, tied), "selection", scope));
        is(201, rig.call(deputy, CAST, vote(2, tied), "selection", scope));
    }

    @Test
    void aVoteFallsWithTheQuorumOfItsSittingAndIsCastAnew() {
        var tied = tie();
        fileEverything(tied, 1);
        is(201, sit(1, 1, range(1, 6), null));
        is(201, cast(1, tied));
        var stage = rig.definition.stage("selection").orElseThrow();
        assertThat(rig.facts.gather(stage, scope).facts().castingVotes()).hasSize(1);
        is(201, sit(1, 2, range(1, 5), "m6 болған жоқ"));
        assertThat(rig.facts.gather(stage, scope).facts().castingVotes()).isEmpty();
        refused(409, "no-quorum", cast(1, tied));
        is(201, sit(2, 1, range(1, 6), null));
        var reversed = new ArrayList<>(tied);
        Collections.reverse(reversed);
        is(201, rig.call(rig.member(1), CAST, vote(2, reversed), "selection", scope));
        assertThat(rig.facts.gather(stage, scope).facts().castingVotes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.order()).isEqualTo(reversed));
    }

    private static List<String> range(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "m" + i).toList();
    }

    private static JuryRig.Staff secretary(String scope) {
        return new JuryRig.Staff("secretary", "uzdik/secretary", scope);
    }

    private APIGatewayV2HTTPResponse sit(int number, int version, List<String> present, @Nullable String correction) {
        var body = new HashMap<String, Object>(
                Map.of("version", version, "date", "2027-05-05", "present", present, "agenda", List.of("шешім")));
        if (correction != null) {
            body.put("correction", correction);
        }
        return rig.call(secretary(scope), SIT, body, "selection", scope, "" + number);
    }

    @Test
    void anAnnouncedStageTakesNothingMore() {
        var candidate = rig.commission(scope).admit(0);
        is(201, file(2, "project", candidate, rig.points("project", 0)));
        var revision = rig.jury.read("selection", scope).revision();
        assertThat(announce(revision - 1)).isInstanceOf(Announcing.FactsChanged.class);
        assertThat(announce(revision)).isInstanceOf(Announcing.First.class);
        assertThat(announce(revision)).isInstanceOf(Announcing.Already.class);
        refused(409, "stage-announced", file(3, "project", candidate, rig.points("project", 0)));
        refused(409, "stage-announced", recuse(3, candidate, "туыс"));
        refused(409, "stage-announced", sit(1, 1, range(1, 6), null));
        is(200, file(2, "project", candidate, rig.points("project", 0)));
    }

    @Test
    void aCommissionIsWholeOrRefused() {
        var members = JuryRig.members();
        is(201, appoint(JuryRig.agency(), members));
        is(200, appoint(JuryRig.agency(), members));
        refused(403, "role-missing", appoint(rig.member(1), members));
        refused(400, "field-invalid", appoint(JuryRig.agency(), members.subList(0, 8)));
        var twoChairs = new ArrayList<>(members);
        twoChairs.set(1, new Commission.Member("m2", "Мүше", "m2@example.kz", Commission.Role.CHAIR));
        refused(400, "field-invalid", appoint(JuryRig.agency(), twoChairs));
        var twoDeputies = new ArrayList<>(members);
        for (var i = 1; i <= 2; i++) {
            var deputy = members.get(i);
            twoDeputies.set(
                    i, new Commission.Member(deputy.id(), deputy.name(), deputy.email(), Commission.Role.DEPUTY));
        }
        refused(400, "field-invalid", appoint(JuryRig.agency(), twoDeputies));
        var twice = new ArrayList<>(members);
        twice.set(8, members.get(7));
        refused(400, "field-invalid", appoint(JuryRig.agency(), twice));
        var changed = new ArrayList<>(members);
        changed.set(8, new Commission.Member("m19", "Жаңа мүше", "m19@example.kz", Commission.Role.MEMBER));
        is(201, appoint(JuryRig.agency(), changed));
        assertThat(rig.commissions.of(scope)).contains(new Commission(scope, changed));
        refused(404, "scope-unknown", rig.call(JuryRig.agency(), APPOINT, Map.of("members", members), "990000000"));
        is(200, rig.call(rig.member(2), "GET /v1/commissions/{scope}", "", scope));
        refused(403, "other-region", rig.call(rig.member(2), "GET /v1/commissions/{scope}", "", "republic"));
    }

    /** Candidates of one district, one more than may go on. */
    private List<String> tie() {
        rig.commission(scope);
        var tied = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            tied.add(rig.admit(i));
        }
        return tied;
    }

    private void fileEverything(List<String> candidates, int less) {
        for (var member = 1; member <= 6; member++) {
            for (var candidate : candidates) {
                is(201, file(member, "questionnaire", candidate, rig.points("questionnaire", less)));
                is(201, file(member, "project", candidate, rig.points("project", less)));
            }
        }
    }

    private APIGatewayV2HTTPResponse file(int member, String sheet, String candidate, Object points) {
        return rig.call(rig.member(member), FILE, points, "selection", sheet, candidate);
    }

    private APIGatewayV2HTTPResponse file(JuryRig.Staff caller, String sheet, String candidate) {
        return rig.call(caller, FILE, rig.points(sheet, 0), "selection", sheet, candidate);
    }

    private APIGatewayV2HTTPResponse recuse(int member, String candidate, String reason) {
        return rig.call(rig.member(member), RECUSE, Map.of("reason", reason), "selection", candidate);
    }

    private APIGatewayV2HTTPResponse open(int member, String candidate) {
        return rig.call(rig.member(member), OPEN, "", "selection", candidate);
    }

    private APIGatewayV2HTTPResponse cast(int member, List<String> order) {
        return rig.call(rig.member(member), CAST, vote(order), "selection", scope);
    }

    private static Map<String, Object> vote(List<String> order) {
        return vote(1, order);
    }

    private static Map<String, Object> vote(int sitting, List<String> order) {
        return Map.of("sitting", sitting, "order", order, "reason", "көбірек тәжірибе");
    }

    private APIGatewayV2HTTPResponse appoint(JuryRig.Staff caller, List<Commission.Member> members) {
        return rig.call(caller, APPOINT, Map.of("members", members), scope);
    }

    private static void is(int status, APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    }

    private static void refused(int status, String type, APIGatewayV2HTTPResponse answer) {
        is(status, answer);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
    }
}
