package kz.uzdik.contest.definition;

import java.util.List;

/**
 * What a dossier consists of (§9).
 *
 * @param maxArchiveBytes largest archive accepted, in bytes
 */
public record Intake(List<DocumentKind> documents, long maxArchiveBytes) {
    public Intake {
        documents = List.copyOf(documents);
    }
}
