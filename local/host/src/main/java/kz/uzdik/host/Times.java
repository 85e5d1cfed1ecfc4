package kz.uzdik.host;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as AWS's events write them. */
final class Times {

    private static final DateTimeFormatter GATEWAY =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    private Times() {}

    /** {@code 2027-07-10T05:00:00Z}. */
    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code 10/Jul/2027:05:00:00 +0000}. */
    static String gateway(Instant instant) {
        return GATEWAY.format(instant.atOffset(ZoneOffset.UTC));
    }
}
