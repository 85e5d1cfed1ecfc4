package kz.uzdik.contest.dossier;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a form that is a workbook. It holds the candidate's IIN, and is kept nowhere but in the archive.
 *
 * @param sheet the sheet it was read from, as the file names it; null where the file has no sheet of the form
 * @param since1904 whether the file counts days from 1904, as old programs for Macintosh do
 * @param cells those asked for that are not empty
 */
public record FormRead(@Nullable String sheet, boolean since1904, List<CellRead> cells) {

    /** A workbook without the form's sheet. */
    public static final FormRead NO_SHEET = new FormRead(null, false, List.of());

    public FormRead {
        cells = List.copyOf(cells);
    }

    /** The content of the cell at {@code address}; empty if there is none. */
    public Optional<CellRead> cell(String address) {
        return cells.stream().filter(cell -> cell.cell().equals(address)).findFirst();
    }

    /** Hides what was read, so that an IIN is never logged by accident. */
    @Override
    public String toString() {
        return "FormRead[sheet=" + sheet + ", cells=" + cells.size() + "]";
    }
}
