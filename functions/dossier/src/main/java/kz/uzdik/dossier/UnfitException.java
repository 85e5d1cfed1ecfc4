package kz.uzdik.dossier;

import java.io.IOException;
import java.io.Serial;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;

/** Why an archive, or a file in it, cannot be taken into a dossier. */
final class UnfitException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem.Kind kind;

    UnfitException(Problem.Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    /** What is wrong with it. */
    Problem.Kind kind() {
        return kind;
    }
}
