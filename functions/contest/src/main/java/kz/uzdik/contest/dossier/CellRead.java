package kz.uzdik.contest.dossier;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A cell of a workbook as it was read.
 *
 * @param cell for example {@code B7}
 * @param content as the file has it: numbers and days unformatted
 */
public record CellRead(String cell, Kind kind, String content) {

    private static final List<DateTimeFormatter> DAYS = List.of(day("d.M.uuuu"), day("uuuu-M-d"), day("d/M/uuuu"));
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,15}(?:[.,][0-9]{1,10})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,12}");
    private static final double MOST = 1e15;
    /** 31 December 9999. */
    private static final double LAST_DAY = 2_958_465;

    private static final int SHOWN = 60;

    /** What a cell can hold. */
    public enum Kind {
        TEXT,
        /** A number, or a day counted from the file's first. */
        NUMBER,
        /** A day written as ISO 8601. */
        DAY,
        /** True or false. */
        TRUTH,
        /** An error of a formula, for example {@code #REF!}. */
        ERROR,
        /** A formula whose value the file does not hold. */
        UNCOMPUTED
    }

    /** The day it tells, by number or as {@code 01.03.2024}, {@code 2024-03-01} or {@code 01/03/2024}. */
    public Optional<LocalDate> day(boolean since1904) {
        return switch (kind) {
            case NUMBER -> figure().filter(n -> n.signum() > 0).flatMap(n -> day(n.doubleValue(), since1904));
            case DAY, TEXT ->
                DAYS.stream().flatMap(format -> parsed(format).stream()).findFirst();
            case TRUTH, ERROR, UNCOMPUTED -> Optional.empty();
        };
    }

    /** Excel counts 29 February 1900, which never was, as day 60. */
    private static Optional<LocalDate> day(double count, boolean since1904) {
        if (count >= LAST_DAY + 1) {
            return Optional.empty();
        }
        long days = (long) Math.floor(count);
        return Optional.of(
                since1904
                        ? LocalDate.of(1904, 1, 1).plusDays(days)
                        : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days));
    }

    private Optional<LocalDate> parsed(DateTimeFormatter format) {
        try {
            var day = kind == Kind.DAY && content.length() > 10 ? content.substring(0, 10) : content.strip();
            return Optional.of(LocalDate.parse(day, format));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter day(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The number it tells, with point or comma, and blanks between thousands. */
    public Optional<BigDecimal> figure() {
        if (kind == Kind.NUMBER) {
            return written();
        }
        var text = content.replaceAll("[\\s\\u00A0\\u202F]", "");
        return kind == Kind.TEXT && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text.replace(',', '.')))
                : Optional.empty();
    }

    /** A file writes numbers as programs do, with an exponent too. */
    private Optional<BigDecimal> written() {
        try {
            var number = Double.parseDouble(content.strip());
            return Math.abs(number) < MOST ? Optional.of(BigDecimal.valueOf(number)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Its text; a number typed for a code of {@code digits} digits has lost the zeros it begins with, which come back.
     */
    public String code(int digits) {
        if (kind != Kind.NUMBER) {
            return content.strip();
        }
        var whole = figure().map(n -> n.stripTrailingZeros().toPlainString()).orElse(content);
        return DIGITS.matcher(whole).matches() ? "0".repeat(Math.max(0, digits - whole.length())) + whole : whole;
    }

    /** Fit to be shown to anyone: not long, printable, and without what may be an IIN. */
    public String shown() {
        var printable = content.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]", "\uFFFD")
                .strip();
        var hidden = printable.replaceAll("(?:[0-9][\\s.-]?){10,}", "…");
        return hidden.length() <= SHOWN
                ? hidden
                : hidden.substring(0, hidden.offsetByCodePoints(0, hidden.codePointCount(0, SHOWN))) + "…";
    }

    /** Hides the content, so that an IIN is never logged by accident. */
    @Override
    public String toString() {
        return "CellRead[" + cell + ", " + kind + "]";
    }
}
