package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.host.InvitesCommand;
import kz.uzdik.host.rehearsal.Doors.Answer;

/** Who was handed an invite answers over HTTP (§14(1)); some try to answer twice, one makes a token up. */
final class Inviting {

    /** How many are invited to tell of each akim, but of one. */
    static final int INVITED = 12;

    private static final String MADE_UP = "2222222222222222";

    private final Play play;
    private final Survey survey;
    private final SurveyDoor door;

    private Inviting(Play play, Survey survey, SurveyDoor door) {
        this.play = play;
        this.survey = survey;
        this.door = door;
    }

    /**
     * Those who are invited to tell of {@code akims}: {@link #INVITED} of each, and of one too few for their answers to
     * be shown. Instead of an IIN each has one of the {@code tokens} that are handed out for a candidate.
     */
    static List<Voter> invited(
            Script script, Survey survey, List<Nominee> akims, Function<String, List<String>> tokens) {
        var random = new SplittableRandom(script.seed() ^ 0x6574686963L);
        var few = script.withoutTwin(akims);
        var invited = new ArrayList<Voter>();
        for (var akim : akims) {
            int count = akim.equals(few) ? Math.max(1, survey.minimumGroup() - 2) : INVITED;
            var handedOut = tokens.apply(akim.dossier());
            for (int i = 0; i < count; i++) {
                var manner = i == 1 ? Voter.Manner.TWICE_AT_ONCE : Voter.Manner.PLAIN;
                invited.add(new Voter(
                        handedOut.get(i), "", akim, Script.ballotId(random), script.answers(survey, akim, i), manner));
            }
        }
        return invited;
    }

    /** The tokens that {@code ./uzdik invites} prints for a candidate of {@code survey}. */
    static Function<String, List<String>> tokens(World world, Survey survey) {
        return candidate -> InvitesCommand.tokens(world.environment(), survey.id(), candidate, INVITED);
    }

    /** Has {@code invited} answer {@code survey} in its first hours. */
    static void run(Play play, Survey survey, List<Voter> invited) {
        play.moveTo(survey.window().opens().plusHours(1));
        new Inviting(play, survey, SurveyDoor.open(play.doors(), survey)).run(invited);
    }

    private void run(List<Voter> invited) {
        long twice = invited.stream().filter(Inviting::triesTwice).count();
        play.ledger().expect(survey.id(), "accepted", invited.size());
        play.ledger().expect(survey.id(), "refused: already-voted", twice);
        play.ledger().expect(survey.id(), "refused: invite-invalid", 1);
        play.progress().begin(survey.id(), invited.size());
        play.each(invited, person -> {
            note(send(person, person.ballot(), person.iin()));
            if (triesTwice(person)) {
                note(send(person, person.ballot().substring(1) + "0", person.iin()));
            }
        });
        note(send(invited.getFirst(), "e".repeat(32), MADE_UP));
        play.world().awaitIdle();
    }

    private static boolean triesTwice(Voter person) {
        return person.manner() == Voter.Manner.TWICE_AT_ONCE;
    }

    private Answer send(Voter person, String ballot, String token) {
        var body = new HashMap<>(door.slip(person, ballot));
        body.put("token", token);
        return door.send(body);
    }

    private void note(Answer answer) {
        play.ledger().find(survey.id(), answer.status() == 201 ? "accepted" : "refused: " + answer.problem());
    }
}
