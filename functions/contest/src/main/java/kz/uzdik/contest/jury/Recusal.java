package kz.uzdik.contest.jury;

import java.time.Instant;

/** A member steps back from judging one candidate: that member's sheets on the candidate do not count. */
public record Recusal(String stage, String member, String candidate, String reason, Instant at) {}
