package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A film that players open: still pictures of H.264 in an MP4 file (ISO/IEC 14496-12), of an exact length and a few kilobytes. */
public final class SampleVideo {

    private static final int TIMESCALE = 1000;
    private static final int PICTURE_MILLIS = 30_000;
    private static final byte[] MATRIX = matrix();

    private SampleVideo() {}

    /** A film of {@code length}, its colours picked by {@code seed}. */
    public static byte[] mp4(Duration length, long seed) {
        var millis = Math.toIntExact(length.toMillis());
        var pictures = new ArrayList<byte[]>();
        for (var i = 0; i < Math.ceilDiv(millis, PICTURE_MILLIS); i++) {
            var picture = StillPictures.picture(seed, i);
            pictures.add(join(number(picture.length), picture));
        }
        var type = box("ftyp", text("isom"), number(512), text("isom"), text("avc1"), text("mp41"));
        var header = header(millis, pictures, 0);
        var start = type.length + header.length + 8;
        return join(type, header(millis, pictures, start), box("mdat", pictures.toArray(byte[][]::new)));
    }

    private static byte[] header(int millis, List<byte[]> pictures, int start) {
        return box("moov", movieHeader(millis), box("trak", trackHeader(millis), media(millis, pictures, start)));
    }

    private static byte[] movieHeader(int millis) {
        return full(
                "mvhd",
                0,
                number(0, 0, TIMESCALE, millis, 0x00010000),
                shorts(0x0100, 0),
                number(0, 0),
                MATRIX,
                number(0, 0, 0, 0, 0, 0, 2));
    }

    private static byte[] trackHeader(int millis) {
        return full(
                "tkhd",
                3,
                number(0, 0, 1, 0, millis, 0, 0),
                shorts(0, 0, 0, 0),
                MATRIX,
                number(StillPictures.WIDTH << 16, StillPictures.HEIGHT << 16));
    }

    private static byte[] media(int millis, List<byte[]> pictures, int start) {
        return box(
                "mdia",
                full("mdhd", 0, number(0, 0, TIMESCALE, millis), shorts(0x55C4, 0)),
                full("hdlr", 0, number(0), text("vide"), number(0, 0, 0), text("Uzdik\0")),
                box(
                        "minf",
                        full("vmhd", 1, shorts(0, 0, 0, 0)),
                        box("dinf", full("dref", 0, number(1), full("url ", 1))),
                        sampleTable(millis, pictures, start)));
    }

    private static byte[] sampleTable(int millis, List<byte[]> pictures, int start) {
        var sizes = new ByteArrayOutputStream();
        pictures.forEach(picture -> sizes.writeBytes(number(picture.length)));
        var last = millis - PICTURE_MILLIS * (pictures.size() - 1);
        return box(
                "stbl",
                full("stsd", 0, number(1), pictureFormat()),
                full("stts", 0, number(2, pictures.size() - 1, PICTURE_MILLIS, 1, last)),
                full("stsc", 0, number(1, 1, pictures.size(), 1)),
                full("stsz", 0, number(0, pictures.size()), sizes.toByteArray()),
                full("stco", 0, number(1, start)));
    }

    private static byte[] pictureFormat() {
        var sequence = StillPictures.sequenceParameters();
        var picture = StillPictures.pictureParameters();
        var configuration = box(
                "avcC",
                new byte[] {1, sequence[1], sequence[2], sequence[3], (byte) 0xFF, (byte) 0xE1},
                shorts(sequence.length),
                sequence,
                new byte[] {1},
                shorts(picture.length),
                picture);
        return box(
                "avc1",
                shorts(0, 0, 0, 1),
                number(0, 0, 0, 0),
                shorts(StillPictures.WIDTH, StillPictures.HEIGHT),
                number(0x00480000, 0x00480000, 0),
                shorts(1),
                new byte[32],
                shorts(24, 0xFFFF),
                configuration);
    }

    private static byte[] matrix() {
        return number(0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000);
    }

    private static byte[] full(String type, int flags, byte[]... parts) {
        return box(type, number(flags), join(parts));
    }

    private static byte[] box(String type, byte[]... parts) {
        var content = join(parts);
        return join(number(content.length + 8), text(type), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] number(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        for (var value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(2 * values.length);
        for (var value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
