package kz.uzdik.dossier;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where in a sheet the reading is: rows and cells may leave their place out, and follow the one before then. */
final class CellPlace {

    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");
    private static final int LETTERS = 26;

    private int row;
    private int column;

    /** A row begins; {@code told} is its number, if it says one. */
    void row(@Nullable String told) {
        row = told != null && ROW.matcher(told).matches() ? Integer.parseInt(told) : row + 1;
        column = 0;
    }

    /** The address of the next cell; {@code told} is what it says itself. */
    String cell(@Nullable String told) {
        var address = CELL.matcher(told == null ? "" : told);
        if (address.matches()) {
            column = address.group(1).chars().reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1);
            return address.group();
        }
        column++;
        return letters(column) + row;
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (var rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
