package kz.uzdik.json.pack;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first thing to read in a pack: what it is of, and the hash of every other file in it.
 *
 * @param format {@link #FORMAT}
 * @param contest id of the definition
 * @param number 1 for the stage's first announcement, one more for each correction
 * @param corrects the announcement before; null for the first
 * @param files sorted by name, the manifest itself not among them
 */
public record Manifest(
        String format,
        String contest,
        int definitionVersion,
        String stage,
        int number,
        Instant announcedAt,
        @Nullable PackCorrection corrects,
        List<FileHash> files) {
    /** The only format there is so far. */
    public static final String FORMAT = "uzdik-evidence/1";

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * One file of the pack.
     *
     * @param bytes its size
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record FileHash(String name, long bytes, String sha256) {}
}
