package kz.uzdik.contest.vote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proof of work by version 1 of the ALTCHA protocol (altcha.org): who wants something done first finds the number that
 * was hashed. Nothing is kept of a challenge; its signature shows that it was given out here. A number is found once
 * and could be shown often: that it counts once is for the caller to see to.
 */
public final class Altcha {

    /** How long a challenge may be solved. */
    public static final Duration VALID = Duration.ofMinutes(20);

    private static final String ALGORITHM = "SHA-256";
    private static final int SALT_BYTES = 12;
    private static final int LARGEST = 9_999_999;

    /** 24 digits, expiry and «&»: with a number of seven digits they fill one block of SHA-256, and so cost one. */
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=(?<expires>[0-9]{1,12})&");

    private final SecretKeySpec key;

    /** Signs with a key of its own that follows from the contest's. */
    public Altcha(KeyedHash hash) {
        key = new SecretKeySpec(hash.hex("altcha").getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /**
     * What is to be solved, field by field as the protocol has it.
     *
     * @param challenge SHA-256 of {@code salt} followed by the number in decimal
     * @param maxnumber the number is at most this; half of it is tried on average
     */
    public record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** A solved challenge, field by field as the protocol has it. */
    public record Solution(String algorithm, String challenge, long number, String salt, String signature) {}

    /** A new challenge; {@code maxnumber} is 1 to 9 999 999. */
    public Challenge challenge(int maxnumber, Instant now, RandomGenerator random) {
        if (maxnumber < 1 || maxnumber > LARGEST) {
            throw new IllegalArgumentException("maxnumber is " + maxnumber);
        }
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        var salt =
                HexFormat.of().formatHex(bytes) + "?expires=" + now.plus(VALID).getEpochSecond() + "&";
        var challenge = hash(salt, random.nextInt(maxnumber + 1));
        return new Challenge(ALGORITHM, challenge, maxnumber, salt, sign(challenge));
    }

    /** Whether {@code solution} is right, given out here and not expired at {@code now}. */
    public boolean accepts(Solution solution, Instant now) {
        var salt = SALT.matcher(solution.salt());
        return solution.algorithm().equals(ALGORITHM)
                && solution.number() >= 0
                && solution.number() <= LARGEST
                && salt.matches()
                && now.getEpochSecond() <= Long.parseLong(salt.group("expires"))
                && solution.challenge().equals(hash(solution.salt(), solution.number()))
                && MessageDigest.isEqual(
                        sign(solution.challenge()).getBytes(StandardCharsets.UTF_8),
                        solution.signature().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String salt, long number) {
        try {
            var digest = MessageDigest.getInstance(ALGORITHM);
            return HexFormat.of().formatHex(digest.digest((salt + number).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private String sign(String challenge) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(challenge.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }
}
