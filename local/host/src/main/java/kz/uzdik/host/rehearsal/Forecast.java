package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Scale;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;

/**
 * What must come out of a script, reckoned apart from the rules' own code and in another way (floating point, no
 * tie-breaks but the script's twins), so that the two can be held against each other.
 */
final class Forecast {

    private final Script script;
    private final ContestDefinition definition;
    private final Set<Recused> recusals = new HashSet<>();
    private final Map<String, Map<String, Double>> totals = new HashMap<>();
    private final Map<String, List<Nominee>> chosen = new LinkedHashMap<>();
    private final Map<String, Long> asked = new HashMap<>();
    private final Map<List<String>, List<Map<String, Integer>>> electronic = new HashMap<>();
    private final Map<List<String>, List<Map<String, Integer>>> paper = new HashMap<>();

    /** A member who steps back: their sheets on the candidate do not count. */
    record Recused(String stage, String candidate, int member) {}

    Forecast(Script script, Set<Recused> recusals) {
        this.script = script;
        this.definition = script.definition();
        this.recusals.addAll(recusals);
    }

    /** {@code accepted} answer {@code survey}, but for who comes to a contact that is used up. */
    void heard(Survey survey, List<Voter> accepted) {
        asked.put(survey.id(), survey.identity() instanceof Identity.Code ? (long) accepted.size() : 0);
        accepted.stream()
                .filter(voter -> voter.manner() != Voter.Manner.CONTACT_USED_UP)
                .forEach(voter -> electronic
                        .computeIfAbsent(key(survey, voter.akim()), key -> new ArrayList<>())
                        .add(voter.answers()));
    }

    /** {@code ballots} on {@code akim} are counted by hand. */
    void onPaper(Survey survey, Nominee akim, List<Map<String, Integer>> ballots) {
        paper.put(key(survey, akim), ballots);
    }

    /** How many ballots on {@code akim} come over the network. */
    long electronic(Survey survey, Nominee akim) {
        return electronic.getOrDefault(key(survey, akim), List.of()).size();
    }

    /** How many codes are asked for in {@code survey}. */
    long asked(Survey survey) {
        return asked.getOrDefault(survey.id(), 0L);
    }

    /** How many ballots on paper there are in {@code survey}. */
    long paper(Survey survey) {
        return paper.entrySet().stream()
                .filter(entry -> entry.getKey().getFirst().equals(survey.id()))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }

    /** How many ballots on {@code akim} there are on paper. */
    long paper(Survey survey, Nominee akim) {
        return paper.getOrDefault(key(survey, akim), List.of()).size();
    }

    /** The answers on {@code akim} that go into the rating: of both channels where the definition counts paper. */
    List<Map<String, Integer>> counted(Survey survey, Nominee akim) {
        var sent = electronic.getOrDefault(key(survey, akim), List.of());
        var written = paper.getOrDefault(key(survey, akim), List.of());
        if (survey.paper() != PaperBallots.COUNTED || written.size() < survey.minimumGroup()) {
            return sent;
        }
        var both = new ArrayList<>(written);
        if (sent.size() >= survey.minimumGroup()) {
            both.addAll(sent);
        }
        return both;
    }

    private static List<String> key(Survey survey, Nominee akim) {
        return List.of(survey.id(), akim.dossier());
    }

    boolean isRecused(String stage, String candidate, int member) {
        return recusals.contains(new Recused(stage, candidate, member));
    }

    /** The akims that take part in {@code stage}. */
    List<Nominee> participants(Stage stage) {
        return stage.from() == null ? script.sound() : chosen.getOrDefault(stage.from(), List.of());
    }

    /** Totals of {@code stage} by candidate, in points. */
    Map<String, Double> totals(Stage stage) {
        return totals.computeIfAbsent(
                stage.id(),
                id -> participants(stage).stream()
                        .collect(Collectors.toMap(Nominee::dossier, akim -> total(stage, akim))));
    }

    /** Those that {@code stage} chooses, best first within their oblast. */
    List<Nominee> chosen(Stage stage) {
        return chosen.computeIfAbsent(stage.id(), id -> {
            var totals = totals(stage);
            Function<Nominee, String> scope =
                    stage.scope() == Stage.Scope.OBLAST ? Nominee::oblast : akim -> Stage.REPUBLIC;
            var byScope = participants(stage).stream().collect(Collectors.groupingBy(scope));
            var out = new ArrayList<Nominee>();
            new TreeMap<>(byScope).values().forEach(akims -> out.addAll(best(stage, akims, totals)));
            return out;
        });
    }

    /** Twins of the script that stand on the last place to be given, one too many: only the chair can part them. */
    List<Nominee> tied(Stage stage, String oblast) {
        if (stage.chosen() == null) {
            return List.of();
        }
        var best = chosen(stage).stream()
                .filter(akim -> akim.oblast().equals(oblast))
                .toList();
        if (best.isEmpty()) {
            return List.of();
        }
        var last = best.getLast();
        var alike = participants(stage).stream()
                .filter(akim -> akim.likeness().equals(last.likeness()))
                .toList();
        return alike.size() > 1 && stage.scope() == Stage.Scope.OBLAST ? alike : List.of();
    }

    private static List<Nominee> best(Stage stage, List<Nominee> akims, Map<String, Double> totals) {
        var ranked = new ArrayList<>(akims);
        ranked.sort(Comparator.<Nominee, Double>comparing(akim -> totals.getOrDefault(akim.dossier(), 0.0))
                .reversed());
        var perDistrict = new HashMap<String, Integer>();
        var max = stage.maxPerDistrict();
        var limit = stage.chosen();
        return ranked.stream()
                .filter(akim -> max == null || perDistrict.merge(akim.district(), 1, Integer::sum) <= max)
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .toList();
    }

    private double total(Stage stage, Nominee akim) {
        double total = 0;
        for (var component : stage.components()) {
            total += component.weight().doubleValue()
                    * switch (component) {
                        case Component.OfSheet of -> sheet(stage, of.sheet(), akim);
                        case Component.OfSurvey of -> answers(stage, of, akim);
                        case Component.OfStage of -> Math.round(earlier(of.stage(), akim) * 10_000) / 10_000.0;
                    };
        }
        return total;
    }

    private double earlier(String stage, Nominee akim) {
        return totals.getOrDefault(stage, Map.of()).getOrDefault(akim.dossier(), 0.0);
    }

    private double sheet(Stage stage, String id, Nominee akim) {
        var sheet = sheet(id);
        int members = definition.commissions().of(stage.scope()).members();
        double sum = 0;
        int counted = 0;
        for (int member = 0; member < members; member++) {
            if (isRecused(stage.id(), akim.dossier(), member)) {
                continue;
            }
            counted++;
            for (var criterion : sheet.criteria()) {
                sum += script.points(akim, id, criterion.id(), member, criterion.maxPoints());
            }
        }
        return 100 * sum / counted / sheet.maxPoints().doubleValue();
    }

    /** Own answers and the mean of all who are rated together and have enough of them, by the number of voices. */
    private double answers(Stage stage, Component.OfSurvey of, Nominee akim) {
        var survey = survey(of.survey());
        double mean = participants(stage).stream()
                .filter(other ->
                        stage.scope() == Stage.Scope.REPUBLIC || other.oblast().equals(akim.oblast()))
                .filter(other -> counted(survey, other).size() >= of.minimumRespondents())
                .mapToDouble(other -> own(survey, other))
                .average()
                .orElse(0);
        long voices = counted(survey, akim).size();
        if (voices < of.minimumRespondents()) {
            return of.belowMinimum() == Component.BelowMinimum.ZERO ? 0 : mean;
        }
        return (voices * own(survey, akim) + of.shrinkage() * mean) / (voices + of.shrinkage());
    }

    private double own(Survey survey, Nominee akim) {
        var scale = survey.scale();
        double mean = counted(survey, akim).stream()
                .flatMap(ballot -> ballot.values().stream())
                .filter(answer -> answer != Scale.DONT_KNOW)
                .mapToInt(Integer::intValue)
                .average()
                .orElse(scale.lowest());
        return 100 * (mean - scale.lowest()) / (scale.highest() - scale.lowest());
    }

    private Sheet sheet(String id) {
        return definition.sheets().stream()
                .filter(sheet -> sheet.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Survey survey(String id) {
        return definition.surveys().stream()
                .filter(survey -> survey.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
