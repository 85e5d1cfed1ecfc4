package kz.uzdik.contest.vote;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes what must lie in a table for a while and be read by one function alone: AES-256-GCM under a key of its own,
 * derived from the contest's. All that is short comes out equally long, so that its length tells nothing.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** What a mail is filled up to: with what stands beside it, an item of below 2 KB. */
    private static final int MAIL = 1664;

    private final SecretKeySpec key;
    private final int block;
    private final RandomGenerator random;

    /** A seal for what is as long as a mail; as {@link #Seal(KeyedHash, String, int, RandomGenerator)}. */
    public Seal(KeyedHash hash, String purpose, RandomGenerator random) {
        this(hash, purpose, MAIL, random);
    }

    /**
     * Makes the seal for one use.
     *
     * @param purpose what for; another purpose has another key
     * @param block bytes that every text is filled up to, or to a multiple of
     * @param random gives each text a nonce of its own; must be a secure source outside tests
     */
    public Seal(KeyedHash hash, String purpose, int block, RandomGenerator random) {
        this.key = new SecretKeySpec(hash.bytes("seal", purpose), "AES");
        this.block = block;
        this.random = random;
    }

    /** {@code text}, which must not end in spaces, closed so that it can be opened only as what {@code about} names. */
    public byte[] close(byte[] text, String about) {
        var filled = Arrays.copyOf(text, Math.ceilDiv(Math.max(1, text.length), block) * block);
        Arrays.fill(filled, text.length, filled.length, (byte) ' ');
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var closed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(filled);
            var sealed = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, sealed, NONCE, closed.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /**
     * The text that {@link #close} was given. Throws {@link IllegalArgumentException} where {@code sealed} was closed
     * under another key or about something else, or was changed.
     */
    public byte[] open(byte[] sealed, String about) {
        if (sealed.length < NONCE) {
            throw new IllegalArgumentException("too short to be sealed");
        }
        try {
            var filled = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), about)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
            int length = filled.length;
            while (length > 0 && filled[length - 1] == ' ') {
                length--;
            }
            return Arrays.copyOf(filled, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed with this key, or not about this", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
