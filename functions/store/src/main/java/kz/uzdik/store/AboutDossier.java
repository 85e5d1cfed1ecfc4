package kz.uzdik.store;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the id of a mail about a dossier says.
 *
 * @param dossier for example {@code d-100000000}
 * @param kind of the mail
 * @param recipient {@code candidate}, {@code nominator}, that with the number of one who joined, or {@code secretary}
 */
public record AboutDossier(String dossier, String kind, String recipient) {

    private static final Pattern ID = Pattern.compile("([^/]+)/(?:[^/]+/)*?(d-[0-9]{9})(?:-[^/]*)?(?:/.*)?");

    /** Reads {@code mail}, a mail's id; empty where the mail is about no dossier. */
    public static Optional<AboutDossier> of(String mail) {
        var id = ID.matcher(mail);
        return id.matches()
                ? Optional.of(new AboutDossier(id.group(2), id.group(1), recipient(id.group(1), mail)))
                : Optional.empty();
    }

    // A reminder's id ends with its deadline or its dossier: it is for the secretary alone.
    private static String recipient(String kind, String mail) {
        return kind.endsWith("-reminder") ? "secretary" : mail.substring(mail.lastIndexOf('/') + 1);
    }
}
