package kz.uzdik.files;

import java.util.Optional;
import java.util.regex.Pattern;
import kz.uzdik.contest.dossier.Registration;

/**
 * Where the archive of one version of a dossier lies: {@code dossiers/<oblast>/<dossier>/<version>-<sha256>.zip}. The
 * content is part of the key, so that a second upload of the same key can only be the same bytes.
 *
 * @param dossier id, {@code d-<okrug's KATO>}
 * @param version 1 or more
 * @param sha256 of the archive's parts, as registered, 64 lower-case hexadecimal digits
 */
public record ArchiveKey(String dossier, int version, String sha256) {

    private static final Pattern PATH =
            Pattern.compile("dossiers/([0-9]{2})/(d-([0-9]{2})[0-9]{7})/([1-9][0-9]{0,5})-([0-9a-f]{64})\\.zip");

    /** Where the archive of {@code registration} lies. */
    public static ArchiveKey of(Registration registration) {
        return new ArchiveKey(registration.dossier(), registration.version(), registration.sha256());
    }

    /** The object's key. */
    public String path() {
        return "dossiers/" + dossier.substring(2, 4) + "/" + dossier + "/" + version + "-" + sha256 + ".zip";
    }

    /** Reads a key made by {@link #path}; empty for any other object of the bucket. */
    public static Optional<ArchiveKey> parse(String path) {
        var matcher = PATH.matcher(path);
        if (!matcher.matches() || !matcher.group(1).equals(matcher.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new ArchiveKey(matcher.group(2), Integer.parseInt(matcher.group(4)), matcher.group(5)));
    }
}
