package kz.uzdik.contest.jury;

import java.time.Instant;

/**
 * A member who is in no conflict gives no points on one candidate. Unlike one who stepped back ({@link Recusal}) they
 * stay part of the quorum; what it means for the points, the definition says.
 */
public record Abstention(String stage, String member, String candidate, String reason, Instant at) {}
