package kz.uzdik.contest.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * What a voter keeps: it shows that the ballot is in the published list, and never what it says. Whoever has the
 * ballot's id can make it again: the first 50 bits of the SHA-256 of the id's 32 digits, as XXXXX-XXXXX.
 */
public final class Receipt {

    private static final int LENGTH = 10;

    private Receipt() {}

    /** The receipt that a person who typed {@code typed} means, as {@link #of} writes it; empty if it can be none. */
    public static Optional<String> read(String typed) {
        var letters = CodeAlphabet.normalise(typed);
        return letters.length() == LENGTH && CodeAlphabet.holds(letters)
                ? Optional.of(letters.substring(0, LENGTH / 2) + '-' + letters.substring(LENGTH / 2))
                : Optional.empty();
    }

    /** The receipt of the ballot {@code ballotId}. */
    public static String of(String ballotId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(ballotId.getBytes(StandardCharsets.UTF_8));
            return CodeAlphabet.write(digest, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
