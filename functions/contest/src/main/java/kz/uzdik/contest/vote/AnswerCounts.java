package kz.uzdik.contest.vote;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ballots of one candidate, counted.
 *
 * @param ballots how many ballots
 * @param counts question → answer (as its decimal number) → how often it was given
 */
public record AnswerCounts(long ballots, Map<String, Map<String, Long>> counts) {

    public static final AnswerCounts NONE = new AnswerCounts(0, Map.of());

    public AnswerCounts {
        var copy = new TreeMap<String, Map<String, Long>>();
        counts.forEach(
                (question, byAnswer) -> copy.put(question, Collections.unmodifiableMap(new TreeMap<>(byAnswer))));
        counts = Collections.unmodifiableMap(copy);
    }
}
