package kz.uzdik.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The agency's decision that a stage's rating holds. Everything published follows from it and from what it names, so
 * that it can be made again at any time.
 *
 * @param number 1 for a stage's first, one more for each correction
 * @param by subject of the token of who announced
 * @param proposedBy subject of the token of who asked first, where the definition wants a second person; else null
 * @param corrects why the announcement before does not hold; null for the first
 * @param definitionVersion version of the definition that it was rated by
 * @param inputsSha256 of the facts that were rated
 * @param rating name in {@link Content} of the rating
 * @param snapshot name in {@link Content} of all that the evidence needs, as it stood at the announcement
 */
public record Announcement(
        String stage,
        int number,
        Instant announcedAt,
        String by,
        @Nullable String proposedBy,
        @Nullable Correction corrects,
        int definitionVersion,
        String inputsSha256,
        String rating,
        String snapshot) {

    /** What files that follow from it are called after the stage: the first keeps the plain name. */
    public String fileName() {
        return number == 1 ? stage : stage + "-" + number;
    }
}
