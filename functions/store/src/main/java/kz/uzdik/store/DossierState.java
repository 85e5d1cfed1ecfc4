package kz.uzdik.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import org.jspecify.annotations.Nullable;

/**
 * A dossier with all that happened to it.
 *
 * @param registration its latest version, the one that counts
 * @param versions every version, in order, the latest among them
 * @param uploadedAt when the archive of the latest version was seen in the bucket; null before
 * @param proposal what the check proposes for the latest version; null before the check
 * @param decisions every decision, in order
 */
public record DossierState(
        Registration registration,
        List<Registration> versions,
        @Nullable Instant uploadedAt,
        @Nullable Proposal proposal,
        List<Decision> decisions) {

    public DossierState {
        versions = List.copyOf(versions);
        decisions = List.copyOf(decisions);
    }

    /** How far a dossier has come. */
    public enum Step {
        REGISTERED,
        CHECKED,
        ADMITTED,
        REFUSED
    }

    /** The id of the dossier, which is that of the candidate too. */
    public String dossier() {
        return registration.dossier();
    }

    /** The decision that holds: the last one, unless the dossier was registered anew since. */
    public Optional<Decision> decision() {
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.getLast()).filter(last -> last.registrationVersion() == registration.version());
    }

    /** How far the latest version has come. */
    public Step step() {
        var decision = decision();
        if (decision.isPresent()) {
            return decision.get().admitted() ? Step.ADMITTED : Step.REFUSED;
        }
        return proposal == null ? Step.REGISTERED : Step.CHECKED;
    }
}
