package kz.uzdik.contest.dossier;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts in which an archive is sent: each of {@link #BYTES} but the last, which is what remains. What is registered
 * stands for all of them: the SHA-256 of their SHA-256s in their order, as S3's composite checksum is formed.
 *
 * @param hashes SHA-256 of each part, 64 lower-case hexadecimal digits
 */
public record ArchiveParts(List<String> hashes) {

    /** Size of a part: the smallest that S3 takes, since a part that breaks off is sent again whole. */
    public static final int BYTES = 5 * 1024 * 1024;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public ArchiveParts {
        hashes = List.copyOf(hashes);
    }

    /** How many parts an archive of {@code bytes} bytes, 1 or more, has. */
    public static int count(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, (long) BYTES));
    }

    /**
     * Size of one part in bytes.
     *
     * @param bytes of the archive
     * @param number of the part, from 1
     */
    public static long size(long bytes, int number) {
        return Math.min(BYTES, bytes - (number - 1L) * BYTES);
    }

    /** Whether each of the hashes is written as one. */
    public boolean isWellFormed() {
        return hashes.stream().allMatch(hash -> SHA256.matcher(hash).matches());
    }

    /** SHA-256 of the part {@code number}, from 1. */
    public String hash(int number) {
        return hashes.get(number - 1);
    }

    /** What is registered for an archive of these parts, 64 lower-case hexadecimal digits. */
    public String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            hashes.forEach(hash -> digest.update(HexFormat.of().parseHex(hash)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
