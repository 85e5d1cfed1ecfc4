package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/**
 * Pictures of 64 × 48 as H.264 of the baseline profile, each by itself and uncompressed (macroblocks of the kind
 * {@code I_PCM}, ITU-T H.264 §7.3.5): the least that every player shows.
 */
final class StillPictures {

    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    private static final int BLOCK = 16;
    private static final int I_PCM = 25;

    private StillPictures() {}

    /** The sequence parameter set, with its header byte. */
    static byte[] sequenceParameters() {
        return unit(
                0x67,
                new BitWriter()
                        .bits(66, 8)
                        .bits(0xC0, 8)
                        .bits(10, 8)
                        .unsigned(0)
                        .unsigned(0)
                        .unsigned(2)
                        .unsigned(0)
                        .bits(0, 1)
                        .unsigned(WIDTH / BLOCK - 1)
                        .unsigned(HEIGHT / BLOCK - 1)
                        .bits(1, 1)
                        .bits(1, 1)
                        .bits(0, 2)
                        .stopped());
    }

    /** The picture parameter set, with its header byte. */
    static byte[] pictureParameters() {
        return unit(
                0x68,
                new BitWriter()
                        .unsigned(0)
                        .unsigned(0)
                        .bits(0, 2)
                        .unsigned(0)
                        .unsigned(0)
                        .unsigned(0)
                        .bits(0, 3)
                        .zero()
                        .zero()
                        .zero()
                        .bits(0, 3)
                        .stopped());
    }

    /** Picture {@code number} of a film: a colour that {@code seed} picks, getting lighter from picture to picture. */
    static byte[] picture(long seed, int number) {
        var random = new Random(seed);
        var blue = (byte) (64 + random.nextInt(128));
        var red = (byte) (64 + random.nextInt(128));
        var slice = new BitWriter()
                .unsigned(0)
                .unsigned(7)
                .unsigned(0)
                .bits(0, 4)
                .unsigned(number % 2)
                .bits(0, 2)
                .zero();
        for (var block = 0; block < WIDTH / BLOCK * (HEIGHT / BLOCK); block++) {
            slice.unsigned(I_PCM).align().bytes(samples((byte) (48 + (number * 13 + block * 7) % 160), blue, red));
        }
        return unit(0x65, slice.stopped());
    }

    private static byte[] samples(byte luma, byte blue, byte red) {
        var samples = new byte[BLOCK * BLOCK * 3 / 2];
        Arrays.fill(samples, 0, 256, luma);
        Arrays.fill(samples, 256, 320, blue);
        Arrays.fill(samples, 320, 384, red);
        return samples;
    }

    /** A NAL unit: its header, and its payload with a 3 put wherever two zeros precede a byte of at most 3 (§7.4.1). */
    private static byte[] unit(int header, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.write(header);
        var zeros = 0;
        for (var b : payload) {
            if (zeros == 2 && (b & 0xFF) <= 3) {
                out.write(3);
                zeros = 0;
            }
            out.write(b);
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return out.toByteArray();
    }
}
