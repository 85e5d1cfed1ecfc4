package kz.uzdik.contest.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Rating.Margin;
import kz.uzdik.contest.ranking.Rating.Outcome;

/**
 * Says of every candidate of one scope whom a change of outcome hung on and by how much: for who was not chosen the
 * weakest holder of a seat within reach, for who was chosen the strongest that would have taken the seat or place.
 */
final class Margins {
    private final Stage stage;
    private final List<Entry> ranked;
    private final List<Entry> chosen;

    /** For {@code entries} whose ranks and outcomes stand. */
    Margins(Stage stage, List<Entry> entries) {
        this.stage = stage;
        ranked = entries.stream()
                .sorted(Comparator.comparingInt((Entry entry) -> entry.rank).thenComparing(Entry::candidate))
                .toList();
        chosen = ranked.stream().filter(Margins::isChosen).toList();
    }

    /** Notes each entry's margin; none while the chair has yet to decide a tie. */
    void note() {
        if (ranked.stream().anyMatch(entry -> entry.outcome instanceof Outcome.Open)) {
            return;
        }
        for (var entry : ranked) {
            var other = isChosen(entry) ? nearestBelow(entry) : nearestAbove(entry);
            other.ifPresent(nearest -> entry.margin = between(entry, nearest));
        }
    }

    /** Whose seat a candidate without one would have taken. */
    private Optional<Entry> nearestAbove(Entry entry) {
        return chosen.stream()
                .filter(holder -> !isFull(entry.district()) || holder.district().equals(entry.district()))
                .reduce((better, worse) -> worse);
    }

    /** Who would have taken the seat of a chosen candidate, or its place. */
    private Optional<Entry> nearestBelow(Entry entry) {
        if (entry.outcome instanceof Outcome.Chosen(Integer place) && place != null && place < chosen.size()) {
            return Optional.of(chosen.get(place));
        }
        return ranked.stream()
                .filter(other -> !isChosen(other))
                .filter(other -> other.district().equals(entry.district()) || !isFull(other.district()))
                .findFirst();
    }

    private boolean isFull(String district) {
        var limit = stage.maxPerDistrict();
        return limit != null
                && chosen.stream()
                                .filter(holder -> holder.district().equals(district))
                                .count()
                        >= limit;
    }

    private static boolean isChosen(Entry entry) {
        return entry.outcome instanceof Outcome.Chosen;
    }

    private static Margin between(Entry entry, Entry other) {
        var points = entry.score.total().subtract(other.score.total()).abs();
        return new Margin(other.candidate(), points, points.signum() == 0 ? decidedBy(entry, other) : null);
    }

    /** Candidates of equal total took the same steps until one told them apart. */
    private static String decidedBy(Entry entry, Entry other) {
        return IntStream.range(0, entry.ties.size())
                .filter(step -> !entry.ties
                        .get(step)
                        .value()
                        .equals(other.ties.get(step).value()))
                .mapToObj(step -> entry.ties.get(step).step())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("nothing tells " + entry.candidate() + " from " + other.candidate()));
    }
}
