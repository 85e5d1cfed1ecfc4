package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import kz.uzdik.contest.jury.FiledSheet;

/**
 * One member's sheet on one candidate, added up (§3: points are those of the members' score sheets).
 *
 * @param total sum of the criteria's points, without trailing zeros
 */
public record SheetPoints(String candidate, String sheet, String member, BigDecimal total) {
    /** The sheets of {@code facts} that hold, recused members' too, sorted by candidate, sheet and member. */
    public static List<SheetPoints> of(StageFacts facts) {
        return facts.holdingSheets().stream()
                .map(sheet -> new SheetPoints(sheet.candidate(), sheet.sheet(), sheet.member(), total(sheet)))
                .sorted(Comparator.comparing(SheetPoints::candidate)
                        .thenComparing(SheetPoints::sheet)
                        .thenComparing(SheetPoints::member))
                .toList();
    }

    /** Sum of the points of {@code sheet}. */
    public static BigDecimal total(FiledSheet sheet) {
        var sum = sheet.points().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0 ? BigDecimal.ZERO : plain(sum.stripTrailingZeros());
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
