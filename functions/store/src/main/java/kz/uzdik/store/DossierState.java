package kz.uzdik.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.uzdik.contest.dossier.Appeal;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.dossier.Statement;
import org.jspecify.annotations.Nullable;

/**
 * A dossier with all that happened to it.
 *
 * @param registration its latest version, the one that counts
 * @param versions every version, in order, the latest among them
 * @param uploadedAt when the archive of the latest version was seen in the bucket; null before
 * @param proposal what the check last proposed for the latest version; null before the check
 * @param decisions every decision, in order
 * @param appeals every appeal, in the order of the decisions they are against
 * @param nominations those who joined the first nominator, in order
 * @param statements which file is which item, in the order in which it was said, on every version
 */
public record DossierState(
        Registration registration,
        List<Registration> versions,
        @Nullable Instant uploadedAt,
        @Nullable Proposal proposal,
        List<Decision> decisions,
        List<Appeal> appeals,
        List<Nomination> nominations,
        List<Statement> statements) {

    public DossierState {
        versions = List.copyOf(versions);
        decisions = List.copyOf(decisions);
        appeals = List.copyOf(appeals);
        nominations = List.copyOf(nominations);
        statements = List.copyOf(statements);
    }

    /** How far a dossier has come. */
    public enum Step {
        REGISTERED,
        CHECKED,
        ADMITTED,
        REFUSED,
        APPEALED
    }

    /** The id of the dossier, which is that of the candidate too. */
    public String dossier() {
        return registration.dossier();
    }

    /** The decision that holds: the last one, unless it is appealed against or the dossier was registered anew since. */
    public Optional<Decision> decision() {
        return lastDecision().filter(last -> openAppeal().isEmpty());
    }

    /** The last decision on the latest version, whether it holds or is appealed against. */
    public Optional<Decision> lastDecision() {
        return decisions.isEmpty()
                ? Optional.empty()
                : Optional.of(decisions.getLast()).filter(last -> last.registrationVersion() == registration.version());
    }

    /** The appeal that the commission has not decided on yet. */
    public Optional<Appeal> openAppeal() {
        return lastDecision().flatMap(last -> appealOf(last.number()));
    }

    /** The appeal against the decision of that {@code number}. */
    public Optional<Appeal> appealOf(int number) {
        return appeals.stream().filter(appeal -> appeal.decision() == number).findFirst();
    }

    /** The names of those who nominated the akim, the first and who joined, but for the akim themselves (§7). */
    public List<String> nominatingBodies() {
        return Stream.concat(
                        Stream.of(registration)
                                .filter(first -> first.nominatorKind() != NominatorKind.SELF)
                                .map(Registration::nominatorName),
                        nominations.stream()
                                .filter(joined -> joined.kind() != NominatorKind.SELF)
                                .map(Nomination::name))
                .toList();
    }

    /** How far the latest version has come. */
    public Step step() {
        var decision = decision();
        if (decision.isPresent()) {
            return decision.get().admitted() ? Step.ADMITTED : Step.REFUSED;
        }
        if (openAppeal().isPresent()) {
            return Step.APPEALED;
        }
        return proposal == null ? Step.REGISTERED : Step.CHECKED;
    }
}
