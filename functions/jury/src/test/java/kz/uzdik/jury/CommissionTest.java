package kz.uzdik.jury;

import static kz.uzdik.jury.SelectionDesk.is;
import static kz.uzdik.jury.SelectionDesk.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import kz.uzdik.contest.jury.Commission;
import org.junit.jupiter.api.Test;

/** Who sits on a commission. */
final class CommissionTest {

    private static final String APPOINT = "PUT /v1/commissions/{scope}";

    private final SelectionDesk desk = new SelectionDesk();
    private final JuryRig rig = desk.rig;
    private final String scope = desk.scope;

    @Test
    void aCommissionIsWholeOrRefused() {
        var members = JuryRig.members();
        is(201, desk.appoint(JuryRig.agency(), members));
        is(200, desk.appoint(JuryRig.agency(), members));
        refused(403, "role-missing", desk.appoint(rig.member(1), members));
        refused(400, "field-invalid", desk.appoint(JuryRig.agency(), members.subList(0, 8)));
        var twoChairs = new ArrayList<>(members);
        twoChairs.set(1, new Commission.Member("m2", "Мүше", "m2@example.kz", Commission.Role.CHAIR));
        refused(400, "field-invalid", desk.appoint(JuryRig.agency(), twoChairs));
        var twoDeputies = new ArrayList<>(members);
        for (var i = 1; i <= 2; i++) {
            var deputy = members.get(i);
            twoDeputies.set(
                    i, new Commission.Member(deputy.id(), deputy.name(), deputy.email(), Commission.Role.DEPUTY));
        }
        refused(400, "field-invalid", desk.appoint(JuryRig.agency(), twoDeputies));
        var twice = new ArrayList<>(members);
        twice.set(8, members.get(7));
        refused(400, "field-invalid", desk.appoint(JuryRig.agency(), twice));
        var changed = new ArrayList<>(members);
        changed.set(8, new Commission.Member("m19", "Жаңа мүше", "m19@example.kz", Commission.Role.MEMBER));
        is(201, desk.appoint(JuryRig.agency(), changed));
        assertThat(rig.commissions.of(scope)).contains(new Commission(scope, changed));
        refused(404, "scope-unknown", rig.call(JuryRig.agency(), APPOINT, Map.of("members", members), "990000000"));
        is(200, rig.call(rig.member(2), "GET /v1/commissions/{scope}", "", scope));
        refused(403, "other-region", rig.call(rig.member(2), "GET /v1/commissions/{scope}", "", "republic"));
    }
}
