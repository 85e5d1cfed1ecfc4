package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows as a file that a spreadsheet of this country opens by a double click: UTF-8 with its mark, a semicolon between
 * fields and a decimal comma, since where the comma is the decimal sign Excel splits at semicolons and reads {@code 1.5}
 * as a day in May. Lines end as RFC 4180 says.
 */
final class Csv {

    static final String TYPE = "text/csv; charset=utf-8";

    private static final String MARK = "\ufeff";

    private Csv() {}

    /** The file of {@code rows}, of {@link String} and {@link BigDecimal}. */
    static byte[] of(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::field).collect(Collectors.joining(";", "", "\r\n")))
                .collect(Collectors.joining("", MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String field(Object value) {
        return value instanceof BigDecimal number
                ? number.toPlainString().replace('.', ',')
                : '"' + harmless(value.toString()).replace("\"", "\"\"") + '"';
    }

    /** A text that begins as a formula does would be run as one, quoted or not: an apostrophe keeps it a text. */
    private static String harmless(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
