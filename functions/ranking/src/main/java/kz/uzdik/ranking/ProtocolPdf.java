package kz.uzdik.ranking;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Objects;

/**
 * The protocol as PDF, made of its HTML: tagged (PDF/UA), with its fonts in it. Date and identifier come from the
 * announcement, so the same protocol gives the same bytes.
 */
public final class ProtocolPdf {

    private static final String FAMILY = "PT Serif";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final float VERSION = 1.7f;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private ProtocolPdf() {}

    /** The PDF of {@code html}, which is well-formed XML too; its date is {@code announcedAt}. */
    public static byte[] of(String html, Instant announcedAt) {
        var builder = new PdfRendererBuilder();
        builder.usePdfVersion(VERSION);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Uzdik");
        font(builder, "PTSerif-Regular.ttf", REGULAR);
        font(builder, "PTSerif-Bold.ttf", BOLD);
        builder.withHtmlContent(html, null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (var document = renderer.getPdfDocument()) {
                document.getDocumentInformation()
                        .setCreationDate(GregorianCalendar.from(announcedAt.atZone(ZoneOffset.UTC)));
                document.setDocumentId(announcedAt.toEpochMilli());
                var out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void font(PdfRendererBuilder builder, String file, int weight) {
        builder.useFont(
                () -> Objects.requireNonNull(ProtocolPdf.class.getResourceAsStream("fonts/" + file), file),
                FAMILY,
                weight,
                FontStyle.NORMAL,
                true);
    }
}
