package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.uzdik.json.Json;
import kz.uzdik.store.GivenUp;
import kz.uzdik.store.GivenUpStore;
import kz.uzdik.store.Tables;
import org.junit.jupiter.api.Test;

/** The agency sees the mails that were given up and has one sent again, to the address that holds now. */
final class MailRoutesTest {

    private final RankingRig rig = new RankingRig();
    private final Map<String, String> member = Map.of("sub", "m1", "scope", "uzdik/member", "uzdik_scope", rig.scope);

    @Test
    void theyAreForTheAgencyAlone() {
        var wish = Map.of("mail", "stage-result/selection/d-1/candidate", "round", "r");
        assertThat(rig.call(member, "GET /v1/mails", "").getStatusCode()).isEqualTo(403);
        assertThat(rig.call(member, "POST /v1/mails", wish).getStatusCode()).isEqualTo(403);
        assertThat(rig.agency("POST /v1/mails", wish).getStatusCode()).isEqualTo(404);
        assertThat(rig.agency("GET /v1/mails", "").getBody()).isEqualTo("{\"mails\":[]}");
    }

    @Test
    void aMailThatIsStillOnItsWayIsNotSentASecondTime() throws Exception {
        var candidate = rig.selection(1).getFirst();
        assertThat(rig.announce("selection").getStatusCode()).isEqualTo(201);
        var mail = "stage-result/selection/" + candidate + "/nominator";
        new GivenUpStore(Tables.of(rig.wiring)).putNew(new GivenUp(mail, "r", "stage-result", "General", 1, rig.now));
        var listed = Json.tree(rig.agency("GET /v1/mails", "").getBody()).at("/mails/0");
        assertThat(listed.at("/mail").asText()).isEqualTo(mail);
        var answer = rig.agency("POST /v1/mails", Map.of("mail", mail, "round", "r"));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(409);
        assertThat(rig.mails()).doesNotHaveDuplicates();
    }
}
