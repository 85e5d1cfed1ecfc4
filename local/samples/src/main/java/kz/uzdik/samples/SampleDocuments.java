package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.dhatim.fastexcel.Workbook;

/** Documents of a made-up dossier: PDF with an embedded font that has the Kazakh letters, and XLSX. */
final class SampleDocuments {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle LANDSCAPE = new PDRectangle(842, 595);
    private static final float MARGIN = 60;
    private static final float SIZE = 13;
    private static final LocalDateTime CREATED = LocalDateTime.of(2027, 1, 15, 9, 0);

    private final TrueTypeFont font;
    private final long seed;

    /** Reads the font once for all documents of a dossier. */
    SampleDocuments(long seed) {
        this.seed = seed;
        try (var in = PDDocument.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException(FONT + " is part of PDFBox");
            }
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF with a page for each list of lines. */
    byte[] pdf(boolean landscape, List<List<String>> pages) {
        try (var document = new PDDocument()) {
            document.setDocumentId(seed);
            var type = PDType0Font.load(document, font, true);
            for (var lines : pages) {
                var page = new PDPage(PDRectangle.A4);
                if (landscape) {
                    page.setMediaBox(LANDSCAPE);
                }
                document.addPage(page);
                write(document, page, type, lines);
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDPage page, PDType0Font type, List<String> lines)
            throws IOException {
        try (var content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(type, SIZE);
            content.setLeading(SIZE * 1.6f);
            content.newLineAtOffset(MARGIN, page.getMediaBox().getHeight() - MARGIN);
            for (var line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    /** A workbook with one sheet. */
    byte[] xlsx(String sheet, List<List<Object>> rows) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Uzdik", "1.0")) {
            var worksheet = workbook.newWorksheet(sheet);
            for (var row = 0; row < rows.size(); row++) {
                for (var column = 0; column < rows.get(row).size(); column++) {
                    if (rows.get(row).get(column) instanceof Number number) {
                        worksheet.value(row, column, number);
                    } else {
                        worksheet.value(row, column, rows.get(row).get(column).toString());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return timeless(out.toByteArray());
    }

    /** The workbook without the time at which it was made. */
    private static byte[] timeless(byte[] workbook) {
        var out = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var to = new ZipOutputStream(out)) {
            for (var entry : Collections.list(from.getEntries())) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(CREATED);
                to.putNextEntry(copy);
                var content = from.getInputStream(entry).readAllBytes();
                to.write(
                        entry.getName().equals("docProps/core.xml")
                                ? new String(content, StandardCharsets.UTF_8)
                                        .replaceFirst("(?<=W3CDTF\">)[^<]+", CREATED + ":00Z")
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
