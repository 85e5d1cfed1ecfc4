package kz.uzdik.contest.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.ranking.Rating.Missing.CastingVoteNeeded;
import kz.uzdik.contest.ranking.Rating.Outcome;

/** The chair's recorded votes of one scope, and the ties for which one is still needed (§3, §4). */
final class CastingVotes {
    /** The name of the step in a {@link Rating.TieStep}. */
    static final String STEP = "castingVote";

    private final Map<Set<String>, List<String>> orders = new HashMap<>();
    private final List<CastingVoteNeeded> needed = new ArrayList<>();

    /** Of several votes on the same candidates the latest holds. */
    CastingVotes(StageFacts facts, String scope) {
        facts.castingVotes().stream()
                .filter(vote ->
                        vote.stage().equals(facts.stage()) && vote.scope().equals(scope))
                .sorted(Comparator.comparing(CastingVote::at)
                        .thenComparing(CastingVote::by)
                        .thenComparing(vote -> String.join(" ", vote.order())))
                .filter(vote ->
                        vote.order().stream().distinct().count() == vote.order().size())
                .forEach(vote -> orders.put(Set.copyOf(vote.order()), vote.order()));
    }

    /**
     * {@code tied} in the chair's order, each with the step noted; empty, and noted as needed, if no recorded vote is
     * on exactly these candidates.
     */
    Optional<List<Entry>> decide(List<Entry> tied) {
        var byId = tied.stream().collect(Collectors.toMap(Entry::candidate, Function.identity()));
        var order = orders.get(byId.keySet());
        if (order == null) {
            tied.forEach(entry -> entry.outcome = new Outcome.Open());
            needed.add(new CastingVoteNeeded(Entry.candidates(tied)));
            return Optional.empty();
        }
        var decided = new ArrayList<Entry>();
        for (var candidate : order) {
            var entry = byId.get(candidate);
            if (entry != null) {
                decided.add(entry);
                entry.took(STEP, Integer.toString(decided.size()), tied);
            }
        }
        return Optional.of(decided);
    }

    List<CastingVoteNeeded> needed() {
        return needed;
    }
}
