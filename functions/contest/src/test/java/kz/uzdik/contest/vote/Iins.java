package kz.uzdik.contest.vote;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

/** Makes IINs that pass every check, from a seeded source. */
public final class Iins {

    private Iins() {}

    /** The next IIN out of {@code random}. */
    public static String next(RandomGenerator random) {
        var born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(28_000));
        return next(random, born);
    }

    /** The next IIN of someone born on {@code born}. */
    public static String next(RandomGenerator random, LocalDate born) {
        int century = (born.getYear() / 100 - 18) * 2 + 1 + random.nextInt(2);
        for (; ; ) {
            var eleven = "%02d%02d%02d%d%04d"
                    .formatted(
                            born.getYear() % 100,
                            born.getMonthValue(),
                            born.getDayOfMonth(),
                            century,
                            random.nextInt(10_000));
            int check = Iin.checkDigit(eleven);
            if (check < 10) {
                return eleven + check;
            }
        }
    }
}
