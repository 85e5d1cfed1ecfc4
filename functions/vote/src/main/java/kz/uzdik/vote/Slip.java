package kz.uzdik.vote;

import java.util.Map;

/**
 * What a ballot says, without the person. It is also all that is sent along with a token.
 *
 * @param ballot the ballot's id, made by the client once and kept for every further try
 * @param ticket published with the candidate: shows that they may be voted for
 * @param answers question → answer, 0 for «don't know»
 */
record Slip(String ballot, String candidate, String ticket, Map<String, Integer> answers) {

    /** Hides the choice, so that it is never logged by accident. */
    @Override
    public String toString() {
        return "Slip[…]";
    }
}
