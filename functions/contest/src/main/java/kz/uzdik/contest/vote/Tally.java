package kz.uzdik.contest.vote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Ballots being counted, candidate by candidate. The order in which they are added changes nothing. */
public final class Tally {

    private final Map<String, Count> counts = new TreeMap<>();

    /** The ballots of one survey, counted. */
    public static Map<String, AnswerCounts> of(Iterable<Ballot> ballots) {
        var tally = new Tally();
        ballots.forEach(tally::add);
        return tally.totals();
    }

    /** {@code counts} and one ballot of the same candidate more. */
    public static AnswerCounts plus(AnswerCounts counts, Ballot ballot) {
        var count = new Count();
        count.add(counts);
        count.add(ballot);
        return count.frozen();
    }

    /** Two counts of the same candidate, neither holding a ballot of the other, as one. */
    public static AnswerCounts merge(AnswerCounts one, AnswerCounts other) {
        var count = new Count();
        count.add(one);
        count.add(other);
        return count.frozen();
    }

    /** Where running totals and a recount of the ballots disagree, by candidate; empty if nowhere. */
    public static List<Difference> differences(Map<String, AnswerCounts> running, Map<String, AnswerCounts> recounted) {
        var candidates = new TreeSet<>(running.keySet());
        candidates.addAll(recounted.keySet());
        var differences = new ArrayList<Difference>();
        for (var candidate : candidates) {
            var before = running.getOrDefault(candidate, AnswerCounts.NONE);
            var after = recounted.getOrDefault(candidate, AnswerCounts.NONE);
            if (!before.equals(after)) {
                differences.add(new Difference(candidate, before, after));
            }
        }
        return differences;
    }

    /** Counts {@code ballot}. */
    public void add(Ballot ballot) {
        counts.computeIfAbsent(ballot.candidate(), candidate -> new Count()).add(ballot);
    }

    /** Counts what {@code totals} holds. */
    public void add(Map<String, AnswerCounts> totals) {
        totals.forEach((candidate, more) ->
                counts.computeIfAbsent(candidate, c -> new Count()).add(more));
    }

    /** What has been counted so far, by candidate. */
    public Map<String, AnswerCounts> totals() {
        var totals = new TreeMap<String, AnswerCounts>();
        counts.forEach((candidate, count) -> totals.put(candidate, count.frozen()));
        return Collections.unmodifiableMap(totals);
    }

    /** A candidate whose running total is not what the ballots add up to. */
    public record Difference(String candidate, AnswerCounts running, AnswerCounts recounted) {

        /** The first count that differs, questions and answers in order; the number of ballots where no answer does. */
        public Cell first() {
            var questions = new TreeSet<>(running.counts().keySet());
            questions.addAll(recounted.counts().keySet());
            for (var question : questions) {
                var before = running.counts().getOrDefault(question, Map.of());
                var after = recounted.counts().getOrDefault(question, Map.of());
                var answers = new TreeSet<>(before.keySet());
                answers.addAll(after.keySet());
                for (var answer : answers) {
                    long was = before.getOrDefault(answer, 0L);
                    long is = after.getOrDefault(answer, 0L);
                    if (was != is) {
                        return new Cell(question, answer, was, is);
                    }
                }
            }
            return new Cell("", "", running.ballots(), recounted.ballots());
        }
    }

    /**
     * One count in two countings.
     *
     * @param question the question; empty where the number of ballots itself is meant
     * @param answer its answer as a decimal number; empty likewise
     */
    public record Cell(String question, String answer, long running, long recounted) {}

    private static final class Count {

        private final Map<String, Map<String, Long>> byQuestion = new TreeMap<>();
        private long ballots;

        void add(Ballot ballot) {
            ballots++;
            ballot.answers().forEach((question, answer) -> add(question, Integer.toString(answer), 1));
        }

        void add(AnswerCounts more) {
            ballots += more.ballots();
            more.counts().forEach((question, byAnswer) -> byAnswer.forEach((answer, n) -> add(question, answer, n)));
        }

        AnswerCounts frozen() {
            return new AnswerCounts(ballots, byQuestion);
        }

        private void add(String question, String answer, long n) {
            byQuestion.computeIfAbsent(question, q -> new TreeMap<>()).merge(answer, n, Long::sum);
        }
    }
}
