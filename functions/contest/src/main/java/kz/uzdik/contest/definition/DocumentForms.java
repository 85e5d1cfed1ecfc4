package kz.uzdik.contest.definition;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The dossier's forms can be made as workbooks, and each told from the others. */
final class DocumentForms {

    /** Excel's own limits: so long, and without the characters that formulas and paths use. */
    private static final Pattern SHEET = Pattern.compile("[^\\[\\]:*?/\\\\']{1,31}");
    /** A label stands to the left, a heading above. */
    private static final Pattern CELL = Pattern.compile("[B-Z](?:[5-9]|[1-9][0-9]{1,2})");

    private static final int MOST_CELLS = 60;

    private DocumentForms() {}

    static void check(ContestDefinition definition, Faults faults) {
        var documents = definition.intake().documents();
        var sheets = new HashSet<String>();
        for (int i = 0; i < documents.size(); i++) {
            var form = documents.get(i).form();
            if (form != null) {
                var at = "/intake/documents/" + i + "/form";
                faults.unless(
                        documents.get(i).extensions().contains("xlsx"),
                        "/intake/documents/" + i + "/extensions",
                        "must hold \"xlsx\", the form's");
                sheet(form.sheet().kk(), sheets, at + "/sheet/kk", faults);
                sheet(form.sheet().ru(), sheets, at + "/sheet/ru", faults);
                cells(form, at + "/cells", faults);
                asOf(form, definition.calendar(), at + "/asOf", faults);
            }
        }
    }

    private static void sheet(String name, Set<String> sheets, String at, Faults faults) {
        faults.wording(name, at);
        faults.unless(
                SHEET.matcher(name).matches(), at, "must be a sheet's name: at most 31 characters, none of []:*?/\\'");
        faults.unless(sheets.add(name.toLowerCase(Locale.ROOT)), at, "is the name of two sheets: \"" + name + "\"");
    }

    private static void cells(DocumentForm form, String at, Faults faults) {
        faults.notEmpty(form.cells(), at);
        faults.unless(form.cells().size() <= MOST_CELLS, at, "must be at most " + MOST_CELLS);
        faults.unique(form.cells(), at, "/cell", DocumentForm.Cell::cell);
        for (int i = 0; i < form.cells().size(); i++) {
            var cell = form.cells().get(i);
            faults.unless(
                    CELL.matcher(cell.cell()).matches(), at + "/" + i + "/cell", "must be a cell from B5 to Z999");
            faults.text(cell.label(), at + "/" + i + "/label");
        }
    }

    private static void asOf(DocumentForm form, Calendar calendar, String at, Faults faults) {
        boolean asked = form.cells().stream().anyMatch(cell -> cell.holds() == DocumentForm.Fact.AS_OF);
        var day = form.asOf();
        faults.unless(asked == (day != null), at, "must be there exactly where a cell holds AS_OF");
        faults.unless(
                day == null || !day.isAfter(calendar.intake().opens().toLocalDate()), at, "is after the intake opens");
    }
}
