package kz.uzdik.contest.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.uzdik.contest.ranking.Rating.Outcome;
import kz.uzdik.contest.ranking.Rating.TieStep;
import org.jspecify.annotations.Nullable;

/** One candidate's standing while the rating is being made. */
final class Entry {
    final Score score;
    final List<TieStep> ties = new ArrayList<>();
    final List<String> nominations = new ArrayList<>();
    Outcome outcome = new Outcome.NotChosen();
    Rating.@Nullable Margin margin;
    /** Candidates strictly ahead, plus one. */
    int rank;

    Entry(Score score) {
        this.score = score;
    }

    String candidate() {
        return score.participant().candidate();
    }

    String district() {
        return score.participant().district();
    }

    /** Notes a step taken among {@code tied}, this candidate among them. */
    void took(String step, String value, Collection<Entry> tied) {
        var against = tied.stream()
                .map(Entry::candidate)
                .filter(other -> !other.equals(candidate()))
                .sorted()
                .toList();
        ties.add(new TieStep(step, value, against));
    }

    Rating.Standing standing() {
        return new Rating.Standing(
                rank,
                candidate(),
                score.total(),
                score.components().stream().map(Score.Points::shown).toList(),
                ties,
                outcome,
                margin,
                nominations);
    }

    static List<String> candidates(Collection<Entry> entries) {
        return entries.stream().map(Entry::candidate).sorted().toList();
    }
}
