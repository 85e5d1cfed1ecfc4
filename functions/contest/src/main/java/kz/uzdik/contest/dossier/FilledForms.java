package kz.uzdik.contest.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.definition.DocumentForm;
import kz.uzdik.contest.definition.DocumentForm.Fact;

/** The forms of a dossier that are workbooks, cell by cell. Scans say nothing; what is registered stands for them. */
final class FilledForms {

    private FilledForms() {}

    /** A workbook that is to hold a form. */
    record Form(String file, DocumentForm form, FormRead read) {

        /** The cells that the form has, in its order, each with what was read of it. */
        List<Filled> cells() {
            return form.cells().stream().map(cell -> new Filled(this, cell)).toList();
        }
    }

    /** A cell of a form. */
    record Filled(Form form, DocumentForm.Cell cell) {

        /** What is in it; empty if nothing is. */
        Optional<CellRead> read() {
            return form.read
                    .cell(cell.cell())
                    .filter(read -> read.kind() == CellRead.Kind.UNCOMPUTED
                            || !read.content().isBlank());
        }

        /** The day in it; empty where there is none. */
        Optional<LocalDate> day() {
            return read().flatMap(read -> read.day(form.read.since1904()));
        }

        /** A finding of {@code rule} on this cell that says where it is, and how to mend it. */
        Finding wrong(Rule rule, String kk, String ru) {
            var sheet = form.read.sheet();
            return rule.about(
                    form.file,
                    false,
                    "«%s», «%s» парағы, %s ұяшығы (%s): %s Түзетіп, мұрағатты қайта тіркеңіз."
                            .formatted(
                                    form.file, sheet, cell.cell(), cell.label().kk(), kk),
                    "«%s», лист «%s», ячейка %s (%s): %s Исправьте и зарегистрируйте архив заново."
                            .formatted(
                                    form.file, sheet, cell.cell(), cell.label().ru(), ru));
        }
    }

    /** The workbooks in the archive that are an item with a form; none where the archive cannot be read. */
    static List<Form> of(Rule.Case dossier) {
        var forms = new ArrayList<Form>();
        if (dossier.contents().problems().stream().anyMatch(problem -> problem.entry() == null)) {
            return forms;
        }
        for (var document : dossier.definition().intake().documents()) {
            for (var file : dossier.contents().files()) {
                var form = document.form();
                var read = file.form();
                if (form != null && read != null && document.id().equals(file.document())) {
                    forms.add(new Form(file.name(), form, read));
                }
            }
        }
        return forms;
    }

    /** The filled cells that hold {@code fact}, of all forms. */
    static List<Filled> holding(Rule.Case dossier, Fact fact) {
        return of(dossier).stream()
                .flatMap(form -> form.cells().stream())
                .filter(filled -> filled.cell().holds() == fact && filled.read().isPresent())
                .toList();
    }
}
