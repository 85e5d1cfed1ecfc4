package kz.uzdik.contest.jury;

import java.time.Instant;

/**
 * A member's statement that a suggested conflict of interest is none. It keeps nobody from stepping back later
 * ({@link Recusal}).
 *
 * @param ground of the suggestion that it answers
 */
public record NoConflict(
        String stage, String member, String candidate, SuggestedRecusal.Ground ground, String reason, Instant at) {}
