package kz.uzdik.contest.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.EligibilityLimits;
import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/**
 * No penalty stands on the reference date (§6): each is over from the day it was lifted or, where the definition tells
 * after how many months, the day it lapsed, whichever came first.
 */
final class PenaltyRule {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private PenaltyRule() {}

    static List<Finding> check(Rule rule, Rule.Case dossier) {
        var limits = dossier.definition().eligibility();
        var findings = dossier.registration().penalties().stream()
                .map(penalty -> finding(rule, penalty, limits))
                .toList();
        if (findings.stream().anyMatch(finding -> !finding.met())) {
            return findings;
        }
        var date = DATE.format(limits.referenceDate());
        var none = rule.found(
                true, "%s күніне алынбаған жаза жоқ.".formatted(date), "На %s неснятых взысканий нет.".formatted(date));
        return Stream.concat(Stream.of(none), findings.stream()).toList();
    }

    private static Finding finding(Rule rule, Registration.Penalty penalty, EligibilityLimits limits) {
        var over = over(penalty, limits.penaltyMonths());
        var what = name(penalty);
        var day = DATE.format(limits.referenceDate());
        if (over != null && !over.isAfter(limits.referenceDate())) {
            var since = DATE.format(over);
            return rule.found(
                    true,
                    "%s %s күнінен бастап күшінде емес.".formatted(what.kk(), since),
                    "%s не действует с %s.".formatted(what.ru(), since));
        }
        var until = over == null
                ? new Text("", "")
                : new Text(
                        " (мерзімі %s күні бітеді)".formatted(DATE.format(over)),
                        " (срок истекает %s)".formatted(DATE.format(over)));
        return rule.found(
                false,
                "%s %s күніне алынбаған%s; алынбаған жаза болмауы керек. Жаза алынған болса, алынған күнін көрсетіп, құжаттарды қайта тіркеңіз."
                        .formatted(what.kk(), day, until.kk()),
                "%s на %s не снято%s; неснятых взысканий быть не должно. Если оно снято, укажите дату снятия и зарегистрируйте документы заново."
                        .formatted(what.ru(), day, until.ru()));
    }

    /** The first day on which the penalty stands no longer; null while nothing ends it. */
    private static @Nullable LocalDate over(
            Registration.Penalty penalty, EligibilityLimits.@Nullable PenaltyMonths months) {
        var lifted = penalty.lifted();
        if (months == null) {
            return lifted;
        }
        var lapsed = penalty.imposed()
                .plusMonths(
                        switch (penalty.kind()) {
                            case ADMINISTRATIVE -> months.administrative();
                            case DISCIPLINARY -> months.disciplinary();
                        });
        return lifted == null || lapsed.isBefore(lifted) ? lapsed : lifted;
    }

    private static Text name(Registration.Penalty penalty) {
        var imposed = DATE.format(penalty.imposed());
        var kind = switch (penalty.kind()) {
            case ADMINISTRATIVE -> new Text("әкімшілік жаза", "Административное взыскание");
            case DISCIPLINARY -> new Text("тәртіптік жаза", "Дисциплинарное взыскание");
        };
        return new Text("%s салынған %s".formatted(imposed, kind.kk()), "%s от %s".formatted(kind.ru(), imposed));
    }
}
