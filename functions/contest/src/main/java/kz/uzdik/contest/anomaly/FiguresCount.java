package kz.uzdik.contest.anomaly;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.AnomalyLimits;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.Tally;
import org.jspecify.annotations.Nullable;

/** Counts ballots into figures, in any order. What it holds grows with the cells, not with the ballots. */
public final class FiguresCount {

    private final ContestDefinition definition;
    private final Survey survey;
    private final Map<String, Count> counts = new TreeMap<>();
    private Breakdown domains = Breakdown.NONE;

    /** Starts with no ballots of {@code survey}. */
    public FiguresCount(ContestDefinition definition, Survey survey) {
        this.definition = definition;
        this.survey = survey;
    }

    /** Counts {@code ballot}. */
    public void add(Ballot ballot) {
        add(BallotKind.of(ballot), Tally.plus(AnswerCounts.NONE, ballot));
        of(ballot.candidate()).patterns.merge(pattern(ballot), 1L, Long::sum);
    }

    /** Counts ballots of one kind; what whole sets of answers they have is not known. */
    public void add(BallotKind kind, AnswerCounts ballots) {
        of(kind.candidate()).add(kind, ballots);
    }

    /** Counts {@code ballots} on {@code candidate} that were counted by hand. */
    public void addPaper(String candidate, long ballots) {
        of(candidate).paper += ballots;
    }

    /**
     * Takes how many codes were asked for by mail domain. Only domains whose share is above what the definition lets
     * pass are told; of all others together, how many codes.
     */
    public void setDomains(Map<String, Long> asked) {
        var limits = survey.anomalies();
        long all = asked.values().stream().mapToLong(Long::longValue).sum();
        double above = limits == null ? 1 : limits.mailDomain().above().doubleValue();
        long least = (long) Math.floor(above * all) + 1;
        domains = new Breakdown(asked, 0, 0).withholding(least);
    }

    private Count of(String candidate) {
        return counts.computeIfAbsent(candidate, key -> new Count());
    }

    /** What has been counted so far, with every cell. */
    public Figures figures() {
        var okrugs = counts.entrySet().stream()
                .map(count -> count.getValue().of(count.getKey()))
                .toList();
        return new Figures(definition.id(), survey.id(), okrugs, domains);
    }

    /** All answers of {@code ballot} as one word, in the order of the survey's questions. */
    private String pattern(Ballot ballot) {
        return survey.questions().stream()
                .map(question -> String.valueOf(ballot.answers().get(question.id())))
                .collect(Collectors.joining("-"));
    }

    private static boolean isWorkingHour(AnomalyLimits.@Nullable OfficeHours office, String hour) {
        if (office == null) {
            return false;
        }
        var at = LocalDateTime.parse(hour + ":00");
        return !List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(at.getDayOfWeek())
                && at.getHour() >= office.from()
                && at.getHour() < office.until();
    }

    private final class Count {

        private final Map<String, Long> hours = new TreeMap<>();
        private final Map<String, Long> channels = new TreeMap<>();
        private final Map<String, Long> networks = new TreeMap<>();
        private final Map<String, Map<String, Long>> answers = new TreeMap<>();
        private final Map<String, Long> patterns = new TreeMap<>();
        private long ballots;
        private long paper;

        void add(BallotKind kind, AnswerCounts more) {
            ballots += more.ballots();
            hours.merge(kind.hour(), more.ballots(), Long::sum);
            channels.merge(kind.channel(), more.ballots(), Long::sum);
            networks.merge(kind.network(), more.ballots(), Long::sum);
            more.counts().forEach((question, byAnswer) -> {
                var sums = answers.computeIfAbsent(question, q -> new TreeMap<>());
                byAnswer.forEach((answer, count) -> sums.merge(answer, count, Long::sum));
            });
        }

        OkrugFigures of(String candidate) {
            var limits = survey.anomalies();
            long working = hours.entrySet().stream()
                    .filter(hour -> isWorkingHour(limits == null ? null : limits.officeHours(), hour.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return new OkrugFigures(
                    candidate,
                    ballots,
                    paper,
                    working,
                    whole(hours),
                    whole(channels),
                    whole(networks),
                    answers,
                    whole(patterns));
        }

        private static Breakdown whole(Map<String, Long> counts) {
            return new Breakdown(counts, 0, 0);
        }
    }
}
