package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import kz.uzdik.contest.vote.Iin.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IinTest {

    /** Check digits reckoned by hand: weights 1 to 11, and 3 to 11, 1, 2 where the first sum leaves 10. */
    @ParameterizedTest
    @CsvSource({
        "900101300000, 1990-01-01, false",
        "900101300007, 1990-01-01, true",
        "900101300811, 1990-01-01, true",
        "900101300800, 1990-01-01, false",
        "000229500008, 2000-02-29, true"
    })
    void readsDateAndCheckDigit(String text, LocalDate born, boolean valid) {
        var read = Iin.parse(text);
        if (valid) {
            assertThat(read).isEqualTo(new Iin.Valid(text, born));
        } else {
            assertThat(read).isEqualTo(new Iin.Invalid(Reason.BAD_CHECKSUM));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_TWELVE_DIGITS",
        "90010130000, NOT_TWELVE_DIGITS",
        "9001013000077, NOT_TWELVE_DIGITS",
        "90010130000a, NOT_TWELVE_DIGITS",
        "900101-300007, NOT_TWELVE_DIGITS",
        "٩٠٠١٠١٣٠٠٠٠٧, NOT_TWELVE_DIGITS",
        "900141300007, COMPANY",
        "900101000007, BAD_CENTURY",
        "900101700007, BAD_CENTURY",
        "900230300007, NO_SUCH_DATE",
        "901301300007, NO_SUCH_DATE",
        "900100300007, NO_SUCH_DATE",
        "900229300007, NO_SUCH_DATE",
        "000229300007, NO_SUCH_DATE",
        "900101300008, BAD_CHECKSUM"
    })
    void saysWhatIsWrong(String text, Reason reason) {
        assertThat(Iin.parse(text)).isEqualTo(new Iin.Invalid(reason));
    }

    @Test
    void spacesAroundArePassedOver() {
        assertThat(Iin.parse(" 900101300007\n")).isEqualTo(new Iin.Valid("900101300007", LocalDate.of(1990, 1, 1)));
    }

    @Test
    void neverShowsTheNumber() {
        assertThat(Iin.parse("900101300007").toString()).doesNotContain("900101");
    }

    @Test
    void generatedNumbersAreValidAndSlipsOfOneDigitAreCaughtWhereTheWeightCatchesThem() {
        var random = new SplittableRandom(20200525);
        for (int n = 0; n < 2_000; n++) {
            var iin = Iins.next(random);
            assertThat(Iin.parse(iin)).as(iin).isInstanceOf(Iin.Valid.class);
            int at = random.nextInt(12);
            int other = (iin.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
            var slip = iin.substring(0, at) + other + iin.substring(at + 1);
            boolean weighsNothing = at == 10; // its weight is 11, and the sum is taken modulo 11
            if (!weighsNothing && firstRound(slip) < 10 && firstRound(iin) < 10) {
                assertThat(Iin.parse(slip)).as(slip).isInstanceOf(Iin.Invalid.class);
            }
        }
    }

    @Test
    void secondRoundOfWeightsIsTakenWhereTheFirstLeavesTen() {
        var random = new SplittableRandom(1);
        int second = 0;
        int none = 0;
        for (int n = 0; n < 100_000; n++) {
            var eleven = "900101%d%04d".formatted(1 + random.nextInt(6), random.nextInt(10_000));
            if (firstRound(eleven) == 10) {
                second++;
                none += Iin.checkDigit(eleven) == 10 ? 1 : 0;
            }
        }
        assertThat(second).isBetween(8_000, 10_200);
        assertThat(none).isBetween(500, 1_200);
    }

    @Test
    void bornInEachCentury() {
        var random = new SplittableRandom(7);
        for (var born :
                new LocalDate[] {LocalDate.of(1899, 12, 31), LocalDate.of(1900, 1, 1), LocalDate.of(2008, 2, 29)}) {
            var iin = Iins.next(random, born);
            assertThat(Iin.parse(iin)).isEqualTo(new Iin.Valid(iin, born));
        }
    }

    private static int firstRound(String digits) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (digits.charAt(i) - '0') * (i + 1);
        }
        return sum % 11;
    }

    @Test
    void whoIsNotBornYetIsRefused() {
        var digits = "27060150001";
        var iin = digits + Iin.checkDigit(digits);
        var birthday = LocalDate.of(2027, 6, 1);
        assertThat(Iin.parse(iin, birthday)).isEqualTo(new Iin.Valid(iin, birthday));
        assertThat(Iin.parse(iin, birthday.minusDays(1))).isEqualTo(new Iin.Invalid(Iin.Reason.NO_SUCH_DATE));
    }
}
