package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VotingCodeTest {

    private static final Instant ASKED = Instant.parse("2027-03-02T09:04:59Z");

    private final KeyedHash hash = new KeyedHash("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private final VotingCode codes = new VotingCode(hash);
    private final Voter voter = voter("900101300123", "aidos@example.kz");

    @Test
    void holdsGoodForFifteenMinutesAndNoLongerThanTwenty() {
        var code = codes.at(ASKED, voter);

        assertThat(codes.accepts(code, ASKED, voter)).isTrue();
        assertThat(codes.accepts(code, ASKED.plus(VotingCode.VALID), voter)).isTrue();
        assertThat(codes.accepts(code, ASKED.plus(Duration.ofMinutes(20)), voter))
                .isFalse();
        assertThat(codes.accepts(code, ASKED.minus(Duration.ofMinutes(5)), voter))
                .isFalse();
    }

    @Test
    void isTheSameWhenAskedForAgainWithinFiveMinutesAndAnotherLater() {
        var code = codes.at(ASKED, voter);

        assertThat(codes.at(ASKED.minusSeconds(200), voter)).isEqualTo(code);
        assertThat(codes.at(ASKED.plusSeconds(200), voter)).isNotEqualTo(code);
    }

    @Test
    void isOfOnePersonOneContactAndOneSurvey() {
        var code = codes.at(ASKED, voter);

        assertThat(codes.accepts(code, ASKED, voter("900101300124", "aidos@example.kz")))
                .isFalse();
        assertThat(codes.accepts(code, ASKED, voter("900101300123", "saule@example.kz")))
                .isFalse();
        assertThat(codes.accepts(code, ASKED, new Voter("other", voter.iin(), voter.contact())))
                .isFalse();
    }

    @Test
    void isAcceptedHoweverPeopleTypeIt() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            var at = ASKED.plusSeconds(random.nextInt(10_000_000));
            var code = codes.at(at, voter);
            assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(codes.accepts(carelessly(code, random), at, voter))
                    .as(code)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0", "00000000", "AAAA-AAAAA", "қазақстан", "\uD83D\uDE00", "\u0000"})
    void refusesAnythingElse(String typed) {
        assertThat(codes.accepts(typed, ASKED, voter)).isFalse();
    }

    private static String carelessly(String code, Random random) {
        var latin = "ABEKMHPCTYX01VSJ";
        var cyrillic = "АВЕКМНРСТУХОІUЅЈ";
        var typed = new StringBuilder();
        for (char c : code.toCharArray()) {
            int at = latin.indexOf(c);
            char other = at >= 0 && random.nextBoolean() ? cyrillic.charAt(at) : c;
            typed.append(random.nextBoolean() ? Character.toLowerCase(other) : other);
            typed.append(
                    switch (random.nextInt(6)) {
                        case 0 -> " ";
                        case 1 -> "\u00a0";
                        case 2 -> "\u2013";
                        default -> "";
                    });
        }
        return typed.toString();
    }

    private static Voter voter(String iin, String contact) {
        return new Voter("satisfaction", iin, Contact.read(contact).orElseThrow());
    }
}
