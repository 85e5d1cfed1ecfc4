package kz.uzdik.json.pack;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.contest.vote.SurveyCount;
import org.jspecify.annotations.Nullable;

/**
 * An annulment as published: what was annulled and why, how many ballots it took, and not whose. Which network a
 * ballot came from is published nowhere, so of such a criterion only that there was one.
 *
 * @param number of the act; a ballot that several annulments mean is taken by the lowest
 * @param scope KATO of the oblast, or {@code republic}
 * @param ofNetwork whether only the ballots of one network were meant
 * @param reinstated how it was undone; null while it holds
 * @param ballots candidate → ballots taken; empty where it was undone
 */
public record PackAnnulment(
        String survey,
        int number,
        String scope,
        @Nullable String candidate,
        @Nullable String fromHour,
        @Nullable String toHour,
        @Nullable String channel,
        boolean ofNetwork,
        Text reason,
        Instant at,
        @Nullable Undone reinstated,
        SortedMap<String, Long> ballots) {

    public PackAnnulment {
        ballots = Collections.unmodifiableSortedMap(new TreeMap<>(ballots));
    }

    /** A reinstatement. */
    public record Undone(Text reason, Instant at) {}

    /** Whether a ballot on {@code id} can have been meant. */
    public boolean concerns(String id) {
        return new BallotCriteria(scope, candidate, null, null, null, null).concerns(id);
    }

    /**
     * The annulments among {@code acts}, all of one survey.
     *
     * @param count the survey's ballots under them
     * @param candidates whose ballots are published
     */
    public static List<PackAnnulment> of(List<SurveyAct> acts, SurveyCount count, Collection<String> candidates) {
        var undone = new HashMap<Integer, Undone>();
        for (var act : acts) {
            if (act.what() instanceof SurveyAct.Reinstatement reinstatement) {
                undone.put(reinstatement.annulment(), new Undone(act.reason(), act.at()));
            }
        }
        return acts.stream()
                .filter(act -> act.what() instanceof SurveyAct.Annulment)
                .map(act -> {
                    var taken = new TreeMap<>(count.annulledBy(act.number()));
                    taken.keySet().retainAll(candidates);
                    var of = ((SurveyAct.Annulment) act.what()).ballots();
                    return new PackAnnulment(
                            act.survey(),
                            act.number(),
                            of.scope(),
                            of.candidate(),
                            of.fromHour(),
                            of.toHour(),
                            of.channel(),
                            of.network() != null,
                            act.reason(),
                            act.at(),
                            undone.get(act.number()),
                            taken);
                })
                .toList();
    }

    static List<PackAnnulment> inOrder(List<PackAnnulment> annulments) {
        return annulments.stream()
                .sorted(Comparator.comparing(PackAnnulment::survey).thenComparingInt(PackAnnulment::number))
                .toList();
    }
}
