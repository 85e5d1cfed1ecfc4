package kz.uzdik.contest.ranking;

import java.util.Comparator;
import java.util.List;
import kz.uzdik.contest.definition.Nomination;
import kz.uzdik.contest.ranking.Rating.Outcome;

/**
 * Gives the nominations in the definition's order, each to the best in its component among those without a place or
 * another nomination (news-0). Equal in the component, the better in the rating comes first; equal there too, the
 * chair decides. While a tie is open, the nominations that hang on it are not given.
 */
final class Nominees {
    private Nominees() {}

    static void choose(List<Entry> entries, List<Nomination> nominations, CastingVotes castingVotes) {
        for (var nomination : nominations) {
            if (entries.stream().anyMatch(entry -> entry.outcome instanceof Outcome.Open)) {
                return;
            }
            var best = best(entries, nomination);
            var winner = best.size() > 1
                    ? castingVotes.decide(best).map(List::getFirst)
                    : best.stream().findFirst();
            winner.ifPresent(entry -> entry.nominations.add(nomination.id()));
        }
    }

    private static List<Entry> best(List<Entry> entries, Nomination nomination) {
        var order = Comparator.comparing((Entry entry) -> entry.score.shown(nomination.component()))
                .reversed()
                .thenComparingInt(entry -> entry.rank);
        var eligible = entries.stream()
                .filter(entry -> !(entry.outcome instanceof Outcome.Chosen) && entry.nominations.isEmpty())
                .sorted(order.thenComparing(Entry::candidate))
                .toList();
        return eligible.stream()
                .filter(entry -> order.compare(entry, eligible.getFirst()) == 0)
                .toList();
    }
}
