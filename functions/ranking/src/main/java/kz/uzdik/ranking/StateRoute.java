package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import kz.uzdik.contest.anomaly.Anomalies;
import kz.uzdik.contest.anomaly.Anomaly;
import kz.uzdik.contest.definition.Calendar;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.vote.SurveyCount;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.Correction;
import kz.uzdik.store.DossierState;
import org.jspecify.annotations.Nullable;

/** The whole contest at a glance, for the agency: what is in, and what is missing next. */
final class StateRoute {

    private final Works works;
    private final Readiness readiness;

    StateRoute(Works works) {
        this.works = works;
        this.readiness = new Readiness(works);
    }

    private record State(
            String contest,
            Text title,
            Instant now,
            String zone,
            Calendar calendar,
            List<OblastDossiers> dossiers,
            Map<String, Long> ballots,
            Map<String, Long> annulled,
            Map<String, Long> paper,
            Map<String, Long> openDisputes,
            List<Conspicuous> anomalies,
            List<StageState> stages) {}

    /**
     * How often a rule speaks, by the running totals of a survey.
     *
     * @param oblast KATO; empty where the whole survey is meant
     */
    private record Conspicuous(String survey, String oblast, Anomaly.Rule rule, long times) {}

    private record OblastDossiers(String oblast, Text name, Map<DossierState.Step, Long> states) {}

    /** {@code sheets}, {@code missing} and {@code unanswered} are of a stage that is open or being corrected, and else empty. */
    private record StageState(
            String stage,
            Text title,
            Step step,
            List<Rated> rated,
            List<Announced> announced,
            @Nullable Correction correction,
            List<CommissionProgress> sheets,
            List<JsonNode> missing,
            List<Unanswered> unanswered) {}

    private enum Step {
        WAITING,
        OPEN,
        ANNOUNCED,
        CORRECTING
    }

    private record Rated(Instant at, String by, String inputsSha256) {}

    private record Announced(int number, Instant at, String by, boolean published) {}

    /** {@code GET /v1/state}. */
    APIGatewayV2HTTPResponse show(Request request) {
        request.caller().having(Caller.AGENCY);
        var definition = works.definition();
        var counts = counts();
        return Door.json(
                200,
                new State(
                        definition.id(),
                        definition.title(),
                        works.now(),
                        definition.zone().getId(),
                        definition.calendar(),
                        dossiers(),
                        each(counts, SurveyCount::ballots),
                        each(counts, SurveyCount::annulledBallots),
                        each(onPaper(), SurveyCount::ballots),
                        openDisputes(),
                        anomalies(),
                        definition.stages().stream().map(this::stage).toList()));
    }

    /** Survey → disputes that nobody has closed. */
    private Map<String, Long> openDisputes() {
        var open = new TreeMap<String, Long>();
        for (var survey : works.definition().surveys()) {
            open.put(
                    survey.id(),
                    works.disputes().of(survey.id()).stream()
                            .filter(dispute -> dispute.closing() == null)
                            .count());
        }
        return open;
    }

    private List<Conspicuous> anomalies() {
        var places = Places.of(works.definition());
        var figures = new SurveyFigures(works);
        var found = new ArrayList<Conspicuous>();
        for (var survey : works.definition().surveys()) {
            var byPlace = new TreeMap<String, EnumMap<Anomaly.Rule, Long>>();
            Anomalies.find(works.definition(), figures.ofTotals(survey))
                    .forEach(anomaly -> byPlace.computeIfAbsent(
                                    places.oblastOf(anomaly.okrug())
                                            .map(oblast -> oblast.kato())
                                            .orElse(""),
                                    oblast -> new EnumMap<>(Anomaly.Rule.class))
                            .merge(anomaly.rule(), 1L, Long::sum));
            byPlace.forEach((oblast, rules) ->
                    rules.forEach((rule, times) -> found.add(new Conspicuous(survey.id(), oblast, rule, times))));
        }
        return found;
    }

    private List<OblastDossiers> dossiers() {
        return works.definition().oblasts().stream()
                .map(oblast -> new OblastDossiers(
                        oblast.kato(),
                        oblast.name(),
                        works.dossiers().ofOblast(oblast.kato()).stream()
                                .collect(Collectors.groupingBy(
                                        DossierState::step,
                                        () -> new EnumMap<>(DossierState.Step.class),
                                        Collectors.counting()))))
                .toList();
    }

    /** Survey → its ballots, those that count and those annulled. */
    private Map<String, SurveyCount> counts() {
        var counts = new TreeMap<String, SurveyCount>();
        for (var survey : works.definition().surveys()) {
            var annulments = works.surveys().read(survey.id()).annulments();
            counts.put(survey.id(), works.tallies().count(survey.id(), annulments));
        }
        return counts;
    }

    /** Survey → its paper ballots. */
    private Map<String, SurveyCount> onPaper() {
        var counts = new TreeMap<String, SurveyCount>();
        for (var survey : works.definition().surveys()) {
            var record = works.surveys().read(survey.id());
            counts.put(survey.id(), record.paper().count(record.annulments()));
        }
        return counts;
    }

    private static Map<String, Long> each(Map<String, SurveyCount> counts, ToLongFunction<SurveyCount> what) {
        var each = new TreeMap<String, Long>();
        counts.forEach((survey, count) -> each.put(survey, what.applyAsLong(count)));
        return each;
    }

    private StageState stage(Stage stage) {
        var rated = works.ratings().latest(stage.id()).stream()
                .map(latest -> new Rated(latest.at(), latest.by(), latest.inputsSha256()))
                .toList();
        var course = works.announcements().course(stage.id());
        var announced = course.announcements().stream()
                .map(one -> new Announced(
                        one.number(),
                        one.announcedAt(),
                        one.by(),
                        works.announcements().isPublished(one)))
                .toList();
        if (course.isClosed()) {
            return closed(stage, Step.ANNOUNCED, rated, announced);
        }
        if (!works.facts().isOpen(stage)) {
            return closed(stage, Step.WAITING, rated, announced);
        }
        var gathered = works.facts().gather(stage);
        var rating = Ranking.rate(works.definition(), gathered.facts());
        return new StageState(
                stage.id(),
                stage.title(),
                announced.isEmpty() ? Step.OPEN : Step.CORRECTING,
                rated,
                announced,
                course.open().orElse(null),
                works.facts().scopes(stage).stream()
                        .map(scope -> CommissionProgress.of(works.definition(), stage, scope, gathered))
                        .toList(),
                Obstacle.listed(readiness.obstacles(stage, gathered, rating)),
                Unanswered.in(works, stage, gathered));
    }

    private static StageState closed(Stage stage, Step step, List<Rated> rated, List<Announced> announced) {
        return new StageState(stage.id(), stage.title(), step, rated, announced, null, List.of(), List.of(), List.of());
    }
}
