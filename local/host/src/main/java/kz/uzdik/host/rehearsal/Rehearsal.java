package kz.uzdik.host.rehearsal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;

/** A whole contest in its order, step by step. */
final class Rehearsal {

    private final Play play;
    private final Path out;
    private final int residents;

    Rehearsal(Play play, Path out, int residents) {
        this.play = play;
        this.out = out;
        this.residents = residents;
    }

    /** The one member who steps back in the rehearsal: the last of the first oblast, from its first candidate. */
    static Set<Forecast.Recused> recusals(Script script, String firstStage) {
        var members = script.definition().commissions().regional().members();
        return Set.of(new Forecast.Recused(firstStage, script.sound().getFirst().dossier(), members - 1));
    }

    void run() {
        new Commissions(play).run();
        new Dossiers(play, new SampleArchives(play.script())).run();
        long asked = 0;
        for (var stage : play.definition().stages()) {
            new Judging(play, stage).run();
            asked += survey(stage);
        }
        new Mails(play).run(asked);
        new Evidence(play, out).run();
        play.ledger().expect("host", "dead letters", 0);
        play.ledger().find("host", "dead letters", play.world().deadLetters());
    }

    /** Holds the surveys that follow {@code stage}; gives how many persons asked for a code. */
    private long survey(Stage stage) {
        long asked = 0;
        for (var survey : inOrderOfOpening(play.definition().surveysAfter(stage.id()))) {
            var chosen = play.forecast().chosen(stage);
            if (survey.identity() instanceof Identity.Invite) {
                var invited = Inviting.invited(play.script(), survey, chosen, Inviting.tokens(play.world(), survey));
                play.forecast().heard(survey, invited);
                Inviting.run(play, survey, invited);
            } else {
                var voters = play.script().voters(survey, chosen, residents);
                play.forecast().heard(survey, voters);
                Voting.run(play, survey, voters);
                if (survey.paper() != PaperBallots.NONE) {
                    PaperBox.run(play, survey, chosen);
                }
                asked += voters.size();
            }
        }
        return asked;
    }

    private static List<Survey> inOrderOfOpening(List<Survey> surveys) {
        return surveys.stream()
                .sorted(Comparator.comparing(survey -> survey.window().opens()))
                .toList();
    }
}
