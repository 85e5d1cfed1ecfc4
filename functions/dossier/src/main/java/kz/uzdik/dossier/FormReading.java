package kz.uzdik.dossier;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.DocumentForm;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.dossier.FormRead;
import org.jspecify.annotations.Nullable;

/** Tells by its sheets which of the edition's forms a workbook is, and reads its cells. */
final class FormReading {

    /** A filled form has a few KB; larger workbooks are no forms. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private final List<DocumentKind> documents;

    FormReading(List<DocumentKind> documents) {
        this.documents =
                documents.stream().filter(document -> document.form() != null).toList();
    }

    /**
     * What a workbook is.
     *
     * @param document the item; null if none is known
     * @param form what was read; null where the item has no form
     */
    record Told(@Nullable DocumentKind document, @Nullable FormRead form) {}

    /**
     * Reads {@code content}, a workbook.
     *
     * @param item what it was taken for by its name, or by whom knows; null where by nobody
     * @param certain whether no sheet may say otherwise
     */
    Told read(byte[] content, @Nullable DocumentKind item, boolean certain) throws IOException {
        try (var workbook = OfficePackage.open(content, "xl/workbook.xml")) {
            var sheet = new FormSheet(workbook);
            var document = certain ? item : bySheet(sheet, item);
            var form = document == null ? null : document.form();
            return new Told(document, form == null ? null : sheet.read(form.sheet(), addresses(form)));
        }
    }

    private @Nullable DocumentKind bySheet(FormSheet sheet, @Nullable DocumentKind otherwise) {
        for (var document : documents) {
            var form = document.form();
            if (form != null && sheet.has(form.sheet())) {
                return document;
            }
        }
        return otherwise;
    }

    private static java.util.Set<String> addresses(DocumentForm form) {
        return form.cells().stream().map(DocumentForm.Cell::cell).collect(Collectors.toSet());
    }
}
