package kz.uzdik.contest.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Criterion;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Text;
import org.junit.jupiter.api.Test;

class SheetRulesTest {
    private static final Text TITLE = new Text("Сұхбат", "Собеседование");

    @Test
    void aFullSheetWithinItsLimitsHasNoFault() {
        assertThat(faults(false, Map.of("form", points("10"), "answers", points("0"))))
                .isEmpty();
        assertThat(faults(true, Map.of("form", points("9.5"), "answers", points("5.0"))))
                .isEmpty();
    }

    @Test
    void everyFaultNamesItsCriterion() {
        assertThat(faults(false, Map.of("form", points("11"), "speech", points("1"))))
                .containsExactly("form ABOVE_MAXIMUM", "answers MISSING", "speech UNKNOWN_CRITERION");
        assertThat(faults(false, Map.of("form", points("-1"), "answers", points("0.5"))))
                .containsExactly("form NEGATIVE", "answers WRONG_STEP");
        assertThat(faults(true, Map.of("form", points("0.25"), "answers", points("1e1"))))
                .containsExactly("form WRONG_STEP", "answers ABOVE_MAXIMUM");
    }

    private static List<String> faults(boolean halfPoints, Map<String, BigDecimal> points) {
        var criteria = List.of(new Criterion("form", TITLE, 10), new Criterion("answers", TITLE, 5));
        return SheetRules.check(new Sheet("interview", "§15", TITLE, halfPoints, criteria), points).stream()
                .map(fault -> fault.criterion() + " " + fault.kind())
                .toList();
    }

    private static BigDecimal points(String points) {
        return new BigDecimal(points);
    }
}
