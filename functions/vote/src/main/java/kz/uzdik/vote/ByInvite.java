package kz.uzdik.vote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;

/** A one-time token that was handed out for one candidate. */
record ByInvite(Invites invites) implements Identification {

    private static final int MAX_BYTES = 8 * 1024;

    /**
     * A ballot as an invited person sends it.
     *
     * @param token as they typed it
     */
    record InvitedBallot(String ballot, String token, String candidate, String ticket, Map<String, Integer> answers) {

        /** Hides token and choice, so that they are never logged by accident. */
        @Override
        public String toString() {
            return "InvitedBallot[…]";
        }
    }

    @Override
    public Entry read(Survey survey, Request request, Instant now) {
        return read(survey, request.body(InvitedBallot.class, MAX_BYTES));
    }

    /** The same for a body that is read already. */
    Entry read(Survey survey, InvitedBallot body) {
        var person = invites.person(survey.id(), body.candidate(), body.token())
                .orElseThrow(() -> new ProblemException(VoteProblems.inviteInvalid()));
        return new Entry(
                new Slip(body.ballot(), body.candidate(), body.ticket(), body.answers()), person, List.of(), null);
    }
}
