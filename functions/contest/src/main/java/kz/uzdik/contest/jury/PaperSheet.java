package kz.uzdik.contest.jury;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.vote.PaperCount.Scan;
import org.jspecify.annotations.Nullable;

/**
 * The signed score sheet of an absent member as the secretary entered it: no sheet before another person has confirmed
 * it. What was entered wrongly is entered again, as the next version.
 *
 * @param points criterion → points, without trailing zeros; empty where the entry is taken back
 * @param version 1 for the first entry of the sheet, growing without gaps
 * @param scan the signed sheet
 * @param reason why it is entered again; null for the first version
 * @param by subject of the token of the secretary
 */
public record PaperSheet(
        String stage,
        String sheet,
        String candidate,
        String member,
        Map<String, BigDecimal> points,
        int version,
        Scan scan,
        @Nullable String reason,
        String by,
        Instant at) {
    public PaperSheet {
        var copy = new TreeMap<String, BigDecimal>();
        points.forEach((criterion, value) ->
                copy.put(criterion, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()));
        points = Collections.unmodifiableMap(copy);
    }

    /** What its versions have in common, with each other and with the sheet that they become. */
    public FiledSheet.Key key() {
        return new FiledSheet.Key(stage, sheet, candidate, member);
    }

    /** Whether the secretary took the entry back. */
    public boolean wasTakenBack() {
        return points.isEmpty();
    }

    /** The sheet that it is once {@code by} has confirmed it. */
    public FiledSheet confirmed(String by, Instant at) {
        return new FiledSheet(
                stage,
                sheet,
                candidate,
                member,
                points,
                1,
                null,
                new FiledSheet.Paper(scan.sha256(), scan.bytes(), this.by, by),
                at);
    }

    /** Whether {@code again} enters the same, by the same person. */
    public boolean saysTheSameAs(PaperSheet again) {
        return equals(new PaperSheet(
                again.stage,
                again.sheet,
                again.candidate,
                again.member,
                again.points,
                again.version,
                again.scan,
                again.reason,
                again.by,
                at));
    }
}
