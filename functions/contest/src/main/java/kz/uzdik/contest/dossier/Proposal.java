package kz.uzdik.contest.dossier;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the automatic check proposes to the commission; it decides nothing.
 *
 * @param definitionVersion the definition's version it was judged by
 * @param sha256 of the archive that was checked, as registered
 * @param files what the archive holds, at most {@link #MOST_FILES}; those that are an item of the dossier first;
 *     without what was read of forms
 * @param statement number of the last {@link Statement} that it was made under; null where there was none
 */
public record Proposal(
        String dossier,
        int version,
        int definitionVersion,
        String sha256,
        boolean admit,
        List<Finding> findings,
        List<ArchiveContents.FileFound> files,
        @Nullable Integer statement) {

    /** So many files are listed at most, so that an archive of any number leaves a record of bounded size. */
    public static final int MOST_FILES = 100;

    public Proposal {
        files = files.stream()
                .sorted(Comparator.comparing(file -> file.document() == null))
                .limit(MOST_FILES)
                .map(ArchiveContents.FileFound::withoutForm)
                .toList();
        findings = List.copyOf(findings);
    }

    /** This, made under the statements up to {@code number}. */
    public Proposal under(int number) {
        return new Proposal(dossier, version, definitionVersion, sha256, admit, findings, files, number);
    }
}
