package kz.uzdik.contest.vote;

import java.util.Map;
import java.util.TreeMap;

/** A survey's ballots being counted, the annulled ones apart. The order in which they are added changes nothing. */
public final class SurveyTally {

    private final Annulments annulments;
    private final Tally counted = new Tally();
    private final Map<Integer, Tally> annulled = new TreeMap<>();

    public SurveyTally(Annulments annulments) {
        this.annulments = annulments;
    }

    /** Counts {@code ballot}. */
    public void add(Ballot ballot) {
        tally(BallotKind.of(ballot)).add(ballot);
    }

    /** Counts ballots of one kind that were counted already. */
    public void add(BallotKind kind, AnswerCounts counts) {
        tally(kind).add(Map.of(kind.candidate(), counts));
    }

    /** Counts ballots that no annulment can concern, by candidate. */
    public void addCounted(Map<String, AnswerCounts> totals) {
        counted.add(totals);
    }

    /** Counts what {@code part}, made under the same annulments, holds. */
    public void add(SurveyCount part) {
        counted.add(part.counted());
        part.annulled().forEach((act, totals) -> annulledBy(act).add(totals));
    }

    /** What has been counted so far. */
    public SurveyCount count() {
        var byAct = new TreeMap<Integer, Map<String, AnswerCounts>>();
        annulled.forEach((act, tally) -> byAct.put(act, tally.totals()));
        return new SurveyCount(counted.totals(), byAct);
    }

    private Tally tally(BallotKind kind) {
        var act = annulments.taking(kind);
        return act.isPresent() ? annulledBy(act.getAsInt()) : counted;
    }

    private Tally annulledBy(int act) {
        return annulled.computeIfAbsent(act, number -> new Tally());
    }
}
