package kz.uzdik.contest.dossier;

import java.time.Instant;

/**
 * Somebody retrieves a file of a dossier: kept before a byte of it is given, and without any of its content.
 *
 * @param id made by the client, 32 lower-case hexadecimal digits: the same one again is the same retrieval
 * @param version of the dossier whose archive holds the file
 * @param file its name in the archive, as findings show it
 * @param from position of its first byte in the archive
 * @param packedBytes how many bytes it takes there
 * @param by subject of the token of who retrieves it
 * @param byName their name, as the token has it
 */
public record Retrieval(
        String dossier,
        String id,
        int version,
        String file,
        long from,
        long packedBytes,
        String by,
        String byName,
        Instant at) {

    /** Whether {@code other} is the same retrieval, asked for again. */
    public boolean isSameAs(Retrieval other) {
        return dossier.equals(other.dossier)
                && id.equals(other.id)
                && version == other.version
                && file.equals(other.file)
                && by.equals(other.by);
    }
}
