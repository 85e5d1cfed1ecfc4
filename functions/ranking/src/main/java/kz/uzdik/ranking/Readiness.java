package kz.uzdik.ranking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.Gathered;

/** Says what still keeps a stage from being announced. */
final class Readiness {

    /**
     * How long after a survey's end a ballot that came in time may still be recorded: a request ends within half a minute,
     * the rest is for clocks that differ. An announcement before that could miss it for good.
     */
    static final Duration SETTLING = Duration.ofMinutes(2);

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
        for (var earlier : FactsGatherer.earlier(stage)) {
            if (works.announcements().course(earlier).open().isPresent()) {
                obstacles.add(new Obstacle.EarlierCorrected(earlier));
            }
        }
        if (!gathered.undecided().isEmpty()) {
            obstacles.add(new Obstacle.Undecided(gathered.undecided()));
        }
        if (!gathered.appealed().isEmpty()) {
            obstacles.add(new Obstacle.AppealsOpen(gathered.appealed()));
        }
        appealsPossible(gathered).ifPresent(obstacles::add);
        Surveys.of(works.definition(), stage).stream()
                .map(survey -> applied(survey, gathered))
                .filter(survey -> now.isBefore(survey.window().closes().plus(SETTLING)))
                .forEach(survey -> obstacles.add(
                        new Obstacle.SurveyOpen(survey.id(), survey.window().closes())));
        gathered.surveys().forEach((survey, record) -> {
            var unconfirmed = record.paper().unconfirmed();
            if (!unconfirmed.isEmpty()) {
                obstacles.add(new Obstacle.PaperUnconfirmed(survey, unconfirmed));
            }
        });
        if (!gathered.unconfirmed().isEmpty()) {
            obstacles.add(new Obstacle.SheetsUnconfirmed(gathered.unconfirmed().stream()
                    .map(PaperSheet::candidate)
                    .distinct()
                    .sorted()
                    .toList()));
        }
        for (var survey : Surveys.of(works.definition(), stage)) {
            var open = works.disputes().of(survey.id()).stream()
                    .filter(dispute -> dispute.closing() == null)
                    .count();
            if (open > 0) {
                obstacles.add(new Obstacle.DisputesOpen(survey.id(), open));
            }
        }
        rating.scopes().stream()
                .filter(scope -> !scope.missing().isEmpty())
                .forEach(scope -> obstacles.add(new Obstacle.ScopeIncomplete(scope.scope(), scope.missing())));
        obstacles.addAll(noSitting(stage, gathered, rating));
        return obstacles;
    }

    /** A term of appeal that still runs: whoever may appeal is not to be overtaken by the announcement. */
    private Optional<Obstacle> appealsPossible(Gathered gathered) {
        var appeals = works.definition().appeals();
        var zone = works.definition().zone();
        var running = new TreeMap<String, Instant>();
        gathered.decidedAt().forEach((dossier, at) -> {
            var until = appeals.until(at, zone);
            if (works.now().isBefore(until)) {
                running.put(dossier, until);
            }
        });
        if (appeals.by().isEmpty() || running.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Obstacle.AppealsPossible(
                List.copyOf(running.keySet()), LocalDateTime.ofInstant(Collections.max(running.values()), zone)));
    }

    /** Where members judge, a sitting with a quorum decides; a commission that nobody recorded is said elsewhere. */
    private List<Obstacle> noSitting(Stage stage, Gathered gathered, Rating rating) {
        var judged = stage.components().stream().anyMatch(Component.OfSheet.class::isInstance);
        var obstacles = new ArrayList<Obstacle>();
        for (var commission : gathered.facts().commissions()) {
            var concerned = rating.scopes().stream()
                    .anyMatch(scope -> scope.scope().equals(commission.scope())
                            && !scope.standings().isEmpty());
            if (judged && concerned) {
                noSitting(stage, gathered, commission).ifPresent(obstacles::add);
            }
        }
        return obstacles;
    }

    private Optional<Obstacle> noSitting(Stage stage, Gathered gathered, Commission commission) {
        var rules = works.definition().commissions().of(stage.scope());
        var best = 0;
        var members = commission.members().stream().map(Commission.Member::id).toList();
        var nearest = new Quorum(List.of(), rules.quorum(), members, List.of());
        for (var sitting : gathered.minutes().held(commission.scope())) {
            var quorum = Quorum.of(commission, rules, sitting, gathered.facts().recusals(), List.of());
            if (quorum.isMet()) {
                return Optional.empty();
            }
            if (best == 0 || quorum.deciding().size() > nearest.deciding().size()) {
                best = sitting.number();
                nearest = quorum;
            }
        }
        var absent = nearest.absent();
        return Optional.of(new Obstacle.NoSitting(
                commission.scope(),
                best,
                nearest.deciding().size(),
                rules.quorum(),
                commission.members().stream()
                        .filter(member -> absent.contains(member.id()))
                        .map(Commission.Member::name)
                        .toList()));
    }

    private static Survey applied(Survey survey, Gathered gathered) {
        var record = gathered.surveys().get(survey.id());
        return record == null ? survey : record.orders(survey.id()).applied(survey);
    }
}
