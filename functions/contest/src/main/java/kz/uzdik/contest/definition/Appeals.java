package kz.uzdik.contest.definition;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import kz.uzdik.contest.dossier.Appellant;

/**
 * Who may appeal against a commission's decision on a dossier, and until when (§11).
 *
 * @param by who may; nobody where it is empty
 * @param days calendar days after that of the decision; the last of them counts whole
 */
public record Appeals(List<Appellant> by, int days) {
    public Appeals {
        by = List.copyOf(by);
    }

    /** The first moment at which a decision of {@code decidedAt} can no longer be appealed against. */
    public Instant until(Instant decidedAt, ZoneId zone) {
        return decidedAt
                .atZone(zone)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
