package kz.uzdik.vote;

import java.util.Map;

/**
 * A ballot as a resident sends it.
 *
 * @param ballot the ballot's id, made by the client once and kept for every further try
 * @param code as the resident typed it
 * @param ticket published with the candidate: shows that they may be voted for
 * @param answers question → answer, 0 for «don't know»
 */
record BallotRequest(
        String ballot,
        String iin,
        String contact,
        String code,
        String candidate,
        String ticket,
        Map<String, Integer> answers) {

    /** What it says, without the person. */
    Slip slip() {
        return new Slip(ballot, candidate, ticket, answers);
    }

    /** Hides the person and the choice, so that they are never logged by accident. */
    @Override
    public String toString() {
        return "BallotRequest[…]";
    }
}
