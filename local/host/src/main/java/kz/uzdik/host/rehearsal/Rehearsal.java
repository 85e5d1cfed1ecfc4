package kz.uzdik.host.rehearsal;

import java.nio.file.Path;
import java.util.Set;
import kz.uzdik.contest.definition.Stage;

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

    /** Holds the survey that follows {@code stage}, if one does; gives how many persons asked for a code. */
    private long survey(Stage stage) {
        var survey = play.definition().surveyAfter(stage.id());
        if (survey.isEmpty()) {
            return 0;
        }
        var voters = play.script().voters(survey.get(), play.forecast().chosen(stage), residents);
        play.forecast().heard(voters);
        Voting.run(play, survey.get(), voters);
        return voters.size();
    }
}
