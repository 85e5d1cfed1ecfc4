package kz.uzdik.store;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import org.jspecify.annotations.Nullable;

/**
 * An announced stage with all that it rests on. Never changes.
 *
 * @param corrected the announcement before, where this one corrects it; null for the first
 */
public record AnnouncedStage(
        Announcement announcement,
        Snapshot snapshot,
        Rating rating,
        @Nullable AnnouncedStage corrected) {

    /** The candidates who go on or take a place, in order of their ids. */
    public List<Participant> chosen() {
        var chosen = new HashSet<String>();
        standings().stream()
                .filter(standing -> standing.outcome() instanceof Rating.Outcome.Chosen)
                .forEach(standing -> chosen.add(standing.candidate()));
        return snapshot.facts().participants().stream()
                .filter(participant -> chosen.contains(participant.candidate()))
                .toList();
    }

    /** Candidate → total. */
    public Map<String, BigDecimal> totals() {
        var totals = new TreeMap<String, BigDecimal>();
        standings().forEach(standing -> totals.put(standing.candidate(), standing.total()));
        return totals;
    }

    /** Every candidate's standing, scope by scope. */
    public List<Rating.Standing> standings() {
        return rating.scopes().stream()
                .flatMap(scope -> scope.standings().stream())
                .toList();
    }
}
