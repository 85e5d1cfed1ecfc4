package kz.uzdik.jury;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.jury.SheetFault;
import kz.uzdik.contest.jury.SheetRules;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;

/** Refuses points that may not stand on a sheet, naming every criterion at fault. */
final class SheetFaults {

    private SheetFaults() {}

    static void refuse(Sheet sheet, Map<String, BigDecimal> points) {
        var faults = SheetRules.check(sheet, points);
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    "points-invalid",
                    new Text("Ұпайлар дұрыс емес.", "Баллы выставлены неверно."),
                    null,
                    errors(faults),
                    Map.of()));
        }
    }

    private static List<Problem.FieldError> errors(List<SheetFault> faults) {
        return faults.stream()
                .map(fault -> new Problem.FieldError(
                        "/points/" + Problem.FieldError.escaped(fault.criterion()), fault.message()))
                .toList();
    }
}
