package kz.uzdik.contest.definition;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form of the dossier that is offered as a workbook and read back by cell (§9).
 *
 * @param sheet name of the sheet that it stands on, in either language; by it the form is told from others
 * @param asOf the day that its figures are of; null where it holds none
 * @param cells one for each fact, labels stand to their left
 */
public record DocumentForm(Text sheet, @Nullable LocalDate asOf, List<Cell> cells) {
    public DocumentForm {
        cells = List.copyOf(cells);
    }

    /**
     * A cell to be filled in.
     *
     * @param cell for example {@code B7}
     * @param label what stands beside it
     * @param holds what it holds
     * @param required whether it may not be left empty
     */
    public record Cell(String cell, Text label, Fact holds, boolean required) {}

    /** What a cell of a form can hold. */
    public enum Fact {
        /** Words. */
        TEXT,
        /** A number, 0 or more. */
        NUMBER,
        /** A day. */
        DATE,
        /** The day that the figures are of. */
        AS_OF,
        /** The candidate's IIN. */
        IIN,
        /** The candidate's name. */
        CANDIDATE_NAME,
        /** KATO code of the candidate's rural district. */
        OKRUG,
        /** Which kind of nominator proposes the candidate, in words. */
        NOMINATOR_KIND,
        /** The nominator's name. */
        NOMINATOR_NAME,
        /** First day of a term in the post of akim. */
        IN_POST_SINCE
    }
}
