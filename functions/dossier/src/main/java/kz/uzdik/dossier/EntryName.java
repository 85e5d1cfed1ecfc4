package kz.uzdik.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
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
    /** Names that Windows takes for a device whatever follows the dot, and streams behind a colon. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\\$|CONOUT\\$) *(?:\\..*)?|.*:.*",
            Pattern.CASE_INSENSITIVE);

    private static final int SHOWN = 160;

    /** Names are UTF-8 where they say so or can be; else they come from Windows, which writes code page 866. */
    static EntryName of(ZipArchiveEntry entry) {
        var raw = entry.getRawName();
        return new EntryName((raw == null ? entry.getName() : told(entry, raw)).replace('\\', '/'));
    }

    /** A name in an extra field holds as long as the one in the record is still that which it was made for. */
    private static String told(ZipArchiveEntry entry, byte[] raw) {
        if (entry.getExtraField(UnicodePathExtraField.UPATH_ID) instanceof UnicodePathExtraField field) {
            var crc = new CRC32();
            crc.update(raw);
            if (crc.getValue() == (field.getNameCRC32() & 0xFFFFFFFFL)) {
                return new String(field.getUnicodeName(), StandardCharsets.UTF_8);
            }
        }
        return decode(raw);
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

    /** Why a file of this name cannot be unpacked safely, or is not what its name looks like; empty if it can. */
    Optional<Problem.Kind> fault() {
        if (path.chars().anyMatch(EntryName::isHidden)) {
            return Optional.of(Problem.Kind.HIDDEN_CHARACTERS);
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            return Optional.of(Problem.Kind.ABSOLUTE_NAME);
        }
        var parts = Arrays.asList(path.split("/", -1));
        if (path.isBlank() || parts.contains("..")) {
            return Optional.of(Problem.Kind.UNSAFE_NAME);
        }
        return parts.stream().anyMatch(part -> DEVICE.matcher(part).matches())
                ? Optional.of(Problem.Kind.DEVICE_NAME)
                : Optional.empty();
    }

    /** Control characters, and those that turn the direction of writing or are written from the right. */
    private static boolean isHidden(int character) {
        return switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                    Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                    Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                    Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
            default -> Character.isISOControl(character) || character == '\u200E';
        };
    }

    /** What no two files of an archive may share: programs take names apart from case and form of letters. */
    String folded() {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
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
