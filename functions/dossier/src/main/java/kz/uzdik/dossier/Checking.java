package kz.uzdik.dossier;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.store.OutgoingMail;

/** Looks through the archive of a registered version and keeps what that proposes, once (§10). */
final class Checking {

    private static final int MOST_LINES = 25;

    private final Desk desk;
    private final Archives archives;
    private final ArchiveCheck check;

    Checking(Desk desk, Archives archives, ArchiveCheck check) {
        this.desk = desk;
        this.archives = archives;
        this.check = check;
    }

    /** What became of an event. */
    enum Outcome {
        /** The archive was looked through, and its proposal kept. */
        CHECKED,
        /** The version has its proposal already. */
        KNOWN,
        /** A newer version was registered since; its archive counts. */
        SUPERSEDED,
        /** No registration knows the archive. */
        UNREGISTERED,
        /** Another object than an archive, of another bucket, or gone. */
        NO_ARCHIVE
    }

    /** Checks the archive at {@code key}. */
    Outcome check(ArchiveKey key) {
        var state = desk.store().of(key.dossier());
        if (state.isEmpty() || state.get().versions().stream().noneMatch(version -> isOf(version, key))) {
            return Outcome.UNREGISTERED;
        }
        if (!isOf(state.get().registration(), key)) {
            return Outcome.SUPERSEDED;
        }
        if (state.get().proposal() != null) {
            return Outcome.KNOWN;
        }
        return check(state.get().registration());
    }

    private static boolean isOf(Registration registration, ArchiveKey key) {
        return registration.version() == key.version() && registration.sha256().equals(key.sha256());
    }

    private Outcome check(Registration registration) {
        var seen = desk.clock().instant();
        if (archives.size(ArchiveKey.of(registration)).isEmpty()) {
            return Outcome.NO_ARCHIVE;
        }
        // Before the check: one that fails does not make an archive that lies there one that never came.
        desk.store().uploaded(registration.dossier(), registration.version(), seen);
        var outcome = check.of(registration, Map.of());
        if (outcome.isEmpty()) {
            return Outcome.NO_ARCHIVE;
        }
        var proposal = outcome.get().proposal();
        return desk.store().propose(proposal, List.of(mail(registration, proposal))) ? Outcome.CHECKED : Outcome.KNOWN;
    }

    private static OutgoingMail mail(Registration registration, Proposal proposal) {
        return Desk.mail(
                "dossier-checked",
                registration.dossier() + "-" + registration.version(),
                "secretary",
                registration.secretaryEmail(),
                Map.of(
                        "dossier", registration.dossier(),
                        "candidateName", registration.candidateName(),
                        "findingsKk", findings(proposal, Text::kk),
                        "findingsRu", findings(proposal, Text::ru)));
    }

    /** What is not met; if all is met, all of it. */
    private static String findings(Proposal proposal, Function<Text, String> language) {
        return proposal.findings().stream()
                .filter(finding -> !finding.met() || proposal.admit())
                .limit(MOST_LINES)
                .map(finding -> line(finding, language))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Finding finding, Function<Text, String> language) {
        return "– " + finding.clause() + " " + language.apply(finding.message());
    }
}
