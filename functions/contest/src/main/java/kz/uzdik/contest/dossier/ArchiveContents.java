package kz.uzdik.contest.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reading an archive brought to light, before any rule is applied.
 *
 * @param problems reasons why the archive, or a part of it, cannot be read as a dossier
 */
public record ArchiveContents(List<FileFound> files, List<Problem> problems) {
    public ArchiveContents {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * A file in the archive.
     *
     * @param document id of the item it was recognised as; null if of none
     * @param seconds duration if it is a video that opens; null otherwise
     * @param pages pages or slides if it is a document that opens; null otherwise
     */
    public record FileFound(
            String name,
            @Nullable String document,
            long bytes,
            @Nullable Double seconds,
            @Nullable Integer pages) {}

    /**
     * Something wrong with the archive.
     *
     * @param entry name of the entry, made printable; null for the whole archive
     */
    public record Problem(Kind kind, @Nullable String entry) {

        /** What can be wrong with an archive. */
        public enum Kind {
            NOT_A_ZIP,
            TRUNCATED,
            ENCRYPTED,
            UNSAFE_NAME,
            TOO_LARGE_UNPACKED,
            UNREADABLE_ENTRY
        }
    }
}
