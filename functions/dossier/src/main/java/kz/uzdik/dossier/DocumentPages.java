package kz.uzdik.dossier;

import java.io.IOException;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** Opens documents far enough to know that they are what their name says, and to count their pages. */
final class DocumentPages {

    private DocumentPages() {}

    /**
     * Pages or slides; null where the format has none, or is none of those known. Throws {@link IOException} where
     * {@code content} is not of the format that {@code extension} names, {@link UnfitException} where more is known.
     */
    static @Nullable Integer count(String extension, byte[] content) throws IOException {
        return switch (extension) {
            case "pdf" -> PdfDocument.pages(content);
            case "pptx" -> {
                try (var document = OfficePackage.open(content, "ppt/presentation.xml")) {
                    yield document.slides();
                }
            }
            case "docx" -> {
                try (var document = OfficePackage.open(content, "word/document.xml")) {
                    yield document.pages();
                }
            }
            case "jpg", "jpeg" -> image(content, 0xFF, 0xD8, 0xFF);
            case "png" -> image(content, 0x89, 'P', 'N', 'G');
            default -> null;
        };
    }

    private static @Nullable Integer image(byte[] content, int... start) throws IOException {
        for (var i = 0; i < start.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != start[i]) {
                throw new UnfitException(Kind.FALSE_FORMAT);
            }
        }
        return null;
    }
}
