package kz.uzdik.contest.definition;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A span of local time: its first moment belongs to it, its last does not. */
public record Window(LocalDateTime opens, LocalDateTime closes) {

    /** Whether {@code at} lies within, the window's times being meant in {@code zone}. */
    public boolean contains(Instant at, ZoneId zone) {
        var local = LocalDateTime.ofInstant(at, zone);
        return !local.isBefore(opens) && local.isBefore(closes);
    }
}
