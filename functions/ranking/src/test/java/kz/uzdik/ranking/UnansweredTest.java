package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.jury.Interests;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.SuggestedRecusal.Ground;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.Json;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.Tables;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Suggested recusals that nobody answered warn the agency, hold nothing up and are published nowhere. */
final class UnansweredTest {

    private static final String SECRET = "Құпияев Құпия Құпияұлы";

    private final RankingRig rig = new RankingRig();

    @Test
    void theAgencyIsWarnedUntilTheMemberAnswersAndMayAnnounceAnyway() throws Exception {
        var candidates = rig.selection(2);
        var interests = new InterestStore(Tables.of(rig.wiring));
        var okrugs = candidates.stream().map(id -> id.substring(2)).toList();
        interests.declare(
                new Interests(rig.scope, "m2", "ЖШС Құпия", okrugs, List.of(SECRET, "Үміткер 0"), RankingRig.FILED),
                RankingRig.AFTER_REGIONAL);
        var warning = "{\"scope\":\"%s\",\"member\":\"Мүше <2>\",\"candidate\":\"%s\"}";
        assertThat(unanswered().toString())
                .isEqualTo("[" + warning.formatted(rig.scope, candidates.get(0)) + ","
                        + warning.formatted(rig.scope, candidates.get(1)) + "]");

        rig.jury.state(rig.scope, statement(candidates.get(1), Ground.OKRUG));
        rig.jury.state(rig.scope, statement(candidates.get(0), Ground.OKRUG));
        assertThat(unanswered().findValuesAsText("candidate")).containsExactly(candidates.get(0));

        is(201, rig.announce("selection"));
        assertThat(Json.tree(rig.agency("GET /v1/state", "").getBody()).at("/stages/0/unanswered"))
                .isEmpty();
        try (var s3 = Engines.shared().s3Client()) {
            assertThat(published(s3))
                    .isNotEmpty()
                    .noneMatch(text -> text.contains("Құпия") || text.contains("көшкенмін"));
        }
        assertThat(rig.mails()).isNotEmpty().noneMatch(mail -> rig.mail(mail).contains("Құпия"));
    }

    private JsonNode unanswered() throws Exception {
        var state = Json.tree(rig.agency("GET /v1/state", "").getBody()).at("/stages/0/unanswered");
        var preview = rig.agency("POST /v1/announcements/previews", Map.of("stage", "selection"));
        is(200, preview);
        var body = Json.tree(preview.getBody());
        assertThat(body.at("/ready").asBoolean()).isTrue();
        assertThat(body.at("/unanswered")).isEqualTo(state);
        return state;
    }

    private static NoConflict statement(String candidate, Ground ground) {
        return new NoConflict("selection", "m2", candidate, ground, "баяғыда көшкенмін", RankingRig.FILED);
    }

    private List<String> published(S3Client s3) {
        return s3.listObjectsV2(r -> r.bucket(rig.bucket)).contents().stream()
                .map(object -> s3.getObjectAsBytes(r -> r.bucket(rig.bucket).key(object.key()))
                        .asByteArray())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    private static void is(int status, APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    }
}
