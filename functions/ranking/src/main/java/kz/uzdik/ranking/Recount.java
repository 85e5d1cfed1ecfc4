package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.vote.Tally;

/** Counts the ballots themselves and compares with the running totals. */
final class Recount {

    private final Works works;

    Recount(Works works) {
        this.works = works;
    }

    /**
     * What the comparison showed.
     *
     * @param equal whether running totals and ballots agree everywhere
     * @param differences where they do not
     */
    record Compared(boolean equal, List<Difference> differences) {

        List<Obstacle> obstacles() {
            return differences.stream()
                    .<Obstacle>map(difference -> new Obstacle.RecountDiffers(
                            difference.survey(),
                            difference.candidates().stream()
                                    .map(Tally.Difference::candidate)
                                    .toList()))
                    .toList();
        }
    }

    /** Where the counts of one survey differ. */
    record Difference(String survey, List<Tally.Difference> candidates) {}

    /** Recounts the surveys that {@code stage} counts. */
    Compared of(Stage stage) {
        var differences = new ArrayList<Difference>();
        for (var survey : Surveys.of(works.definition(), stage)) {
            var found = Tally.differences(
                    works.tallies().totals(survey.id()), works.ballots().recount(survey.id()));
            if (!found.isEmpty()) {
                differences.add(new Difference(survey.id(), found));
            }
        }
        return new Compared(differences.isEmpty(), differences);
    }
}
