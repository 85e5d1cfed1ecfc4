package kz.uzdik.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The agency's decision that a stage's rating holds. Everything published follows from it and from what it names, so
 * that it can be made again at any time.
 *
 * @param by subject of the token of who announced
 * @param proposedBy subject of the token of who asked first, where the definition wants a second person; else null
 * @param definitionVersion version of the definition that it was rated by
 * @param inputsSha256 of the facts that were rated
 * @param rating name in {@link Content} of the rating
 * @param snapshot name in {@link Content} of all that the evidence needs, as it stood at the announcement
 */
public record Announcement(
        String stage,
        Instant announcedAt,
        String by,
        @Nullable String proposedBy,
        int definitionVersion,
        String inputsSha256,
        String rating,
        String snapshot) {}
