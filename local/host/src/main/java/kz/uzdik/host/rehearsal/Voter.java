package kz.uzdik.host.rehearsal;

import java.util.Map;

/**
 * A resident of the script, who votes for the akim of their own okrug.
 *
 * @param contact e-mail address; a family shares one
 * @param ballot id of the ballot, 32 hexadecimal digits
 */
record Voter(String iin, String contact, Nominee akim, String ballot, Map<String, Integer> answers, Manner manner) {

    /** How a resident goes about it. */
    enum Manner {
        /** Sends once, gets the receipt. */
        PLAIN,
        /** Sends two different ballots at the same instant from two connections: one counts. */
        TWICE_AT_ONCE,
        /** The connection breaks after sending; sends the same ballot again. */
        BROKEN_CONNECTION,
        /** Sends the same ballot again days later: the same receipt. */
        AGAIN_LATER,
        /** Mistypes the code first. */
        WRONG_CODE_FIRST,
        /** Mistypes the IIN first. */
        WRONG_IIN_FIRST,
        /** One person too many for the contact. */
        CONTACT_USED_UP
    }
}
