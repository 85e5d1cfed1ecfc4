package kz.uzdik.dossier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The length of a film in AVI (Microsoft's RIFF, with OpenDML), read from its header list alone, within bounds. */
final class AviFilm {

    private static final int RIFF_LENGTH = 12;
    private static final int MOST_HEADER_BYTES = 1024 * 1024;
    private static final int MOST_CHUNKS = 1000;
    private static final int DEEPEST = 4;
    private static final double MICROS = 1_000_000;

    private double seconds;
    private double pictureSeconds;
    private int chunks;

    private AviFilm() {}

    /** Seconds that the film in {@code in} lasts, the longest where its headers differ. */
    static double seconds(InputStream in) throws IOException {
        in.skipNBytes(RIFF_LENGTH);
        var list = exactly(in, 12);
        var length = (list.getInt(4) & 0xFFFFFFFFL) - 4;
        if (!type(list, 0).equals("LIST")
                || !type(list, 8).equals("hdrl")
                || length < 0
                || length > MOST_HEADER_BYTES) {
            throw new IOException("no header list");
        }
        var film = new AviFilm();
        film.read(exactly(in, (int) length), 0);
        if (!(film.seconds > 0) || Double.isInfinite(film.seconds)) {
            throw new IOException("no film that tells its length");
        }
        return film.seconds;
    }

    private void read(ByteBuffer list, int depth) throws IOException {
        var at = 0;
        while (list.limit() - at >= 8) {
            var length = list.getInt(at + 4) & 0xFFFFFFFFL;
            if (length > list.limit() - at - 8 || ++chunks > MOST_CHUNKS || depth > DEEPEST) {
                throw new IOException("header is broken");
            }
            var content = list.slice(at + 8, (int) length).order(ByteOrder.LITTLE_ENDIAN);
            take(type(list, at), content, depth);
            at += 8 + (int) (length + length % 2);
        }
    }

    private void take(String type, ByteBuffer content, int depth) throws IOException {
        if (type.equals("LIST") && content.limit() >= 4) {
            read(content.slice(4, content.limit() - 4).order(ByteOrder.LITTLE_ENDIAN), depth + 1);
        } else if (type.equals("avih") && content.limit() >= 20) {
            pictureSeconds = unsigned(content, 0) / MICROS;
            longest(unsigned(content, 16) * pictureSeconds);
        } else if (type.equals("strh")
                && content.limit() >= 36
                && type(content, 0).equals("vids")) {
            longest(unsigned(content, 32) * (double) unsigned(content, 20) / unsigned(content, 24));
        } else if (type.equals("dmlh") && content.limit() >= 4) {
            longest(unsigned(content, 0) * pictureSeconds);
        }
    }

    private void longest(double told) {
        seconds = Math.max(seconds, Double.isNaN(told) ? 0 : told);
    }

    private static ByteBuffer exactly(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String type(ByteBuffer bytes, int at) {
        var type = new byte[4];
        bytes.get(at, type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xFFFFFFFFL;
    }
}
