package kz.uzdik.http;

import java.util.Locale;

/** The language of an answer, out of what the caller would rather read (RFC 9110, 12.5.4). */
final class AcceptLanguage {

    private static final String KAZAKH = "kk";
    private static final String RUSSIAN = "ru";

    private AcceptLanguage() {}

    /** {@code ru} where {@code header} weighs Russian above Kazakh, {@code kk} otherwise. */
    static String choose(String header) {
        double russian = 0;
        double kazakh = 0;
        for (var range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = range.split(";", -1);
            var language = parts[0].strip();
            if (isOf(RUSSIAN, language)) {
                russian = Math.max(russian, weight(parts));
            } else if (isOf(KAZAKH, language)) {
                kazakh = Math.max(kazakh, weight(parts));
            }
        }
        return russian > kazakh || (russian > 0 && russian == kazakh && isFirst(header)) ? RUSSIAN : KAZAKH;
    }

    private static boolean isOf(String language, String range) {
        return range.equals(language) || range.startsWith(language + "-");
    }

    /** Of two that weigh the same the first one counts. */
    private static boolean isFirst(String header) {
        for (var range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            var language = range.split(";", -1)[0].strip();
            if (isOf(RUSSIAN, language) || isOf(KAZAKH, language)) {
                return isOf(RUSSIAN, language);
            }
        }
        return false;
    }

    /** The weight of a range, 0 to 1; 1 where none is given, 0 where it cannot be read. */
    private static double weight(String[] parts) {
        if (parts.length == 1) {
            return 1;
        }
        var weight = parts[1].strip();
        return weight.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")
                ? Double.parseDouble(weight.substring("q=".length()))
                : 0;
    }
}
