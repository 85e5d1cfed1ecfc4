package kz.uzdik.host.rehearsal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes valid IINs of adults, each once: date of birth, century and sex, number, check digit. */
final class IinMaker {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    private final SplittableRandom random;
    private final Set<String> made = new HashSet<>();

    IinMaker(SplittableRandom random) {
        this.random = random;
    }

    String next() {
        while (true) {
            var born = LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000));
            int century = (born.getYear() < 2000 ? 3 : 5) + random.nextInt(2);
            var eleven = DATE.format(born) + century + "%04d".formatted(random.nextInt(10_000));
            int check = weighted(eleven, FIRST);
            if (check == 10) {
                check = weighted(eleven, SECOND);
            }
            if (check < 10 && made.add(eleven)) {
                return eleven + check;
            }
        }
    }

    /** An IIN with a wrong last digit. */
    static String mistyped(String iin) {
        char last = iin.charAt(11);
        return iin.substring(0, 11) + (char) ('0' + (last - '0' + 1) % 10);
    }

    private static int weighted(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
