package kz.uzdik.contest.vote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under the contest's key. An IIN has so few values that a plain hash of it can be reversed by trying
 * all; without the key this one cannot. Each use has a purpose of its own, so that no two can be compared.
 */
public final class KeyedHash {

    private final Mac keyed;

    /** Takes a key of at least 32 bytes; throws {@link IllegalArgumentException} for a shorter one. */
    public KeyedHash(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("the key has " + key.length + " bytes, fewer than 32");
        }
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /** 32 bytes that depend on {@code purpose} and {@code parts}; no two lists of parts run together. */
    public byte[] bytes(String purpose, String... parts) {
        try {
            // A copy spares looking the algorithm up and hashing the key anew: a ballot takes nine of these.
            var mac = (Mac) keyed.clone();
            update(mac, purpose);
            for (var part : parts) {
                update(mac, part);
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own HmacSHA256 can be copied", e);
        }
    }

    /** {@link #bytes} as 64 lower-case hexadecimal digits. */
    public String hex(String purpose, String... parts) {
        return HexFormat.of().formatHex(bytes(purpose, parts));
    }

    /**
     * The proof that {@code candidate} may be voted for in {@code survey}: published with the list of candidates and
     * sent along with each ballot, so that taking a vote reads no table.
     */
    public String ticket(String survey, String candidate) {
        return hex("ticket", survey, candidate).substring(0, 16);
    }

    private static void update(Mac mac, String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }
}
