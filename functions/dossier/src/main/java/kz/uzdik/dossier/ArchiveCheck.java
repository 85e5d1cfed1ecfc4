package kz.uzdik.dossier;

import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.Eligibility;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;

/** The check of a version's archive (§10): the same registration, bytes and statements give the same findings. */
final class ArchiveCheck {

    private final ContestDefinition definition;
    private final Archives archives;
    private final KeyedHash hash;

    ArchiveCheck(ContestDefinition definition, Archives archives, KeyedHash hash) {
        this.definition = definition;
        this.archives = archives;
        this.hash = hash;
    }

    /**
     * What was found.
     *
     * @param contents what the archive holds
     * @param proposal what follows from it
     */
    record Outcome(ArchiveContents contents, Proposal proposal) {}

    /**
     * Checks the archive of {@code registration}; empty while, or since, there is none.
     *
     * @param said which file is which item, by those who know: path → the item's id, or nothing for none of them
     */
    Optional<Outcome> of(Registration registration, Map<String, String> said) {
        var key = ArchiveKey.of(registration);
        return archives.size(key).map(bytes -> {
            try (var archive = archives.open(key, bytes)) {
                var contents = new ArchiveReader(definition.intake()).read(archive, said);
                return new Outcome(contents, Eligibility.check(definition, registration, contents, hash));
            }
        });
    }
}
