package kz.uzdik.contest.jury;

import kz.uzdik.contest.definition.Text;

/**
 * One thing wrong with the points on a sheet.
 *
 * @param criterion the criterion's id, as sent
 * @param message what is wrong, and the limit
 */
public record SheetFault(String criterion, Kind kind, Text message) {
    /** What can be wrong with one criterion's points. */
    public enum Kind {
        UNKNOWN_CRITERION,
        MISSING,
        NEGATIVE,
        ABOVE_MAXIMUM,
        WRONG_STEP
    }
}
