package kz.uzdik.contest.jury;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Criterion;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.jury.SheetFault.Kind;

/** Whether points may stand on a sheet: every criterion once, from 0 to its maximum, in whole or half steps (§3). */
public final class SheetRules {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private SheetRules() {}

    /** Everything wrong with {@code points} for {@code sheet}: its criteria in their order, then unknown ones. */
    public static List<SheetFault> check(Sheet sheet, Map<String, BigDecimal> points) {
        var faults = new ArrayList<SheetFault>();
        var unknown = new TreeMap<>(points);
        for (var criterion : sheet.criteria()) {
            var given = unknown.remove(criterion.id());
            if (given == null) {
                faults.add(fault(criterion.id(), Kind.MISSING, "ұпай қойылмаған", "баллы не выставлены"));
            } else {
                check(sheet, criterion, given, faults);
            }
        }
        for (var id : unknown.keySet()) {
            faults.add(fault(id, Kind.UNKNOWN_CRITERION, "парақта мұндай критерий жоқ", "в листе нет такого критерия"));
        }
        return faults;
    }

    private static void check(Sheet sheet, Criterion criterion, BigDecimal given, List<SheetFault> faults) {
        var most = BigDecimal.valueOf(criterion.maxPoints());
        if (given.signum() < 0) {
            faults.add(fault(criterion.id(), Kind.NEGATIVE, "ұпай теріс болмайды", "баллы не бывают отрицательными"));
        } else if (given.compareTo(most) > 0) {
            faults.add(fault(
                    criterion.id(),
                    Kind.ABOVE_MAXIMUM,
                    "ең көбі " + criterion.maxPoints() + " ұпай",
                    "не более " + criterion.maxPoints()));
        } else if (!onStep(sheet, given)) {
            faults.add(
                    sheet.halfPoints()
                            ? fault(
                                    criterion.id(),
                                    Kind.WRONG_STEP,
                                    "ұпай бүтін немесе жартылай болуы керек",
                                    "баллы могут быть целыми или половинными")
                            : fault(criterion.id(), Kind.WRONG_STEP, "ұпай бүтін болуы керек", "баллы только целые"));
        }
    }

    private static boolean onStep(Sheet sheet, BigDecimal given) {
        var steps = sheet.halfPoints() ? given.multiply(TWO) : given;
        return steps.stripTrailingZeros().scale() <= 0;
    }

    private static SheetFault fault(String criterion, Kind kind, String kk, String ru) {
        return new SheetFault(criterion, kind, new Text(kk, ru));
    }
}
