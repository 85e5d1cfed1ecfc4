package kz.uzdik.contest.dossier;

import java.time.Instant;

/**
 * An appeal: from then on the decision it is against no longer holds, and the commission decides anew (§11). It stays
 * beside both decisions.
 *
 * @param decision number of the decision it is against; one decision has one appeal at most
 * @param reason the appellant's own words
 * @param recordedBy subject of the token of who wrote it down
 */
public record Appeal(String dossier, int decision, Appellant by, String reason, String recordedBy, Instant at) {

    /** Whether {@code other} is the same appeal, written down again. */
    public boolean saysTheSameAs(Appeal other) {
        return dossier.equals(other.dossier)
                && decision == other.decision
                && by == other.by
                && reason.equals(other.reason);
    }
}
