package kz.uzdik.contest.anomaly;

import kz.uzdik.contest.definition.Text;

/**
 * Something conspicuous in the figures: a reason to look closer, not a proof. People decide what follows.
 *
 * @param rule the rule that speaks
 * @param okrug code of the okrug; empty where the whole survey is meant
 * @param what the hour, the network's tag, the domain or the answers concerned; empty where the rule names none
 * @param ballots how many ballots it concerns; of a mail domain, how many codes
 * @param of out of how many
 * @param limit how many of them would still pass
 * @param sentence the same in words
 */
public record Anomaly(Rule rule, String okrug, String what, long ballots, long of, long limit, Text sentence) {

    /** The rules, in the order in which they are applied. */
    public enum Rule {
        /** Many ballots within one hour. */
        BURST,
        /** Voting that keeps office hours. */
        OFFICE_HOURS,
        /** Many ballots from one network. */
        NETWORK,
        /** The same answers in many ballots. */
        SAME_ANSWERS,
        /** More ballots than residents. */
        TURNOUT,
        /** Many codes asked for to addresses of one mail domain. */
        MAIL_DOMAIN
    }
}
