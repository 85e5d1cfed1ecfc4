package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;

/** Writes bits, highest first, and H.264's Exp-Golomb codes (ITU-T H.264 §9.1). */
final class BitWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int current;
    private int filled;

    BitWriter bits(int value, int count) {
        for (var bit = count - 1; bit >= 0; bit--) {
            current = (current << 1) | ((value >>> bit) & 1);
            if (++filled == 8) {
                out.write(current);
                current = 0;
                filled = 0;
            }
        }
        return this;
    }

    /** {@code ue(v)}. */
    BitWriter unsigned(int value) {
        var length = 32 - Integer.numberOfLeadingZeros(value + 1);
        return bits(0, length - 1).bits(value + 1, length);
    }

    /** {@code se(0)}, the only signed value needed. */
    BitWriter zero() {
        return unsigned(0);
    }

    /** Zero bits up to the next whole byte. */
    BitWriter align() {
        return filled == 0 ? this : bits(0, 8 - filled);
    }

    /** Whole bytes; only after {@link #align}. */
    BitWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A stop bit, zeros to the next whole byte, and all that was written. */
    byte[] stopped() {
        bits(1, 1).align();
        return out.toByteArray();
    }
}
