package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;

/** Ratings on request and by the schedule, and the state of the contest. */
final class RatingTest {

    /** What the first beat of all publishes. */
    private static final List<String> FIRST = List.of(
            "data/contest.json",
            "data/orders-satisfaction.json",
            "data/orders-ethics.json",
            "index.html",
            "receipt.html",
            "ru.html",
            "receipt-ru.html",
            "data/receipts.json");

    private final RankingRig rig = new RankingRig();

    @Test
    void scheduleAndRequestGiveTheSameRating() throws Exception {
        var candidates = rig.selection(2);
        assertThat(rig.schedule.handleRequest(Map.of(), null))
                .isEqualTo(Map.of("published", FIRST, "rated", List.of("selection")));
        var scheduled = latest();
        assertThat(scheduled.at("/by").asText()).isEqualTo("schedule");
        rig.now = rig.now.plusSeconds(60);
        var requested = Json.tree(
                rig.agency("POST /v1/ratings/{stage}", "", "selection").getBody());
        assertThat(requested.at("/rating")).isEqualTo(scheduled.at("/rating"));
        assertThat(requested.at("/inputsSha256")).isEqualTo(scheduled.at("/inputsSha256"));
        assertThat(requested.at("/recount/equal").asBoolean()).isTrue();
        assertThat(latest().at("/by").asText()).isEqualTo("schedule");
        rig.fileOne("selection", rig.scope, "project", candidates.getFirst(), 7, 0);
        rig.now = rig.now.plusSeconds(60);
        rig.agency("POST /v1/ratings/{stage}", "", "selection");
        assertThat(latest().at("/by").asText()).isEqualTo("agency");
    }

    @Test
    void aBeatTooManyChangesNothing() {
        rig.now = RankingRig.FILED;
        assertThat(rig.schedule.handleRequest(Map.of(), null))
                .isEqualTo(Map.of("published", FIRST, "rated", List.of()));
        assertThat(rig.schedule.handleRequest(Map.of(), null))
                .isEqualTo(Map.of("published", List.of(), "rated", List.of()));
        var published = rig.text("data/contest.json");
        assertThat(DefinitionReader.read(published)).isEqualTo(rig.definition);
    }

    @Test
    void ratingsAreSeenByTheirOwnScopeOnly() throws Exception {
        var candidates = rig.selection(1);
        rig.agency("POST /v1/ratings/{stage}", "", "selection");
        assertThat(latest().at("/rating/scopes"))
                .hasSize(rig.definition.oblasts().size());
        var member = Map.of("sub", "m1", "scope", "uzdik/member", "uzdik_scope", rig.scope);
        var sealed = rig.call(member, "GET /v1/ratings/{stage}", "", "selection");
        assertThat(sealed.getStatusCode()).isEqualTo(403);
        assertThat(sealed.getBody()).contains("sheets-sealed");
        rig.open("selection", rig.scope, candidates.getFirst());
        var seen = Json.tree(
                rig.call(member, "GET /v1/ratings/{stage}", "", "selection").getBody());
        assertThat(seen.at("/rating/scopes").findValuesAsText("scope")).containsExactly(rig.scope);
        assertThat(rig.agency("GET /v1/ratings/{stage}", "", "regional").getStatusCode())
                .isEqualTo(404);
        assertThat(rig.call(member, "POST /v1/ratings/{stage}", "", "selection").getStatusCode())
                .isEqualTo(403);
    }

    @Test
    void theStateShowsWhatIsInAndWhatIsMissing() throws Exception {
        rig.selection(2);
        rig.register(5);
        var state = Json.tree(rig.agency("GET /v1/state", "").getBody());
        assertThat(state.at("/dossiers/0/states/ADMITTED").asLong()).isEqualTo(2);
        assertThat(state.at("/dossiers/0/states/REGISTERED").asLong()).isEqualTo(1);
        assertThat(state.at("/stages/0/step").asText()).isEqualTo("OPEN");
        assertThat(state.at("/stages/0/missing/0/kind").asText()).isEqualTo("undecided");
        assertThat(state.at("/stages/0/sheets/0/filed").asLong()).isEqualTo(24);
        assertThat(state.at("/stages/0/sheets/0/ofAllMembers").asLong()).isEqualTo(36);
        assertThat(state.at("/stages/0/sheets/0/members").asLong()).isEqualTo(9);
        assertThat(state.at("/stages/0/sheets/0/done").asLong()).isEqualTo(6);
        assertThat(state.at("/stages/0/sheets/0/corrections").asLong()).isZero();
        assertThat(state.at("/openDisputes/satisfaction").asLong()).isZero();
        assertThat(state.at("/anomalies")).isEmpty();
        assertThat(state.at("/stages/1/step").asText()).isEqualTo("WAITING");
    }

    private JsonNode latest() throws Exception {
        return Json.tree(rig.agency("GET /v1/ratings/{stage}", "", "selection").getBody());
    }
}
