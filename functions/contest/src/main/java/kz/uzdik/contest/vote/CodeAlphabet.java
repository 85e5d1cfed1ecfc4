package kz.uzdik.contest.vote;

import java.util.Locale;

/**
 * 32 characters that people tell apart: digits and Latin capitals without I, L, O and U. What looks like one of them,
 * in Latin or Cyrillic, is read as it.
 */
final class CodeAlphabet {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String LOOK_ALIKES = "OILUОІАВЕКМНРСТУХҺЅЈ";
    private static final String MEANT_BY_THEM = "011V01ABEKMHPCTYXHSJ";

    private CodeAlphabet() {}

    /** The first {@code length} characters that {@code bits} stand for, five bits each, in two halves. */
    static String write(byte[] bits, int length) {
        var text = new StringBuilder(length + 1);
        for (int i = 0; i < length; i++) {
            if (i == length / 2) {
                text.append('-');
            }
            text.append(LETTERS.charAt(fiveBits(bits, i * 5)));
        }
        return text.toString();
    }

    /** {@code typed} as a person meant it: capitals of this alphabet, no spaces and no hyphens of any kind. */
    static String normalise(String typed) {
        var text = new StringBuilder(typed.length());
        typed.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !between(c))
                .map(CodeAlphabet::meant)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    /** Whether {@code normalised} has no other characters than these 32. */
    static boolean holds(String normalised) {
        return normalised.chars().allMatch(c -> LETTERS.indexOf(c) >= 0);
    }

    private static int fiveBits(byte[] bits, int from) {
        int value = 0;
        for (int bit = from; bit < from + 5; bit++) {
            value = (value << 1) | ((bits[bit / 8] >> (7 - bit % 8)) & 1);
        }
        return value;
    }

    private static boolean between(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || Character.getType(c) == Character.FORMAT
                || c == '\u2212';
    }

    private static int meant(int c) {
        int at = LOOK_ALIKES.indexOf(c);
        return at < 0 ? c : MEANT_BY_THEM.charAt(at);
    }
}
