package kz.uzdik.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The name of a file in an archive, as its maker meant it.
 *
 * @param path with {@code /} between folders
 */
record EntryName(String path) {

    private static final Charset WINDOWS = Charset.forName("IBM866");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final int SHOWN = 160;

    /** Names are UTF-8 where they say so or can be; else they come from Windows, which writes code page 866. */
    static EntryName of(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        var named = entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD || raw == null;
        return new EntryName((named ? entry.getName() : decode(raw)).replace('\\', '/'));
    }

    private static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, WINDOWS);
        }
    }

    /** Whether the name stays within the folder that the archive is unpacked to. */
    boolean isSafe() {
        return !path.isBlank()
                && !path.startsWith("/")
                && path.indexOf('\0') < 0
                && !DRIVE.matcher(path).matches()
                && Arrays.stream(path.split("/", -1)).noneMatch(".."::equals);
    }

    /** Whether it is what file managers leave behind, and no part of the dossier. */
    boolean isLeftover() {
        var file = fileName();
        return path.startsWith("__MACOSX/")
                || file.startsWith("._")
                || file.equals(".DS_Store")
                || file.equalsIgnoreCase("Thumbs.db")
                || file.equalsIgnoreCase("desktop.ini");
    }

    boolean isFolder() {
        return path.endsWith("/");
    }

    /** The last part of the path. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Lower case, without dot; empty if there is none. */
    String extension() {
        var file = fileName();
        var dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Fit to be shown: no control or direction marks, not long. */
    String shown() {
        var printable = UNPRINTABLE.matcher(path).replaceAll("\uFFFD");
        return printable.length() <= SHOWN
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, printable.codePointCount(0, SHOWN))) + "…";
    }
}
