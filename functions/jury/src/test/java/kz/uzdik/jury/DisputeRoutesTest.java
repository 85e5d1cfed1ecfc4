package kz.uzdik.jury;

import static kz.uzdik.jury.SelectionDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.json.Json;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.Vote;
import org.junit.jupiter.api.Test;

class DisputeRoutesTest {

    private static final String LIST = "GET /v1/disputes";
    private static final String CLOSE = "POST /v1/disputes/{survey}/{number}";
    private static final String SURVEY = "satisfaction";

    private final JuryRig rig = new JuryRig();

    @Test
    void aCommissionSeesItsOblastsDisputesAndTheAgencyAll() throws Exception {
        record("AAAAA-AAAAA", okrug(0));
        record("BBBBB-BBBBB", okrug(1));

        assertThat(numbers(rig.member(2))).isEqualTo("AAAAA-AAAAA ");
        assertThat(numbers(JuryRig.agency())).isEqualTo("AAAAA-AAAAA BBBBB-BBBBB ");
        assertThat(rig.call(rig.member(2), LIST, "").getBody())
                .contains("\"ground\":\"VOTE_TAKEN\"", "\"day\":\"2027-05-20\"", okrug(0));
        refused(403, "role-missing", rig.call(new JuryRig.Staff("x", "", "republic"), LIST, ""));
    }

    @Test
    void theChairClosesADisputeOnceWithANote() throws Exception {
        record("AAAAA-AAAAA", okrug(0));
        record("BBBBB-BBBBB", okrug(1));
        var note = Map.of("reason", "Отбасы мүшесі дауыс берген.");

        refused(403, "role-missing", close(rig.member(2), "AAAAA-AAAAA", note));
        refused(403, "other-region", close(rig.member(1), "BBBBB-BBBBB", note));
        refused(404, "dispute-unknown", close(rig.member(1), "CCCCC-CCCCC", note));
        var first = close(rig.member(1), "AAAAA-AAAAA", note);
        assertThat(first.getStatusCode()).isEqualTo(201);
        var again = close(rig.member(1), "AAAAA-AAAAA", note);
        assertThat(again.getStatusCode()).isEqualTo(200);
        assertThat(again.getBody()).isEqualTo(first.getBody());
        refused(409, "dispute-closed", close(JuryRig.agency(), "AAAAA-AAAAA", note));
        refused(409, "dispute-closed", close(rig.member(1), "AAAAA-AAAAA", Map.of("reason", "Басқа.")));
        assertThat(rig.call(rig.member(2), LIST, "").getBody()).contains("Отбасы мүшесі дауыс берген.");
    }

    private void record(String number, String okrug) {
        var dispute = new Dispute(number, SURVEY, okrug, Dispute.Ground.VOTE_TAKEN, LocalDate.of(2027, 5, 20), null);
        var person = "voter-" + UUID.randomUUID();
        var tries = new Vote.TriesLeft("tries-" + UUID.randomUUID(), JuryRig.NOW);
        assertThat(rig.disputes.record(dispute, person, tries, 5)).isEqualTo(DisputeStore.Outcome.UNFOUNDED);
        rig.voted(person);
        assertThat(rig.disputes.record(dispute, person, tries, 5)).isEqualTo(DisputeStore.Outcome.RECORDED);
    }

    private String okrug(int oblast) {
        return rig.definition
                .oblasts()
                .get(oblast)
                .districts()
                .getFirst()
                .okrugs()
                .getFirst()
                .kato();
    }

    private String numbers(JuryRig.Staff caller) throws Exception {
        var numbers = new StringBuilder();
        Json.tree(rig.call(caller, LIST, "").getBody())
                .path("disputes")
                .forEach(d -> numbers.append(d.path("number").asText()).append(' '));
        return numbers.toString();
    }

    private APIGatewayV2HTTPResponse close(JuryRig.Staff caller, String number, Object body) {
        return rig.call(caller, CLOSE, body, SURVEY, number);
    }
}
