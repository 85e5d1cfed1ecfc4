package kz.uzdik.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.uzdik.contest.jury.Commission;
import org.junit.jupiter.api.Test;

/** The hash of the facts is published, so that it must depend on nothing that is withheld. */
final class InputsHashTest {

    @Test
    void dependsOnPointsButNotOnReasonsAndAddresses() {
        var hash = hash("туысым", "@example.kz", 0);
        assertThat(hash("көршім", "@example.kz", 0)).isEqualTo(hash);
        assertThat(hash("туысым", "@example.org", 0)).isEqualTo(hash);
        assertThat(hash("туысым", "@example.kz", 1)).isNotEqualTo(hash);
    }

    private static String hash(String reason, String domain, int less) {
        var rig = new JuryRig();
        var scope = rig.oblast.kato();
        var members = JuryRig.members().stream()
                .map(one -> new Commission.Member(one.id(), one.name(), one.id() + domain, one.role()))
                .toList();
        rig.commissions.record(new Commission(scope, members), "agency", JuryRig.NOW);
        var candidate = rig.admit(0);
        filed(rig, 2, "PUT /v1/recusals/{stage}/{candidate}", Map.of("reason", reason), "selection", candidate);
        filed(rig, 3, "PUT /v1/abstentions/{stage}/{candidate}", Map.of("reason", reason), "selection", candidate);
        filed(
                rig,
                4,
                "PUT /v1/sheets/{stage}/{sheet}/{candidate}",
                rig.points("project", less),
                "selection",
                "project",
                candidate);
        return rig.facts.gather(rig.facts.stage("selection").orElseThrow()).inputsSha256();
    }

    private static void filed(JuryRig rig, int member, String route, Map<String, Object> body, String... path) {
        var answer = rig.call(rig.member(member), route, body, path);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(201);
    }
}
