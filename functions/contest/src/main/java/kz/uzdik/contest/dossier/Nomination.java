package kz.uzdik.contest.dossier;

import java.time.Instant;
import java.util.Locale;

/**
 * A further nominator of an akim whose dossier is registered already: joins that dossier, whose documents stay those of
 * the first (§7). One dossier per akim.
 *
 * @param number 1 or more, in the order in which they joined; the first nominator stands in the registration
 * @param sha256 of the archive that they brought, which is not taken; 64 lower-case hexadecimal digits
 * @param registeredBy subject of the secretary's token
 */
public record Nomination(
        String dossier,
        int number,
        NominatorKind kind,
        String name,
        String email,
        String sha256,
        String registeredBy,
        String secretaryEmail,
        Instant registeredAt) {

    /** Whether it is by the nominator that {@code kind} and {@code name} say. */
    public boolean isBy(NominatorKind kind, String name) {
        return same(this.kind, this.name, kind, name);
    }

    /** Whether two nominators are one: of one kind and of one name, whatever its spaces and capitals. */
    public static boolean same(NominatorKind kind, String name, NominatorKind otherKind, String otherName) {
        return kind == otherKind && folded(name).equals(folded(otherName));
    }

    private static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
