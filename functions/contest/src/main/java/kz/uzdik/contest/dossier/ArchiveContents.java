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
     * @param form what was read of it if it is a workbook of an item with a form; null otherwise
     */
    public record FileFound(
            String name,
            @Nullable String document,
            long bytes,
            @Nullable Double seconds,
            @Nullable Integer pages,
            @Nullable FormRead form) {

        /** This without what was read of its cells, as it is kept. */
        public FileFound withoutForm() {
            return new FileFound(name, document, bytes, seconds, pages, null);
        }
    }

    /**
     * Something wrong with the archive.
     *
     * @param entry name of the entry, made printable; null for the whole archive
     */
    public record Problem(Kind kind, @Nullable String entry) {

        /** What can be wrong with an archive. */
        public enum Kind {
            /** No archive of that format. */
            NOT_A_ZIP,
            /** Its end is missing. */
            TRUNCATED,
            /** Its directory contradicts itself or the file it is in. */
            FALSE_DIRECTORY,
            /** It has more than one directory: which files it holds depends on who looks. */
            TWO_DIRECTORIES,
            /** Before, between or behind its files lies something else. */
            FOREIGN_DATA,
            /** Files in it share their bytes. */
            OVERLAPPING_ENTRIES,
            /** More files than a dossier can need. */
            TOO_MANY_ENTRIES,
            /** More bytes than a dossier can need, once unpacked. */
            TOO_LARGE_UNPACKED,
            /** Asks for a password. */
            ENCRYPTED,
            /** Bytes or checksum are not those that the directory says. */
            DAMAGED,
            /** Does not open. */
            UNREADABLE_ENTRY,
            /** Another format than its name says. */
            FALSE_FORMAT,
            /** A name that leads out of the folder. */
            UNSAFE_NAME,
            /** A name that starts at a root or a drive. */
            ABSOLUTE_NAME,
            /** A name that Windows takes for a device or a stream. */
            DEVICE_NAME,
            /** A name with control characters or such that turn the direction of writing. */
            HIDDEN_CHARACTERS,
            /** A name that another file has already. */
            DUPLICATE_NAME,
            /** A link or another special file. */
            LINK,
            /** An archive within the archive. */
            NESTED_ARCHIVE,
            /** A document with macros. */
            MACROS,
            /** A document with a script. */
            ACTIVE_CONTENT,
            /** A program. */
            PROGRAM;

            /** Whether it is a danger to who unpacks or opens it, rather than an obstacle to reading it. */
            public boolean isDanger() {
                return compareTo(UNSAFE_NAME) >= 0;
            }
        }
    }
}
