package kz.uzdik.contest.jury;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A score sheet as a member filed it.
 *
 * @param points criterion → points, without trailing zeros
 */
public record FiledSheet(
        String stage, String sheet, String candidate, String member, Map<String, BigDecimal> points, Instant filedAt) {
    public FiledSheet {
        var copy = new TreeMap<String, BigDecimal>();
        points.forEach((criterion, value) ->
                copy.put(criterion, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()));
        points = Collections.unmodifiableMap(copy);
    }
}
