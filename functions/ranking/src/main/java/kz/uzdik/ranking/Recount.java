package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Tally;

/**
 * Counts the ballots themselves and compares with the running totals. While ballots still come the two differ by those
 * under way, so that a difference found then says nothing; once the survey is closed and the stream has been counted,
 * they are equal or something is wrong. An announcement asks for equality and may be asked for again.
 */
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
                                    .toList(),
                            difference.candidates().getFirst().first()))
                    .toList();
        }
    }

    /** Where the counts of one survey differ. */
    record Difference(String survey, List<Tally.Difference> candidates) {}

    /** Recounts the surveys that {@code stage} counts and compares with the totals as they are now. */
    Compared of(Stage stage) {
        return compare(stage, survey -> works.tallies().totals(survey));
    }

    /**
     * As {@link #of(Stage)}, with the totals that {@code facts} hold for those who take part: the very figures a rating
     * of these facts rests on, even if the running totals have moved since.
     */
    Compared of(Stage stage, StageFacts facts) {
        var participants =
                facts.participants().stream().map(Participant::candidate).toList();
        return compare(stage, survey -> {
            var totals = new TreeMap<>(works.tallies().totals(survey));
            participants.forEach(totals::remove);
            totals.putAll(facts.tallies().getOrDefault(survey, Map.of()));
            return totals;
        });
    }

    private Compared compare(Stage stage, Function<String, Map<String, AnswerCounts>> totals) {
        var differences = new ArrayList<Difference>();
        for (var survey : Surveys.of(works.definition(), stage)) {
            var recounted = works.ballots().recount(survey.id());
            var found = Tally.differences(totals.apply(survey.id()), recounted);
            if (!found.isEmpty()) {
                differences.add(new Difference(survey.id(), found));
            }
        }
        return new Compared(differences.isEmpty(), differences);
    }
}
