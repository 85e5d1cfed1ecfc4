package kz.uzdik.mail;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Local times of the calendar as people write them, the same in both languages. */
final class DateWords {

    private static final Pattern LOCAL_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm");

    private DateWords() {}

    /** {@code 27.02.2027, 18:30} for {@code 2027-02-27T18:30}; anything else as it is. */
    static String readable(String value) {
        return LOCAL_TIME.matcher(value).matches() ? READABLE.format(LocalDateTime.parse(value)) : value;
    }
}
