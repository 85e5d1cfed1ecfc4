package kz.uzdik.json.anomaly;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kz.uzdik.contest.anomaly.Figures;
import kz.uzdik.contest.anomaly.FiguresCount;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Okrug;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Ballot;

/**
 * One oblast's villages voting, drawn by a seed: 30 to 1 000 honest ballots each, by day and night, most on the first
 * day and after a reminder; through three carriers and a local line; a third of the people giving one mark to all
 * questions. A village may be tampered with by who asks for it.
 */
final class Villages {

    private static final int VILLAGES = 10;
    private static final int[] BY_HOUR = {
        2, 1, 1, 1, 1, 2, 5, 9, 12, 14, 15, 15, 17, 15, 14, 13, 14, 16, 19, 22, 23, 20, 12, 6
    };
    private static final int CARRIERS = 12;

    private final ContestDefinition definition;
    private final Survey survey;
    private final SplittableRandom random;
    private final List<String> okrugs;

    Villages(ContestDefinition definition, long seed) {
        this.definition = definition;
        this.survey = definition.surveys().getFirst();
        this.random = new SplittableRandom(seed);
        var oblast = definition.oblasts().get((int) (seed % definition.oblasts().size()));
        this.okrugs = oblast.districts().stream()
                .flatMap(district -> district.okrugs().stream())
                .map(Okrug::kato)
                .limit(VILLAGES)
                .toList();
    }

    List<String> okrugs() {
        return okrugs;
    }

    /** Everybody votes honestly. */
    Figures honest() {
        return with("", UnaryOperator.identity());
    }

    /** Everybody votes honestly, and the ballots of {@code okrug} become what {@code tampering} makes of them. */
    Figures with(String okrug, UnaryOperator<List<Ballot>> tampering) {
        var count = new FiguresCount(definition, survey);
        for (var village : okrugs) {
            var ballots = village(village);
            (village.equals(okrug) ? tampering.apply(ballots) : ballots).forEach(count::add);
        }
        return count.figures();
    }

    private List<Ballot> village(String okrug) {
        int size = (int) Math.round(30 * Math.pow(33, random.nextDouble()));
        double local = random.nextDouble() * 0.35;
        double content = 3 + random.nextDouble() * 1.8;
        double evenings = 0.7 + random.nextDouble() * 0.6;
        var hours = hours(evenings);
        return new ArrayList<>(IntStream.range(0, size)
                .mapToObj(i -> ballot(
                        okrug,
                        hours.get(random.nextInt(hours.size())),
                        random.nextDouble() < local ? "local" + okrug : "carrier" + carrier(),
                        answers(content)))
                .toList());
    }

    /** A few carriers have most of the people. */
    private int carrier() {
        return (int) (CARRIERS * Math.pow(random.nextDouble(), 1.7));
    }

    /** Every hour of the window, as often as it is likely. */
    private List<String> hours(double evenings) {
        var opens = survey.window().opens();
        long days = ChronoUnit.DAYS.between(opens, survey.window().closes());
        int reminder = 5 + random.nextInt((int) days - 6);
        var hours = new ArrayList<String>();
        for (var hour = opens; hour.isBefore(survey.window().closes()); hour = hour.plusHours(1)) {
            long day = ChronoUnit.DAYS.between(opens.toLocalDate(), hour.toLocalDate());
            double lively = 0.5 + 2.5 * Math.exp(-day / 2.0) + (day == reminder ? 1.5 : 0);
            double weight = BY_HOUR[hour.getHour()] * lively * (hour.getHour() >= 18 ? evenings : 1);
            for (int i = 0; i < weight; i++) {
                hours.add(hour(hour));
            }
        }
        return hours;
    }

    static String hour(LocalDateTime at) {
        return at.toString().substring(0, "2027-05-20T10".length());
    }

    private Map<String, Integer> answers(double content) {
        var answers = new TreeMap<String, Integer>();
        int same = answer(content);
        boolean sameToAll = random.nextInt(3) == 0;
        survey.questions().forEach(question -> answers.put(question.id(), sameToAll ? same : answer(content)));
        return answers;
    }

    private int answer(double content) {
        if (random.nextInt(12) == 0) {
            return 0;
        }
        return (int) Math.clamp(Math.round(content + random.nextGaussian() * 1.1), 1, 5);
    }

    Ballot ballot(String okrug, String hour, String network, Map<String, Integer> answers) {
        return new Ballot(
                "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                survey.id(),
                "d-" + okrug,
                answers,
                hour,
                "web",
                network);
    }
}
