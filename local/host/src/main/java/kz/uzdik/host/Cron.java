package kz.uzdik.host;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * AWS's cron of six fields, in a zone. Plain values, lists, ranges, steps and names are read; {@code L}, {@code W} and
 * {@code #} are refused.
 */
record Cron(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekdays, BitSet years, ZoneId zone)
        implements ScheduleExpression {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    static Cron parse(String text, ZoneId zone) {
        var fields = List.of(text.strip().split("\\s+", -1));
        if (fields.size() != 6 || fields.get(2).equals("?") == fields.get(4).equals("?")) {
            throw new IllegalArgumentException("cron(" + text + "): six fields are expected, one of the days «?»");
        }
        return new Cron(
                field(fields.get(0), 0, 59, List.of()),
                field(fields.get(1), 0, 23, List.of()),
                field(fields.get(2), 1, 31, List.of()),
                field(fields.get(3), 1, 12, MONTHS),
                field(fields.get(4), 1, 7, WEEKDAYS),
                field(fields.get(5), FIRST_YEAR, LAST_YEAR, List.of()),
                zone);
    }

    private static BitSet field(String text, int least, int most, List<String> names) {
        var set = new BitSet();
        for (var part : List.of(text.split(",", -1))) {
            var slash = part.indexOf('/');
            var step = slash < 0 ? 1 : number(part.substring(slash + 1), 1, most, List.of());
            var range = slash < 0 ? part : part.substring(0, slash);
            var dash = range.indexOf('-');
            int from;
            int to;
            if (range.equals("*") || range.equals("?")) {
                from = least;
                to = most;
            } else if (dash > 0) {
                from = number(range.substring(0, dash), least, most, names);
                to = number(range.substring(dash + 1), least, most, names);
            } else {
                from = number(range, least, most, names);
                to = slash < 0 ? from : most;
            }
            for (var i = from; i <= to; i += step) {
                set.set(i);
            }
        }
        return set;
    }

    private static int number(String text, int least, int most, List<String> names) {
        var named = names.indexOf(text.toUpperCase(Locale.ROOT));
        try {
            var number = named >= 0 ? named + 1 : Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("«" + text + "» is nothing that this cron reads");
    }

    @Override
    public Optional<Instant> next(Instant instant) {
        var after = instant.atZone(zone);
        for (var date = after.toLocalDate(); date.getYear() <= LAST_YEAR; date = following(date)) {
            if (isDay(date)) {
                var found = onDay(date, instant);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The day after, or the first of a month in question, so that a year is not walked through day by day. */
    private LocalDate following(LocalDate date) {
        return months.get(date.getMonthValue()) && years.get(date.getYear())
                ? date.plusDays(1)
                : date.plusMonths(1).withDayOfMonth(1);
    }

    private boolean isDay(LocalDate date) {
        var weekday = date.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 1
                : date.getDayOfWeek().getValue() + 1;
        return years.get(date.getYear())
                && months.get(date.getMonthValue())
                && days.get(date.getDayOfMonth())
                && weekdays.get(weekday);
    }

    private Optional<Instant> onDay(LocalDate date, Instant after) {
        for (var hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
            for (var minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                var when = date.atTime(LocalTime.of(hour, minute)).atZone(zone).toInstant();
                if (when.isAfter(after)) {
                    return Optional.of(when);
                }
            }
        }
        return Optional.empty();
    }
}
