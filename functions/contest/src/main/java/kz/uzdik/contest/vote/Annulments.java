package kz.uzdik.contest.vote;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** The annulments of a survey that hold. A ballot that several mean is taken by the first of them, and counted once. */
public final class Annulments {

    public static final Annulments NONE = new Annulments(Collections.emptySortedMap());

    private final SortedMap<Integer, BallotCriteria> holding;

    private Annulments(SortedMap<Integer, BallotCriteria> holding) {
        this.holding = Collections.unmodifiableSortedMap(holding);
    }

    /** Those of {@code acts}, in the order of their numbers, that were not undone. */
    public static Annulments of(List<SurveyAct> acts) {
        var holding = new TreeMap<Integer, BallotCriteria>();
        for (var act : acts) {
            if (act.what() instanceof SurveyAct.Annulment annulment) {
                holding.put(act.number(), annulment.ballots());
            } else if (act.what() instanceof SurveyAct.Reinstatement reinstatement) {
                holding.remove(reinstatement.annulment());
            }
        }
        return new Annulments(holding);
    }

    /** These and one more, as its act {@code number} would have it. */
    public Annulments with(int number, BallotCriteria ballots) {
        var more = new TreeMap<>(holding);
        more.put(number, ballots);
        return new Annulments(more);
    }

    /** Number of the act that ballots of this kind are annulled by; empty for those that count. */
    public OptionalInt taking(BallotKind kind) {
        for (var one : holding.entrySet()) {
            if (one.getValue().takes(kind)) {
                return OptionalInt.of(one.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a ballot on {@code candidate} can be annulled by one of these. */
    public boolean concern(String candidate) {
        return holding.values().stream().anyMatch(ballots -> ballots.concerns(candidate));
    }

    /** Whether the annulment of act {@code number} holds. */
    public boolean holds(int number) {
        return holding.containsKey(number);
    }
}
