package kz.uzdik.contest.jury;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a seal shows where the definition anonymises members: a hash in place of the member, and a salt of its own, both made
 * of a secret of 128 random bits that is never published. Who has seal, salt and cover can check the seal, and cannot tell by
 * trying all members whose sheet it is.
 */
final class Cover {

    private static final int SALT_DIGITS = 32;

    private Cover() {}

    /** The salt that is shown: 32 hexadecimal digits of SHA-256 of {@code salt}, a line feed and the secret. */
    static String salt(String secret) {
        return sha256("salt\n" + secret).substring(0, SALT_DIGITS);
    }

    /** What stands for {@code person}: SHA-256 of {@code person}, the secret and the id, joined by line feeds. */
    static String of(String secret, String person) {
        return sha256("person\n" + secret + "\n" + person);
    }

    /** SHA-256 of {@code text} in UTF-8, 64 hexadecimal digits. */
    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
