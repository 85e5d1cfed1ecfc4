package kz.uzdik.jury;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore.Announcing;
import org.jspecify.annotations.Nullable;

/** The members of one oblast's commission at the jury's routes, while the selection is open. */
final class SelectionDesk {

    private static final String FILE = "PUT /v1/sheets/{stage}/{sheet}/{candidate}";
    private static final String OPEN = "PUT /v1/openings/{stage}/{candidate}";
    private static final String RECUSE = "PUT /v1/recusals/{stage}/{candidate}";
    private static final String SIT = "PUT /v1/sittings/{stage}/{scope}/{number}";
    private static final String APPOINT = "PUT /v1/commissions/{scope}";

    final JuryRig rig = new JuryRig();
    final String scope = rig.oblast.kato();

    Announcing announce(long revision) {
        var announcement = new Announcement("selection", 1, JuryRig.NOW, "agency", null, null, 1, "i", "r", "s");
        return rig.announcements.announce(announcement, Map.of(scope, revision), Map.of(), Map.of());
    }

    static List<String> range(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "m" + i).toList();
    }

    static JuryRig.Staff secretary(String scope) {
        return new JuryRig.Staff("secretary", "uzdik/secretary", scope);
    }

    APIGatewayV2HTTPResponse sit(int number, int version, List<String> present, @Nullable String correction) {
        var body = new HashMap<String, Object>(
                Map.of("version", version, "date", "2027-05-05", "present", present, "agenda", List.of("шешім")));
        if (correction != null) {
            body.put("correction", correction);
        }
        return rig.call(secretary(scope), SIT, body, "selection", scope, "" + number);
    }

    void fileEverything(List<String> candidates, int less) {
        for (var member = 1; member <= 6; member++) {
            for (var candidate : candidates) {
                is(201, file(member, "questionnaire", candidate, rig.points("questionnaire", less)));
                is(201, file(member, "project", candidate, rig.points("project", less)));
            }
        }
    }

    APIGatewayV2HTTPResponse file(int member, String sheet, String candidate, Object points) {
        return rig.call(rig.member(member), FILE, points, "selection", sheet, candidate);
    }

    APIGatewayV2HTTPResponse file(JuryRig.Staff caller, String sheet, String candidate) {
        return rig.call(caller, FILE, rig.points(sheet, 0), "selection", sheet, candidate);
    }

    APIGatewayV2HTTPResponse recuse(int member, String candidate, String reason) {
        return rig.call(rig.member(member), RECUSE, Map.of("reason", reason), "selection", candidate);
    }

    APIGatewayV2HTTPResponse open(int member, String candidate) {
        return rig.call(rig.member(member), OPEN, "", "selection", candidate);
    }

    APIGatewayV2HTTPResponse appoint(JuryRig.Staff caller, List<Commission.Member> members) {
        return rig.call(caller, APPOINT, Map.of("members", members), scope);
    }

    static void is(int status, APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    }

    static void refused(int status, String type, APIGatewayV2HTTPResponse answer) {
        is(status, answer);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
    }
}
