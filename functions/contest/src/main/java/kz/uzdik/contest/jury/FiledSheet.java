package kz.uzdik.contest.jury;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of a score sheet. A correction is a further version; the last one holds, all are kept.
 *
 * @param points criterion → points, without trailing zeros
 * @param version 1 as first filed, growing without gaps
 * @param correction why it was filed anew, public; null of the first version
 * @param paper where it was entered from; null of one that the member filed
 */
public record FiledSheet(
        String stage,
        String sheet,
        String candidate,
        String member,
        Map<String, BigDecimal> points,
        int version,
        @Nullable String correction,
        @Nullable Paper paper,
        Instant filedAt) {
    private static final Comparator<FiledSheet> ORDER = Comparator.comparing(FiledSheet::stage)
            .thenComparing(FiledSheet::candidate)
            .thenComparing(FiledSheet::sheet)
            .thenComparing(FiledSheet::member)
            .thenComparingInt(FiledSheet::version);

    public FiledSheet {
        var copy = new TreeMap<String, BigDecimal>();
        points.forEach((criterion, value) ->
                copy.put(criterion, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros()));
        points = Collections.unmodifiableMap(copy);
    }

    /** A sheet as first filed. */
    public FiledSheet(
            String stage,
            String sheet,
            String candidate,
            String member,
            Map<String, BigDecimal> points,
            Instant filedAt) {
        this(stage, sheet, candidate, member, points, 1, null, null, filedAt);
    }

    /**
     * The signed sheet of a member who was absent, as the secretary entered it and another person confirmed it.
     *
     * @param scanSha256 64 lower-case hexadecimal digits
     * @param scanBytes size of the scan, at least 1
     * @param enteredBy subject of the token of the secretary
     * @param confirmedBy subject of the token of who compared it with the scan
     */
    public record Paper(String scanSha256, long scanBytes, String enteredBy, String confirmedBy) {}

    /** What one sheet is known by: its versions have it in common. */
    public record Key(String stage, String sheet, String candidate, String member) {}

    /** What this version has in common with the sheet's others. */
    public Key key() {
        return new Key(stage, sheet, candidate, member);
    }

    /** {@code sheets} by stage, candidate, sheet, member and version. */
    public static List<FiledSheet> inOrder(Collection<FiledSheet> sheets) {
        return sheets.stream().sorted(ORDER).toList();
    }

    /** Those of {@code sheets} that hold, in order: of each the last version. */
    public static List<FiledSheet> holding(Collection<FiledSheet> sheets) {
        var last = new LinkedHashMap<Key, FiledSheet>();
        inOrder(sheets).forEach(sheet -> last.put(sheet.key(), sheet));
        return List.copyOf(last.values());
    }

    /**
     * A correction and what it corrected.
     *
     * @param after the version after {@code before}
     */
    public record Correction(FiledSheet before, FiledSheet after) {}

    /** Every correction among {@code sheets}, in order. */
    public static List<Correction> corrections(Collection<FiledSheet> sheets) {
        var corrections = new ArrayList<Correction>();
        FiledSheet before = null;
        for (var sheet : inOrder(sheets)) {
            if (before != null && before.key().equals(sheet.key())) {
                corrections.add(new Correction(before, sheet));
            }
            before = sheet;
        }
        return corrections;
    }
}
