package kz.uzdik.dossier;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The length of a film in MP4 or QuickTime (ISO/IEC 14496-12), read from its header alone, within bounds. */
final class IsoFilm {

    private static final Set<String> OUTERMOST = Set.of(
            "ftyp", "moov", "mdat", "free", "skip", "wide", "pnot", "moof", "mfra", "sidx", "styp", "uuid", "udta");
    private static final int MOST_BOXES = 10_000;
    private static final int MOST_HEADER_BYTES = 32 * 1024 * 1024;
    private static final long UNKNOWN = 0xFFFFFFFFL;

    private IsoFilm() {}

    /** Whether a file whose first box is {@code type} may be such a film. */
    static boolean begins(String type) {
        return OUTERMOST.contains(type);
    }

    /**
     * Seconds that the film in {@code in} lasts, the longest where its headers differ. Throws {@link IOException} where
     * it is no film or does not tell. {@code in} should skip without reading where it can: the header may come last.
     */
    static double seconds(InputStream in) throws IOException {
        try {
            var movie = movie(new DataInputStream(in));
            var films = named(movie, "trak").stream()
                    .flatMap(track -> named(track, "mdia").stream())
                    .filter(IsoFilm::isFilm)
                    .toList();
            var seconds = DoubleStream.concat(
                            lengths(movie, "mvhd"), films.stream().flatMapToDouble(film -> lengths(film, "mdhd")))
                    .max()
                    .orElse(0);
            seconds = Math.max(seconds, fragments(movie));
            if (films.isEmpty() || seconds <= 0) {
                throw new IOException("no film that tells its length");
            }
            return seconds;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("header is broken", e);
        }
    }

    /** The content of the box {@code moov}. */
    private static ByteBuffer movie(DataInputStream in) throws IOException {
        for (var i = 0; i < MOST_BOXES; i++) {
            var length = in.readInt() & 0xFFFFFFFFL;
            var type = type(in.readInt());
            var content = length == 1 ? in.readLong() - 16 : length - 8;
            if (!OUTERMOST.contains(type) || content < 0) {
                throw new IOException("no film");
            }
            if (type.equals("moov")) {
                return ByteBuffer.wrap(exactly(in, content));
            }
            in.skipNBytes(content);
        }
        throw new IOException("no header");
    }

    private static byte[] exactly(InputStream in, long length) throws IOException {
        if (length > MOST_HEADER_BYTES) {
            throw new IOException("header of " + length + " bytes");
        }
        var bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static boolean isFilm(ByteBuffer media) {
        return named(media, "hdlr").stream()
                .anyMatch(handler -> type(handler.getInt(8)).equals("vide"));
    }

    private static DoubleStream lengths(ByteBuffer content, String header) {
        return named(content, header).stream().mapToDouble(IsoFilm::length);
    }

    /** Seconds that {@code mvhd} or {@code mdhd} tells; 0 where it leaves them open. */
    private static double length(ByteBuffer header) {
        var units = header.get(0) == 1 ? header.getLong(24) : unsigned(header, 16);
        var scale = scale(header);
        return scale == 0 || units < 0 || units == UNKNOWN ? 0 : (double) units / scale;
    }

    /** Units in a second, by {@code mvhd} or {@code mdhd}. */
    private static long scale(ByteBuffer header) {
        return unsigned(header, header.get(0) == 1 ? 20 : 12);
    }

    /** Seconds that a film in fragments tells in {@code mehd}; 0 for any other. */
    private static double fragments(ByteBuffer movie) {
        var scale =
                named(movie, "mvhd").stream().mapToLong(IsoFilm::scale).max().orElse(0);
        return scale == 0
                ? 0
                : named(movie, "mvex").stream()
                        .flatMap(extension -> named(extension, "mehd").stream())
                        .mapToDouble(header -> header.get(0) == 1 ? header.getLong(4) : unsigned(header, 4))
                        .map(units -> units / scale)
                        .max()
                        .orElse(0);
    }

    private static List<ByteBuffer> named(ByteBuffer content, String wanted) {
        var found = new ArrayList<ByteBuffer>();
        var at = 0;
        for (var i = 0; i < MOST_BOXES && content.limit() - at >= 8; i++) {
            var length = unsigned(content, at);
            if (length < 8 || length > content.limit() - at) {
                throw new IndexOutOfBoundsException("a box is larger than what holds it");
            }
            if (type(content.getInt(at + 4)).equals(wanted)) {
                found.add(content.slice(at + 8, (int) length - 8));
            }
            at += (int) length;
        }
        return found;
    }

    private static long unsigned(ByteBuffer content, int at) {
        return content.getInt(at) & 0xFFFFFFFFL;
    }

    private static String type(int code) {
        return new String(ByteBuffer.allocate(4).putInt(code).array(), StandardCharsets.ISO_8859_1);
    }
}
