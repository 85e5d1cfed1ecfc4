package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScheduleExpressionTest {

    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    @ParameterizedTest
    @CsvSource({
        "cron(5 * * * ? *), 2027-07-10T05:04:59Z, 2027-07-10T05:05:00Z",
        "cron(5 * * * ? *), 2027-07-10T05:05:00Z, 2027-07-10T06:05:00Z",
        "cron(0 9 ? * MON-FRI *), 2027-07-10T05:00:00Z, 2027-07-12T04:00:00Z",
        "'cron(0,30 9/6 1 JAN,JUL ? *)', 2027-07-10T05:00:00Z, 2028-01-01T04:00:00Z",
        "rate(5 minutes), 2027-07-10T05:02:00Z, 2027-07-10T05:05:00Z",
        "at(2027-07-10T10:00:00), 2027-07-10T04:00:00Z, 2027-07-10T05:00:00Z"
    })
    void nextTimeIsFound(String expression, Instant after, Instant next) {
        assertThat(ScheduleExpression.parse(expression, ALMATY).next(after)).hasValue(next);
    }

    @Test
    void whatIsOverNeverComes() {
        var now = Instant.parse("2027-07-10T05:00:00Z");
        assertThat(ScheduleExpression.parse("at(2027-07-10T10:00:00)", ALMATY).next(now))
                .isEmpty();
        assertThat(ScheduleExpression.parse("cron(0 0 1 1 ? 2026)", ALMATY).next(now))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(5 * * * * *)",
                "cron(0 0 L * ? *)",
                "cron(61 * * * ? *)",
                "cron(* * * ?)",
                "rate(0 minutes)",
                "every day"
            })
    void whatCannotBePlayedIsRefused(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression, ALMATY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
