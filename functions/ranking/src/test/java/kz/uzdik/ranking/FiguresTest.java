package kz.uzdik.ranking;

import static kz.uzdik.ranking.Answers.is;
import static kz.uzdik.ranking.Answers.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.anomaly.Anomalies;
import kz.uzdik.contest.anomaly.Figures;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;

/** Figures of a survey: for whom before the announcement, and what of them is public afterwards. */
final class FiguresTest {

    private static final String FIGURES = "GET /v1/surveys/{survey}/figures/{oblast}";
    private static final String NIGHT = "2027-05-21T03";

    private final RankingRig rig = new RankingRig();

    private List<String> attacked() {
        var candidates = rig.selection(2);
        is(201, rig.announce("selection"));
        rig.fileRegional(candidates.get(0), candidates.get(1));
        rig.vote(candidates.get(0), 10);
        rig.vote(candidates.get(0), 60, NIGHT, "0000beef");
        rig.vote(candidates.get(0), 2, "2027-05-21T04", "0000cafe");
        rig.vote(candidates.get(1), 11);
        return candidates;
    }

    @Test
    void aCommissionSeesItsOwnOblastWithWhatIsConspicuous() throws IOException {
        rig.now = Instant.parse("2027-05-22T06:00:00Z");
        var candidates = attacked();
        var seen = json(200, rig.call(member(rig.scope), FIGURES, "", "satisfaction", rig.scope));
        assertThat(seen.at("/closed").asBoolean()).isFalse();
        assertThat(seen.at("/okrugs")).hasSize(2);
        var okrug = seen.at("/okrugs/0");
        assertThat(okrug.at("/candidate").asText()).isEqualTo(candidates.get(0));
        assertThat(okrug.at("/ballots").asLong()).isEqualTo(72);
        assertThat(okrug.at("/hours").toString())
                .isEqualTo("{\"2027-05-20T10\":10,\"2027-05-21T03\":60,\"2027-05-21T04\":2}");
        assertThat(okrug.at("/networks").toString()).isEqualTo("{\"00000000\":10,\"0000beef\":60}");
        assertThat(seen.at("/anomalies/0/rule").asText()).isEqualTo("BURST");
        assertThat(seen.at("/anomalies/0/what").asText()).isEqualTo(NIGHT);
        assertThat(seen.toString()).doesNotContain("patterns", "answers");
    }

    @Test
    void othersSeeNothing() {
        var other = rig.definition.oblasts().getLast().kato();
        is(403, rig.call(member(other), FIGURES, "", "satisfaction", rig.scope));
        is(404, rig.agency(FIGURES, "", "satisfaction", "999999999"));
        is(404, rig.agency(FIGURES, "", "trust", rig.scope));
        is(200, rig.agency(FIGURES, "", "satisfaction", rig.scope));
    }

    @Test
    void whatIsAnnulledIsNotConspicuousAnyMore() throws IOException {
        var candidates = attacked();
        var ballots = Map.of("scope", rig.scope, "candidate", candidates.get(0), "network", "0000beef");
        is(
                201,
                rig.agency(
                        "POST /v1/surveys/{survey}/acts",
                        Map.of(
                                "number", 1,
                                "what", Map.of("kind", "annulment", "ballots", ballots),
                                "reason", Map.of("kk", "Шабуыл.", "ru", "Атака.")),
                        "satisfaction"));
        for (var now : List.of(rig.now, RankingRig.AFTER_REGIONAL)) {
            rig.now = now;
            var seen = json(200, rig.agency(FIGURES, "", "satisfaction", rig.scope));
            assertThat(seen.at("/okrugs/0/ballots").asLong()).isEqualTo(12);
            assertThat(seen.at("/anomalies")).isEmpty();
        }
    }

    @Test
    void publishedFiguresTellNoSmallCellAndGiveTheSameFindings() throws IOException {
        attacked();
        rig.now = RankingRig.AFTER_REGIONAL;
        var seen = json(200, rig.agency(FIGURES, "", "satisfaction", rig.scope));
        assertThat(seen.at("/closed").asBoolean()).isTrue();
        is(201, rig.announce("regional"));
        var text = rig.text("data/figures-satisfaction.json");
        var figures = Json.read(text, Figures.class);
        assertThat(figures.okrugs().getFirst().hours().counts()).containsOnlyKeys("2027-05-20T10", NIGHT);
        assertThat(figures.okrugs().getFirst().hours().smallBallots()).isEqualTo(2);
        assertThat(text).doesNotContain("2027-05-21T04", "0000cafe");
        JsonNode found = Json.tree(Json.write(Anomalies.find(rig.definition, figures)));
        assertThat(found).isNotEmpty().isEqualTo(seen.at("/anomalies"));
    }

    /** One domain's share is told once nobody votes any more, and nothing of the domains that everybody may have. */
    @Test
    void aMailDomainThatManyCodesWereAskedForIsToldAfterTheSurvey() throws IOException {
        attacked();
        rig.asked("farm.example", 40);
        rig.asked("school.example", 6);
        rig.asked("mail.ru", 34);
        rig.now = Instant.parse("2027-05-22T06:00:00Z");
        assertThat(rig.agency(FIGURES, "", "satisfaction", rig.scope).getBody()).doesNotContain("farm.example");

        rig.now = RankingRig.AFTER_REGIONAL;
        var seen = json(200, rig.agency(FIGURES, "", "satisfaction", rig.scope));
        var rules = seen.at("/anomalies").findValuesAsText("rule");
        assertThat(rules).containsOnlyOnce("MAIL_DOMAIN");
        var anomaly = seen.at("/anomalies/" + rules.indexOf("MAIL_DOMAIN"));
        assertThat(anomaly.at("/what").asText()).isEqualTo("farm.example");
        assertThat(anomaly.at("/ballots").asLong()).isEqualTo(40);
        assertThat(anomaly.at("/of").asLong()).isEqualTo(80);

        is(201, rig.announce("regional"));
        var text = rig.text("data/figures-satisfaction.json");
        var domains = Json.read(text, Figures.class).domains();
        assertThat(domains.counts()).isEqualTo(Map.of("farm.example", 40L, "mail.ru", 34L));
        assertThat(domains.smallBallots()).isEqualTo(6);
        assertThat(text).doesNotContain("school.example");
    }

    private static Map<String, String> member(String oblast) {
        return Map.of("sub", "m2", "scope", "uzdik/member", "uzdik_scope", oblast);
    }
}
