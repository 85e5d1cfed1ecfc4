package kz.uzdik.dossier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF, opened far enough to count its pages and to see whether it runs something. */
final class PdfDocument {

    private static final int START = 1024;
    private static final int MOST_OBJECTS = 50_000;
    private static final int DEEPEST = 16;
    private static final COSName ACTION = COSName.getPDFName("S");
    private static final COSName SCRIPT = COSName.getPDFName("JS");
    private static final COSName SCRIPT_ACTION = COSName.getPDFName("JavaScript");
    private static final COSName LAUNCH_ACTION = COSName.getPDFName("Launch");

    private PdfDocument() {}

    /** How many pages {@code content} has; an {@link UnfitException} where it is no PDF that may be taken. */
    static int pages(byte[] content) throws IOException {
        var start = new String(content, 0, Math.min(START, content.length), StandardCharsets.ISO_8859_1);
        if (!start.contains("%PDF-")) {
            throw new UnfitException(Kind.FALSE_FORMAT);
        }
        try (var document = Loader.loadPDF(content)) {
            var pages = document.getNumberOfPages();
            if (pages < 1) {
                throw new UnfitException(Kind.UNREADABLE_ENTRY);
            }
            if (acts(document.getDocument())) {
                throw new UnfitException(Kind.ACTIVE_CONTENT);
            }
            return pages;
        } catch (InvalidPasswordException e) {
            throw new UnfitException(Kind.ENCRYPTED);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // PDFBox goes as deep and unpacks as much as the file asks for; what it asked is free again here.
            throw new IOException("not read as PDF", e);
        }
    }

    private static boolean acts(COSDocument document) {
        return document.getXrefTable().keySet().stream()
                .limit(MOST_OBJECTS)
                .anyMatch(key -> acts(document.getObjectFromPool(key).getObject(), 0));
    }

    /** References are not followed: what they refer to is looked at for itself. */
    private static boolean acts(COSBase object, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (object instanceof COSArray array) {
            return StreamSupport.stream(array.spliterator(), false).anyMatch(item -> acts(item, depth + 1));
        }
        if (!(object instanceof COSDictionary dictionary)) {
            return false;
        }
        var action = dictionary.getItem(ACTION);
        return SCRIPT_ACTION.equals(action)
                || LAUNCH_ACTION.equals(action)
                || dictionary.containsKey(SCRIPT)
                || dictionary.getValues().stream().anyMatch(value -> acts(value, depth + 1));
    }
}
