package kz.uzdik.ranking;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.store.FactsGatherer.Gathered;

/** Says what still keeps a stage from being announced. */
final class Readiness {

    private final Works works;

    Readiness(Works works) {
        this.works = works;
    }

    /** Everything that is missing, the ballots' recount excepted: cheap enough to be shown at any time. */
    List<Obstacle> obstacles(Stage stage, Gathered gathered, Rating rating) {
        var obstacles = new ArrayList<Obstacle>();
        var now = LocalDateTime.ofInstant(works.now(), works.definition().zone());
        if (stage.from() == null) {
            var closes = works.definition().calendar().intake().closes();
            if (now.isBefore(closes)) {
                obstacles.add(new Obstacle.IntakeOpen(closes));
            }
        } else if (!works.facts().isOpen(stage)) {
            obstacles.add(new Obstacle.EarlierStage(stage.from()));
        }
        if (!gathered.undecided().isEmpty()) {
            obstacles.add(new Obstacle.Undecided(gathered.undecided()));
        }
        Surveys.of(works.definition(), stage).stream()
                .map(survey -> applied(survey, gathered))
                .filter(survey -> now.isBefore(survey.window().closes()))
                .forEach(survey -> obstacles.add(
                        new Obstacle.SurveyOpen(survey.id(), survey.window().closes())));
        rating.scopes().stream()
                .filter(scope -> !scope.missing().isEmpty())
                .forEach(scope -> obstacles.add(new Obstacle.ScopeIncomplete(scope.scope(), scope.missing())));
        return obstacles;
    }

    private static Survey applied(Survey survey, Gathered gathered) {
        var record = gathered.surveys().get(survey.id());
        return record == null ? survey : record.orders(survey.id()).applied(survey);
    }
}
