package kz.uzdik.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** A document of Word, Excel or PowerPoint: an archive of parts (ECMA-376-2), as hostile as any other archive. */
final class OfficePackage implements AutoCloseable {

    private static final int MOST_PARTS = 10_000;
    private static final int MOST_PART_BYTES = 32 * 1024 * 1024;
    private static final long MOST_UNPACKED = 512L * 1024 * 1024;
    private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String PROTECTED = "EncryptedPackage";
    private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide[0-9]+\\.xml");
    private static final Pattern MACROS =
            Pattern.compile(".*vbaproject\\.bin|.*/activex/.*|.*/macrosheets/.*", Pattern.DOTALL);
    private static final Pattern PAGES = Pattern.compile("<(?:\\w+:)?Pages>\\s*([0-9]{1,6})\\s*<");
    private static final Pattern BREAK = Pattern.compile("<w:br\\b[^>]*w:type=\"page\"");
    private static final Pattern RENDERED_BREAK = Pattern.compile("<w:lastRenderedPageBreak\\b");

    private final ZipFile zip;
    private final List<ZipArchiveEntry> parts;
    private final String main;

    private OfficePackage(ZipFile zip, String main) throws IOException {
        this.zip = zip;
        this.parts = Collections.list(zip.getEntries());
        this.main = main;
        check();
    }

    /** Opens {@code content}, whose part {@code main} tells the kind; an {@link UnfitException} where it is not so. */
    static OfficePackage open(byte[] content, String main) throws IOException {
        requirePackage(content);
        var fault = ZipRecords.fault(new SeekableInMemoryByteChannel(content), MOST_PARTS);
        if (fault.isPresent()) {
            throw new UnfitException(fault.get() == Kind.TRUNCATED ? Kind.UNREADABLE_ENTRY : fault.get());
        }
        var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setIgnoreLocalFileHeader(true)
                .get();
        try {
            return new OfficePackage(zip, main);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Documents with a password, and those of Office 97, are compound files instead. */
    private static void requirePackage(byte[] content) throws UnfitException {
        if (startsWith(content, COMPOUND_FILE)) {
            var name = new String(PROTECTED.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
            throw new UnfitException(
                    new String(content, StandardCharsets.ISO_8859_1).contains(name)
                            ? Kind.ENCRYPTED
                            : Kind.FALSE_FORMAT);
        }
        if (!startsWith(content, new byte[] {'P', 'K'})) {
            throw new UnfitException(Kind.FALSE_FORMAT);
        }
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length
                && java.util.Arrays.equals(content, 0, start.length, start, 0, start.length);
    }

    private void check() throws IOException {
        var unpacked = 0L;
        for (var part : parts) {
            unpacked += part.getSize();
            if (unpacked > MOST_UNPACKED) {
                throw new UnfitException(Kind.TOO_LARGE_UNPACKED);
            }
            if (part.getGeneralPurposeBit().usesEncryption()) {
                throw new UnfitException(Kind.ENCRYPTED);
            }
            if (MACROS.matcher(part.getName().toLowerCase(Locale.ROOT)).matches()) {
                throw new UnfitException(Kind.MACROS);
            }
        }
        var part = zip.getEntry(main);
        if (part == null) {
            throw new UnfitException(Kind.FALSE_FORMAT);
        }
        text(part);
    }

    /** How many slides there are, each of which can be read; at least one. */
    int slides() throws IOException {
        var names = new java.util.HashSet<String>();
        for (var part : parts) {
            if (SLIDE.matcher(part.getName()).matches()) {
                text(part);
                names.add(part.getName());
            }
        }
        if (names.isEmpty()) {
            throw new UnfitException(Kind.UNREADABLE_ENTRY);
        }
        return names.size();
    }

    /** Pages as the program that wrote it counted them, or more by the breaks in it; null where neither tells. */
    @Nullable
    Integer pages() throws IOException {
        var body = text(zip.getEntry(main));
        var breaks = Math.max(count(BREAK, body), count(RENDERED_BREAK, body));
        var properties = zip.getEntry("docProps/app.xml");
        var told = PAGES.matcher(properties == null ? "" : text(properties));
        if (told.find()) {
            return Math.max(Integer.parseInt(told.group(1)), breaks + 1);
        }
        return breaks == 0 ? null : breaks + 1;
    }

    private static int count(Pattern pattern, String text) {
        return Math.toIntExact(pattern.matcher(text).results().count());
    }

    /**
     * The part {@code name} as XML of at most {@code most} bytes; null where there is none. An {@link UnfitException}
     * where it is larger.
     */
    byte @Nullable [] xml(String name, int most) throws IOException {
        var part = zip.getEntry(name);
        if (part != null && part.getSize() > most) {
            throw new UnfitException(Kind.TOO_LARGE_UNPACKED);
        }
        return part == null ? null : EntryContent.of(zip, part);
    }

    /** A part of XML; such parts have no document type, by which they could grow without bound (ECMA-376-2 §8.1.4). */
    private String text(ZipArchiveEntry part) throws IOException {
        if (part.getSize() > MOST_PART_BYTES) {
            throw new UnfitException(Kind.TOO_LARGE_UNPACKED);
        }
        var text = new String(EntryContent.of(zip, part), StandardCharsets.UTF_8);
        if (text.contains("<!DOCTYPE")) {
            throw new UnfitException(Kind.ACTIVE_CONTENT);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
