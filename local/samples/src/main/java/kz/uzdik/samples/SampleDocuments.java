package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Documents of a made-up dossier: PDF with an embedded font that has the Kazakh letters. */
final class SampleDocuments {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final PDRectangle LANDSCAPE = new PDRectangle(842, 595);
    private static final float MARGIN = 60;
    private static final float SIZE = 13;

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
}
