package kz.uzdik.host.rehearsal;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.host.rehearsal.Doors.Answer;

/** A survey under attack: votes on one candidate are stopped and resumed, a candidate's ballots annulled and reinstated. */
final class Defence {

    private static final String STEP = "defence";
    private static final Text REASON = new Text("Бір желіден шабуыл.", "Атака из одной сети.");

    private final Play play;
    private final Survey survey;

    Defence(Play play, Survey survey) {
        this.play = play;
        this.survey = survey;
    }

    /** Stops votes on the candidate of {@code voter}, who tries all the same, and resumes them. */
    void stopAndResume(Voter voter, SurveyDoor door) {
        play.ledger().expect(STEP, "acts recorded", 2);
        play.ledger().expect(STEP, "vote refused: candidate-frozen", 1);
        var candidate = voter.akim().dossier();
        act(voter.akim(), Map.of("kind", "freeze", "candidate", candidate));
        var refused = door.send(door.ballot(voter, "e".repeat(32), "AAAAAAAA", voter.iin()));
        play.ledger().find(STEP, "vote refused: " + refused.problem());
        act(voter.akim(), Map.of("kind", "unfreeze", "candidate", candidate));
    }

    /** Annuls every ballot on the candidate who has most of {@code accepted}, sees the totals follow, and reinstates them. */
    void annulAndReinstate(Collection<Voter> accepted) {
        var byAkim = accepted.stream().collect(Collectors.groupingBy(Voter::akim, Collectors.counting()));
        var most = byAkim.entrySet().stream()
                .max(Map.Entry.<Nominee, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().dossier()))
                .orElseThrow();
        if (most.getValue() < survey.minimumGroup()) {
            return;
        }
        var akim = most.getKey();
        var ballots = Map.of("scope", akim.oblast(), "candidate", akim.dossier());
        play.ledger().expect(STEP, "acts recorded", 2);
        play.ledger().expect(STEP, "ballots previewed", most.getValue());
        play.ledger().expect(STEP, "ballots annulled", most.getValue());
        play.ledger().expect(STEP, "ballots counted at the end", accepted.size());
        var preview = play.doors()
                .post(path("previews"), chair(akim), Map.of("ballots", ballots))
                .orFail(200);
        play.ledger()
                .find(STEP, "ballots previewed", preview.body().path("ballots").asLong());
        act(akim, Map.of("kind", "annulment", "ballots", ballots));
        play.ledger().find(STEP, "ballots annulled", accepted.size() - counted(akim));
        act(akim, Map.of("kind", "reinstatement", "annulment", next(akim) - 1));
        play.ledger().find(STEP, "ballots counted at the end", counted(akim));
    }

    private void act(Nominee akim, Map<String, Object> what) {
        var answer = play.doors()
                .post(path("acts"), chair(akim), Map.of("number", next(akim), "what", what, "reason", REASON));
        play.ledger().find(STEP, answer.status() == 201 ? "acts recorded" : "refused: " + answer.problem());
    }

    private int next(Nominee akim) {
        return acts(akim).body().path("next").asInt();
    }

    private long counted(Nominee akim) {
        return acts(akim).body().path("counted").asLong();
    }

    private Answer acts(Nominee akim) {
        return play.doors().get(path("acts"), chair(akim)).orFail(200);
    }

    private String chair(Nominee akim) {
        return play.member(akim.oblast(), 0);
    }

    private String path(String end) {
        return "/v1/surveys/" + survey.id() + "/" + end;
    }
}
