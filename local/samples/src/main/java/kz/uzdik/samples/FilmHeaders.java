package kz.uzdik.samples;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Films of which there is nothing but the header, in the formats that {@link SampleVideo} does not make. */
public final class FilmHeaders {

    private static final int PICTURES_A_SECOND = 25;
    private static final int MICROS_A_PICTURE = 1_000_000 / PICTURES_A_SECOND;

    private FilmHeaders() {}

    /** AVI. */
    public static byte[] avi(Duration length) {
        var pictures = (int) (length.toMillis() * PICTURES_A_SECOND / 1000);
        var main = little(56)
                .putInt(MICROS_A_PICTURE)
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putInt(pictures);
        var stream = little(56).put(text("vids")).put(text("H264")).position(20);
        stream.putInt(1).putInt(PICTURES_A_SECOND).putInt(0).putInt(pictures);
        var header = chunk(
                "LIST",
                text("hdrl"),
                chunk("avih", whole(main)),
                chunk("LIST", text("strl"), chunk("strh", whole(stream)), chunk("strf", new byte[41])));
        return chunk("RIFF", text("AVI "), header, chunk("LIST", text("movi"), new byte[2000]));
    }

    /** WebM, whose segment tells no size, as those of programs that write as they go. */
    public static byte[] webm(Duration length) {
        var info = RawZip.join(
                element(0x2AD7B1, new byte[] {0x0F, 0x42, 0x40}),
                element(0x4D80, text("Uzdik")),
                element(
                        0x4489,
                        ByteBuffer.allocate(8)
                                .putDouble((double) length.toMillis())
                                .array()));
        return RawZip.join(
                element(0x1A45DFA3, element(0x4282, text("webm"))),
                id(0x18538067),
                new byte[] {0x01, -1, -1, -1, -1, -1, -1, -1},
                element(0xEC, new byte[300]),
                element(0x1549A966, info),
                element(0x1F43B675, new byte[2000]));
    }

    private static byte[] element(int id, byte[] content) {
        var size = ByteBuffer.allocate(4).putInt(0x10000000 | content.length).array();
        return RawZip.join(id(id), size, content);
    }

    private static byte[] id(int id) {
        var bytes = ByteBuffer.allocate(4).putInt(id).array();
        var from = Integer.numberOfLeadingZeros(id) / 8;
        return java.util.Arrays.copyOfRange(bytes, from, 4);
    }

    private static byte[] chunk(String type, byte[]... parts) {
        var content = RawZip.join(parts);
        return RawZip.join(text(type), little(4).putInt(content.length).array(), content, new byte[content.length % 2]);
    }

    private static byte[] whole(ByteBuffer buffer) {
        var bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
