package kz.uzdik.dossier;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The length of a film in WebM or Matroska (RFC 9559), read from its {@code Info} alone, within bounds. */
final class WebFilm {

    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549A966L;
    private static final long SCALE = 0x2AD7B1L;
    private static final long DURATION = 0x4489L;
    private static final double USUAL_SCALE = 1_000_000;
    private static final double NANOS = 1_000_000_000;
    private static final int MOST_ELEMENTS = 10_000;
    private static final int MOST_INFO_BYTES = 1024 * 1024;
    private static final long UNKNOWN = -1;

    private final DataInputStream in;
    private long read;

    private WebFilm(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Seconds that the film in {@code in} lasts. Throws {@link IOException} where it does not tell, as those that a
     * browser recorded and did not finish.
     */
    static double seconds(InputStream in) throws IOException {
        var film = new WebFilm(in);
        film.in.skipNBytes(4);
        film.in.skipNBytes(film.known());
        for (var i = 0; i < MOST_ELEMENTS; i++) {
            var id = film.number(false);
            if (id == SEGMENT) {
                film.number(true);
            } else if (id == INFO) {
                return film.duration();
            } else {
                film.in.skipNBytes(film.known());
            }
        }
        throw new IOException("no length among the first elements");
    }

    private double duration() throws IOException {
        var length = known();
        if (length > MOST_INFO_BYTES) {
            throw new IOException("header of " + length + " bytes");
        }
        var scale = USUAL_SCALE;
        var units = 0.0;
        var end = read + length;
        while (read < end) {
            var id = number(false);
            var size = known();
            if (size > end - read) {
                throw new IOException("an element is larger than what holds it");
            }
            var content = in.readNBytes((int) size);
            read += size;
            if (id == SCALE && size >= 1 && size <= 8) {
                scale = unsigned(content);
            } else if (id == DURATION && (size == 4 || size == 8)) {
                units = size == 4
                        ? ByteBuffer.wrap(content).getFloat()
                        : ByteBuffer.wrap(content).getDouble();
            }
        }
        var seconds = units * scale / NANOS;
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IOException("no film that tells its length");
        }
        return seconds;
    }

    private static double unsigned(byte[] bytes) {
        var value = 0.0;
        for (var b : bytes) {
            value = value * 256 + (b & 0xFF);
        }
        return value;
    }

    private long known() throws IOException {
        var length = number(true);
        if (length == UNKNOWN) {
            throw new IOException("an element of unknown length before the header");
        }
        return length;
    }

    /** A number of one to eight bytes, whose leading zeros tell how many (RFC 8794 §4); an id keeps its marker. */
    private long number(boolean withoutMarker) throws IOException {
        var first = in.readUnsignedByte();
        var more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7) {
            throw new IOException("no number");
        }
        var marker = 0x80 >> more;
        var value = (long) (withoutMarker ? first & ~marker : first);
        var open = (first & (marker - 1)) == marker - 1;
        for (var i = 0; i < more; i++) {
            var next = in.readUnsignedByte();
            open &= next == 0xFF;
            value = value << 8 | next;
        }
        read += 1 + more;
        return withoutMarker && open ? UNKNOWN : value;
    }
}
