package kz.uzdik.contest.vote;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accepted ballots of a survey, counted: those that count and those annulled, each ballot in one place.
 *
 * @param counted candidate → ballots that count
 * @param annulled number of the annulment's act → candidate → ballots taken by it
 */
public record SurveyCount(Map<String, AnswerCounts> counted, SortedMap<Integer, Map<String, AnswerCounts>> annulled) {

    public SurveyCount {
        counted = Collections.unmodifiableMap(new TreeMap<>(counted));
        var copy = new TreeMap<Integer, Map<String, AnswerCounts>>();
        annulled.forEach((act, by) -> copy.put(act, Collections.unmodifiableMap(new TreeMap<>(by))));
        annulled = Collections.unmodifiableSortedMap(copy);
    }

    /** How many ballots the annulment of act {@code number} takes, by candidate. */
    public SortedMap<String, Long> annulledBy(int number) {
        var ballots = new TreeMap<String, Long>();
        annulled.getOrDefault(number, Map.of())
                .forEach((candidate, counts) -> ballots.put(candidate, counts.ballots()));
        return ballots;
    }

    /** How many ballots count. */
    public long ballots() {
        return sum(counted);
    }

    /** How many ballots are annulled. */
    public long annulledBallots() {
        return annulled.values().stream().mapToLong(SurveyCount::sum).sum();
    }

    private static long sum(Map<String, AnswerCounts> counts) {
        return counts.values().stream().mapToLong(AnswerCounts::ballots).sum();
    }

    /** How many ballots on {@code candidate} count. */
    public long ballots(String candidate) {
        return counted.getOrDefault(candidate, AnswerCounts.NONE).ballots();
    }
}
