package kz.uzdik.host.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;

/** Nine members file their sheets; schedule and request rate; the chair parts a tie; the agency announces (§12–§21). */
final class Judging {

    /** Half a unit of the last decimal that totals are rounded to, and as much again for the forecast's own rounding. */
    private static final double TOLERANCE = 0.0001;

    private final Play play;
    private final Stage stage;
    private final String step;

    Judging(Play play, Stage stage) {
        this.play = play;
        this.stage = stage;
        this.step = stage.id();
    }

    private record Filing(String scope, Nominee akim, int member) {}

    void run() {
        var filings = filings();
        expect(filings);
        play.progress().begin(step + ": sheets", filings.size());
        play.each(filings, this::file);
        play.moveTo(stage.rateAt().plusHours(1));
        rate();
        sit();
        castVotes();
        check(play.doors()
                .post("/v1/ratings/" + step, play.agency(), Map.of())
                .orFail(200)
                .body());
        announce();
        play.world().awaitIdle();
    }

    private List<Filing> filings() {
        var filings = new ArrayList<Filing>();
        int members = play.definition().commissions().of(stage.scope()).members();
        for (var akim : play.forecast().participants(stage)) {
            var scope = stage.scope() == Stage.Scope.OBLAST ? akim.oblast() : Stage.REPUBLIC;
            for (int member = 0; member < members; member++) {
                filings.add(new Filing(scope, akim, member));
            }
        }
        return filings;
    }

    private List<Sheet> sheets() {
        return stage.components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .map(component -> ((Component.OfSheet) component).sheet())
                .map(id -> play.definition().sheets().stream()
                        .filter(sheet -> sheet.id().equals(id))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private void expect(List<Filing> filings) {
        var ledger = play.ledger();
        var forecast = play.forecast();
        long recused = filings.stream().filter(this::isRecused).count();
        ledger.expect(step, "sheets filed", (filings.size() - recused) * sheets().size());
        ledger.expect(step, "recusals", recused);
        ledger.expect(step, "sittings", scopesJudged().size());
        ledger.expect(step, "rating made by the schedule", 1);
        ledger.expect(step, "request gives the schedule's rating", 1);
        ledger.expect(
                step,
                "casting votes of the chair",
                play.scopes(stage).stream()
                        .filter(scope -> !forecast.tied(stage, scope).isEmpty())
                        .count());
        ledger.expect(step, "candidates rated", forecast.participants(stage).size());
        ledger.expect(step, "totals as forecast", forecast.participants(stage).size());
        ledger.expect(step, "chosen", forecast.chosen(stage).size());
        ledger.expect(step, "chosen as forecast", forecast.chosen(stage).size());
        ledger.expect(step, "running totals equal the recount", 1);
        ledger.expect(step, "announced", 1);
        ledger.expect(step, "second announcement gives the first", 1);
    }

    private boolean isRecused(Filing filing) {
        return play.forecast().isRecused(step, filing.akim().dossier(), filing.member());
    }

    private void file(Filing filing) {
        var token = play.member(filing.scope(), filing.member());
        var candidate = filing.akim().dossier();
        if (isRecused(filing)) {
            play.doors()
                    .put("/v1/recusals/" + step + "/" + candidate, token, Map.of("reason", "Туыстық байланыс бар."))
                    .orFail(201);
            play.ledger().find(step, "recusals");
            return;
        }
        for (var sheet : sheets()) {
            var points = new LinkedHashMap<String, Integer>();
            for (var criterion : sheet.criteria()) {
                points.put(
                        criterion.id(),
                        play.script()
                                .points(
                                        filing.akim(),
                                        sheet.id(),
                                        criterion.id(),
                                        filing.member(),
                                        criterion.maxPoints()));
            }
            play.doors()
                    .put("/v1/sheets/" + step + "/" + sheet.id() + "/" + candidate, token, Map.of("points", points))
                    .orFail(201);
            play.ledger().find(step, "sheets filed");
        }
    }

    /** Every commission that has somebody to judge holds one sitting, and all its members are there. */
    private void sit() {
        var scopes = scopesJudged();
        int members = play.definition().commissions().of(stage.scope()).members();
        for (var scope : scopes) {
            var present = IntStream.range(0, members)
                    .mapToObj(member -> Play.memberId(scope, member))
                    .toList();
            play.doors()
                    .put(
                            "/v1/sittings/" + step + "/" + scope + "/1",
                            play.member(scope, 0),
                            Map.of(
                                    "version",
                                    1,
                                    "date",
                                    stage.rateAt().plusHours(1).toLocalDate().toString(),
                                    "present",
                                    present,
                                    "agenda",
                                    List.of("Үміткерлерді бағалау қорытындысы")))
                    .orFail(201);
            play.ledger().find(step, "sittings");
        }
    }

    private Set<String> scopesJudged() {
        return play.forecast().participants(stage).stream()
                .map(akim -> stage.scope() == Stage.Scope.OBLAST ? akim.oblast() : Stage.REPUBLIC)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void rate() {
        var scheduled = play.doors().get("/v1/ratings/" + step, play.agency());
        if (scheduled.status() != 200) {
            return;
        }
        play.ledger().find(step, "rating made by the schedule");
        var requested = play.doors()
                .post("/v1/ratings/" + step, play.agency(), Map.of())
                .orFail(200);
        if (requested.body().path("rating").equals(scheduled.body().path("rating"))
                && requested.body().path("inputsSha256").equals(scheduled.body().path("inputsSha256"))) {
            play.ledger().find(step, "request gives the schedule's rating");
        }
    }

    /** The chair parts what the rating says only the chair can part, and prefers as the forecast does. */
    private void castVotes() {
        var rating = play.doors()
                .get("/v1/ratings/" + step, play.agency())
                .orFail(200)
                .body()
                .path("rating");
        for (var scope : rating.path("scopes")) {
            for (var missing : scope.path("missing")) {
                if (missing.path("kind").asText().equals("castingVoteNeeded")) {
                    castVote(scope.path("scope").asText(), missing.path("candidates"));
                }
            }
        }
    }

    private void castVote(String scope, JsonNode candidates) {
        var preferred =
                play.forecast().chosen(stage).stream().map(Nominee::dossier).toList();
        var order = new ArrayList<String>();
        candidates.forEach(candidate -> order.add(candidate.asText()));
        order.sort(java.util.Comparator.comparing((String candidate) -> !preferred.contains(candidate))
                .thenComparing(candidate -> candidate));
        play.doors()
                .post(
                        "/v1/casting-votes/" + step + "/" + scope,
                        play.member(scope, 0),
                        Map.of("sitting", 1, "order", order, "reason", "Жобаның тұрғындарға пайдасы көбірек."))
                .orFail(201);
        play.ledger().find(step, "casting votes of the chair");
    }

    private void check(JsonNode answer) {
        if (answer.path("recount").path("equal").asBoolean()) {
            play.ledger().find(step, "running totals equal the recount");
        }
        var totals = play.forecast().totals(stage);
        var preferred =
                play.forecast().chosen(stage).stream().map(Nominee::dossier).toList();
        for (var scope : answer.path("rating").path("scopes")) {
            for (var standing : scope.path("standings")) {
                var candidate = standing.path("candidate").asText();
                play.ledger().find(step, "candidates rated");
                var forecast = totals.get(candidate);
                if (forecast != null
                        && Math.abs(forecast - standing.path("total").asDouble()) <= TOLERANCE) {
                    play.ledger().find(step, "totals as forecast");
                }
                if (standing.path("outcome").path("kind").asText().equals("chosen")) {
                    play.ledger().find(step, "chosen");
                    if (isAsForecast(candidate, standing.path("outcome").path("place"), preferred)) {
                        play.ledger().find(step, "chosen as forecast");
                    }
                }
            }
        }
    }

    /** In the republican stage the place counts, elsewhere only being chosen. */
    private boolean isAsForecast(String candidate, JsonNode place, List<String> preferred) {
        return stage.scope() == Stage.Scope.REPUBLIC
                ? preferred.indexOf(candidate) + 1 == place.asInt()
                : preferred.contains(candidate);
    }

    private void announce() {
        var first = play.doors().post("/v1/announcements", play.agency(), Map.of("stage", step));
        first.orFail(200, 201); // 200 where it was decided while nobody waited any more
        play.ledger().find(step, "announced");
        var second = play.doors().post("/v1/announcements", play.agency(), Map.of("stage", step));
        if (second.status() == 200 && second.body().equals(first.body())) {
            play.ledger().find(step, "second announcement gives the first");
        }
    }
}
