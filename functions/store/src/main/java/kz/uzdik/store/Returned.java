package kz.uzdik.store;

import java.time.Instant;

/**
 * A mail about a dossier that came back, or was not sent since one to its address had.
 *
 * @param mail the mail's id
 * @param recipient whom it was for, as {@link AboutDossier} has it
 * @param kind of the mail
 * @param reason in the mail service's own word, for example {@code NoEmail}
 * @param at when it was told, to the millisecond
 */
public record Returned(
        String dossier, String mail, String recipient, String kind, What what, String reason, Instant at) {

    /** What became of it. */
    public enum What {
        /** No such address, or it takes no mail: it gets none again. */
        BOUNCED,
        /** Its reader calls it unwanted: the address gets none again. */
        COMPLAINT,
        /** Not taken for now, and given up: a full mailbox. The next mail is sent. */
        NOT_NOW,
        /** Never sent: an earlier one to the same address had bounced or been complained of. */
        NOT_SENT;

        /** Whether the address is to get no mail from now on. */
        public boolean closesAddress() {
            return this == BOUNCED || this == COMPLAINT;
        }
    }
}
