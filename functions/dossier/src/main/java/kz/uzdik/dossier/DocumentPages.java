package kz.uzdik.dossier;

import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;

/** Opens documents far enough to know that they are what their name says, and to count their pages. */
final class DocumentPages {

    private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide[0-9]+\\.xml");

    private DocumentPages() {}

    /**
     * Pages or slides; null where the format has none, or is none of those known. Throws {@link IOException} where
     * {@code content} is not of the format that {@code extension} names.
     */
    static @Nullable Integer count(String extension, byte[] content) throws IOException {
        return switch (extension) {
            case "pdf" -> pdf(content);
            case "pptx" -> slides(content);
            case "xlsx" -> office(content, "xl/workbook.xml");
            case "docx" -> office(content, "word/document.xml");
            case "jpg", "jpeg" -> image(content, 0xFF, 0xD8, 0xFF);
            case "png" -> image(content, 0x89, 'P', 'N', 'G');
            default -> null;
        };
    }

    private static int pdf(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            var pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new IOException("no pages");
            }
            return pages;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // PDFBox goes as deep and unpacks as much as the file asks for; what it asked is free again here.
            throw new IOException("not read as PDF", e);
        }
    }

    private static int slides(byte[] content) throws IOException {
        try (var parts = parts(content, "ppt/presentation.xml")) {
            var slides = new HashSet<String>();
            for (var part : Collections.list(parts.getEntries())) {
                if (SLIDE.matcher(part.getName()).matches()) {
                    slides.add(part.getName());
                }
            }
            return slides.size();
        }
    }

    private static @Nullable Integer office(byte[] content, String mainPart) throws IOException {
        parts(content, mainPart).close();
        return null;
    }

    private static ZipFile parts(byte[] content, String mainPart) throws IOException {
        try {
            var parts = ZipFile.builder()
                    .setSeekableByteChannel(new DirectoryBudget(new SeekableInMemoryByteChannel(content)))
                    .setIgnoreLocalFileHeader(true)
                    .get();
            ZipArchiveEntry main = parts.getEntry(mainPart);
            if (main == null || main.getGeneralPurposeBit().usesEncryption()) {
                parts.close();
                throw new IOException("no " + mainPart);
            }
            return parts;
        } catch (RuntimeException e) {
            throw new IOException("not read as a package of parts", e);
        }
    }

    private static @Nullable Integer image(byte[] content, int... start) throws IOException {
        for (var i = 0; i < start.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != start[i]) {
                throw new IOException("no image of that kind");
            }
        }
        return null;
    }
}
