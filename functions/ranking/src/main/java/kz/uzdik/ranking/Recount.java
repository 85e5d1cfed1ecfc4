package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.SurveyCount;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.store.Gathered;

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
        var differences = new ArrayList<Difference>();
        for (var survey : Surveys.of(works.definition(), stage)) {
            var annulments = works.surveys().read(survey.id()).annulments();
            compare(survey, works.tallies().count(survey.id(), annulments), annulments)
                    .ifPresent(differences::add);
        }
        return new Compared(differences.isEmpty(), differences);
    }

    /**
     * As {@link #of(Stage)}, with the totals that {@code gathered} holds for those who take part and under its
     * annulments: the very figures a rating of these facts rests on, even if the running totals have moved since.
     */
    Compared of(Stage stage, Gathered gathered) {
        var participants = gathered.facts().participants().stream()
                .map(Participant::candidate)
                .toList();
        var differences = new ArrayList<Difference>();
        for (var survey : Surveys.of(works.definition(), stage)) {
            var annulments = gathered.annulmentsOf(survey.id());
            var running = works.tallies().count(survey.id(), annulments);
            var totals = new TreeMap<>(running.counted());
            participants.forEach(totals::remove);
            totals.putAll(gathered.facts().tallies().getOrDefault(survey.id(), Map.of()));
            compare(survey, new SurveyCount(totals, running.annulled()), annulments)
                    .ifPresent(differences::add);
        }
        return new Compared(differences.isEmpty(), differences);
    }

    /** Compares what counts and what each annulment takes. */
    private Optional<Difference> compare(Survey survey, SurveyCount running, Annulments annulments) {
        var recounted = works.ballots().recount(survey.id(), annulments);
        var found = new ArrayList<>(Tally.differences(running.counted(), recounted.counted()));
        var acts = new TreeSet<>(running.annulled().keySet());
        acts.addAll(recounted.annulled().keySet());
        for (var act : acts) {
            found.addAll(Tally.differences(
                    running.annulled().getOrDefault(act, Map.of()),
                    recounted.annulled().getOrDefault(act, Map.of())));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(new Difference(survey.id(), found));
    }
}
