package kz.uzdik.host;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** When a schedule is due: {@code cron(…)}, {@code rate(…)} or {@code at(…)} of EventBridge Scheduler. */
sealed interface ScheduleExpression permits Cron, ScheduleExpression.Rate, ScheduleExpression.At {

    /** The first time after {@code instant} at which it is due; none if never again. */
    Optional<Instant> next(Instant instant);

    /** Reads {@code text}. Throws {@link IllegalArgumentException} for what cannot be played here. */
    static ScheduleExpression parse(String text, ZoneId zone) {
        var matcher = Pattern.compile("(cron|rate|at)\\((.+)\\)").matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is no schedule");
        }
        var inner = matcher.group(2).strip();
        return switch (matcher.group(1)) {
            case "cron" -> Cron.parse(inner, zone);
            case "rate" -> new Rate(rate(inner));
            default -> new At(LocalDateTime.parse(inner).atZone(zone).toInstant());
        };
    }

    private static Duration rate(String text) {
        var matcher = Pattern.compile("(\\d+) (minute|hour|day)s?").matcher(text);
        if (!matcher.matches() || matcher.group(1).equals("0")) {
            throw new IllegalArgumentException("rate(" + text + ") is no schedule");
        }
        var number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /** Again and again, counted from the beginning of 1970. */
    record Rate(Duration every) implements ScheduleExpression {
        @Override
        public Optional<Instant> next(Instant instant) {
            var period = every.toSeconds();
            return Optional.of(Instant.ofEpochSecond((Math.floorDiv(instant.getEpochSecond(), period) + 1) * period));
        }
    }

    /** Once. */
    record At(Instant when) implements ScheduleExpression {
        @Override
        public Optional<Instant> next(Instant instant) {
            return when.isAfter(instant) ? Optional.of(when) : Optional.empty();
        }
    }
}
