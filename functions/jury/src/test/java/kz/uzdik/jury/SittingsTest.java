package kz.uzdik.jury;

import static kz.uzdik.jury.SelectionDesk.is;
import static kz.uzdik.jury.SelectionDesk.range;
import static kz.uzdik.jury.SelectionDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;

/** Sittings, their quorum, and the casting vote of who led one. */
final class SittingsTest {

    private static final String CAST = "POST /v1/casting-votes/{stage}/{scope}";
    private static final String SIT = "PUT /v1/sittings/{stage}/{scope}/{number}";
    private static final String SITTINGS = "GET /v1/sittings/{stage}/{scope}";

    private final SelectionDesk desk = new SelectionDesk();
    private final JuryRig rig = desk.rig;
    private final String scope = desk.scope;

    @Test
    void theChairDecidesATieAndOnlyATie() {
        var tied = tie();
        var before = List.of(tied.get(0), tied.get(1));
        refused(409, "sitting-unknown", cast(1, before));
        is(201, desk.sit(1, 1, range(1, 6), null));
        refused(409, "no-tie", cast(1, before));
        desk.fileEverything(tied, 1);
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
        is(201, desk.sit(1, 1, range(1, 5), null));
        is(200, desk.sit(1, 1, range(1, 5), null));
        refused(409, "sitting-recorded", desk.sit(1, 1, range(1, 6), null));
        refused(400, "field-invalid", desk.sit(1, 2, range(1, 6), null));
        refused(400, "field-invalid", desk.sit(1, 2, range(1, 6), " "));
        refused(400, "field-invalid", desk.sit(2, 1, range(1, 6), "қате"));
        refused(409, "sitting-number", desk.sit(3, 1, range(1, 6), null));
        refused(409, "sitting-number", desk.sit(1, 3, range(1, 6), "қате"));
        is(201, desk.sit(2, 1, range(2, 9), null));
        is(201, desk.sit(1, 2, range(1, 6), "m6 жазылмай қалған"));
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
        refused(400, "field-invalid", desk.sit(1, 1, List.of("m1", "x"), null));
        refused(400, "field-invalid", desk.sit(1, 1, List.of("m1", "m1"), null));
        refused(400, "field-invalid", desk.sit(1, 1, List.of(), null));
        var tomorrow = Map.of("version", 1, "date", "2027-05-06", "present", range(1, 6), "agenda", List.of("шешім"));
        refused(400, "field-invalid", rig.call(SelectionDesk.secretary(scope), SIT, tomorrow, "selection", scope, "1"));
        var silent = Map.of("version", 1, "date", "2027-05-05", "present", range(1, 6), "agenda", List.of(" "));
        refused(400, "field-invalid", rig.call(SelectionDesk.secretary(scope), SIT, silent, "selection", scope, "1"));
        var elsewhere = rig.definition.oblasts().get(1).kato();
        refused(
                403,
                "other-region",
                rig.call(SelectionDesk.secretary(elsewhere), SIT, silent, "selection", scope, "1"));
        refused(403, "role-missing", rig.call(rig.member(2), SIT, silent, "selection", scope, "1"));
        refused(409, "stage-not-open", rig.call(SelectionDesk.secretary(scope), SIT, silent, "regional", scope, "1"));
        refused(409, "sitting-unknown", rig.call(SelectionDesk.secretary(scope), SIT, silent, "selection", scope, "0"));
    }

    @Test
    void ofTwoRecordsOfOneSittingAtOnceOneHolds() throws Exception {
        rig.commission(scope);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<APIGatewayV2HTTPResponse> five = () -> desk.sit(1, 1, range(1, 5), null);
            Callable<APIGatewayV2HTTPResponse> six = () -> desk.sit(1, 1, range(1, 6), null);
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
        desk.fileEverything(tied, 1);
        is(201, desk.sit(1, 1, range(1, 5), null));
        var few = cast(1, tied);
        refused(409, "no-quorum", few);
        assertThat(few.getBody()).contains("Отсутствовали: Мүше 6, Мүше 7, Мүше 8, Мүше 9.");
        is(201, desk.sit(2, 1, range(1, 6), null));
        refused(409, "no-quorum", cast(1, tied));
        is(201, rig.call(rig.member(1), CAST, vote(2, tied), "selection", scope));
    }

    @Test
    void whoSteppedBackIsNoneOfTheQuorum() {
        var tied = tie();
        desk.fileEverything(tied, 1);
        is(201, desk.recuse(7, tied.getFirst(), "туыс"));
        is(201, desk.sit(1, 1, List.of("m1", "m2", "m3", "m4", "m5", "m7"), null));
        var few = cast(1, tied);
        refused(409, "no-quorum", few);
        assertThat(few.getBody()).contains("Взяли самоотвод: Мүше 7.");
    }

    @Test
    void theDeputyDecidesWhereTheChairWasAbsent() {
        var members = new ArrayList<>(JuryRig.members());
        members.set(1, new Commission.Member("m2", "Мүше 2", "m2@example.kz", Commission.Role.DEPUTY));
        var tied = tie();
        is(201, desk.appoint(JuryRig.agency(), members));
        desk.fileEverything(tied, 1);
        is(201, desk.sit(1, 1, range(1, 6), null));
        is(201, desk.sit(2, 1, range(2, 7), null));
        var deputy = new JuryRig.Staff("m2", "uzdik/member uzdik/chair", scope);
        refused(403, "not-leading", rig.call(deputy, CAST, vote(1, tied), "selection", scope));
        refused(403, "not-leading", rig.call(rig.member(1), CAST, vote(2, tied), "selection", scope));
        is(201, rig.call(deputy, CAST, vote(2, tied), "selection", scope));
    }

    @Test
    void aVoteFallsWithTheQuorumOfItsSittingAndIsCastAnew() {
        var tied = tie();
        desk.fileEverything(tied, 1);
        is(201, desk.sit(1, 1, range(1, 6), null));
        is(201, cast(1, tied));
        var stage = rig.definition.stage("selection").orElseThrow();
        assertThat(rig.facts.gather(stage, scope).facts().castingVotes()).hasSize(1);
        is(201, desk.sit(1, 2, range(1, 5), "m6 болған жоқ"));
        assertThat(rig.facts.gather(stage, scope).facts().castingVotes()).isEmpty();
        refused(409, "no-quorum", cast(1, tied));
        is(201, desk.sit(2, 1, range(1, 6), null));
        var reversed = new ArrayList<>(tied);
        Collections.reverse(reversed);
        is(201, rig.call(rig.member(1), CAST, vote(2, reversed), "selection", scope));
        assertThat(rig.facts.gather(stage, scope).facts().castingVotes())
                .singleElement()
                .satisfies(vote -> assertThat(vote.order()).isEqualTo(reversed));
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

    private APIGatewayV2HTTPResponse cast(int member, List<String> order) {
        return rig.call(rig.member(member), CAST, vote(order), "selection", scope);
    }

    private static Map<String, Object> vote(List<String> order) {
        return vote(1, order);
    }

    private static Map<String, Object> vote(int sitting, List<String> order) {
        return Map.of("sitting", sitting, "order", order, "reason", "көбірек тәжірибе");
    }
}
