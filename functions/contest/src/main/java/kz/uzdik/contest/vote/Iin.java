package kz.uzdik.contest.vote;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A reading of an individual identification number, {@code YYMMDD G NNNN C}. The checksum only catches slips of the
 * hand: nearly every number can be made to pass it, so that it proves nothing of the person.
 */
public sealed interface Iin {

    /** A well-formed number. */
    record Valid(String digits, LocalDate born) implements Iin {

        /** Hides the number, so that it is never logged by accident. */
        @Override
        public String toString() {
            return "Valid[************]";
        }
    }

    /** A number that cannot be anybody's. */
    record Invalid(Reason reason) implements Iin {}

    /** Why a number cannot be an IIN. */
    enum Reason {
        /** Not exactly twelve digits 0 to 9. */
        NOT_TWELVE_DIGITS,
        /** The fifth digit is above 3: a BIN, the number of a company. */
        COMPANY,
        /** The seventh digit, century and sex, is not 1 to 6. */
        BAD_CENTURY,
        /** The date of birth does not exist, or has not come yet. */
        NO_SUCH_DATE,
        /** The last digit does not fit the others. */
        BAD_CHECKSUM
    }

    /** Reads {@code text}; spaces around it are let pass, anything else is not. */
    static Iin parse(String text) {
        var digits = text.strip();
        if (!digits.matches("[0-9]{12}")) {
            return new Invalid(Reason.NOT_TWELVE_DIGITS);
        }
        if (digit(digits, 4) > 3) {
            return new Invalid(Reason.COMPANY);
        }
        int century = digit(digits, 6);
        if (century < 1 || century > 6) {
            return new Invalid(Reason.BAD_CENTURY);
        }
        LocalDate born;
        try {
            born = LocalDate.of(
                    1800 + (century - 1) / 2 * 100 + number(digits, 0), number(digits, 2), number(digits, 4));
        } catch (DateTimeException e) {
            return new Invalid(Reason.NO_SUCH_DATE);
        }
        return digit(digits, 11) == checkDigit(digits) ? new Valid(digits, born) : new Invalid(Reason.BAD_CHECKSUM);
    }

    /** Reads {@code text} as {@link #parse(String)} does; who is born after {@code today} is nobody yet. */
    static Iin parse(String text, LocalDate today) {
        var read = parse(text);
        return read instanceof Valid valid && valid.born().isAfter(today) ? new Invalid(Reason.NO_SUCH_DATE) : read;
    }

    /** The check digit due after the first eleven of {@code digits}; 10 where no digit fits and none was issued. */
    static int checkDigit(String digits) {
        int first = weighted(digits, 0);
        return first < 10 ? first : weighted(digits, 2);
    }

    private static int weighted(String digits, int shift) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += digit(digits, i) * ((i + shift) % 11 + 1);
        }
        return sum % 11;
    }

    private static int number(String digits, int at) {
        return digit(digits, at) * 10 + digit(digits, at + 1);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
