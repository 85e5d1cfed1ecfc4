package kz.uzdik.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;

/**
 * The length of a film, by its own header, whatever its name says: MP4 and QuickTime, AVI, WebM and Matroska. The usual
 * libraries reserve as much memory as a header claims and go as deep as it nests; these readings are bounded.
 */
final class FilmLength {

    private static final int START = 12;
    private static final int EBML = 0x1A45DFA3;

    private FilmLength() {}

    /**
     * Seconds that the film in {@code in} lasts, the longest where its headers differ. Throws {@link IOException} where
     * it does not tell, {@link UnfitException} where it is no film. {@code in} should skip without reading where it
     * can: the header may come last.
     */
    static double seconds(InputStream in) throws IOException {
        var start = in.readNBytes(START);
        if (start.length < START) {
            throw new UnfitException(Kind.FALSE_FORMAT);
        }
        var film = new PushbackInputStream(in, START);
        film.unread(start);
        if (text(start, 0).equals("RIFF") && text(start, 8).equals("AVI ")) {
            return AviFilm.seconds(film);
        }
        if (ByteBuffer.wrap(start).getInt() == EBML) {
            return WebFilm.seconds(film);
        }
        if (!IsoFilm.begins(text(start, 4))) {
            throw new UnfitException(Kind.FALSE_FORMAT);
        }
        return IsoFilm.seconds(film);
    }

    private static String text(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }
}
