package kz.uzdik.contest.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import kz.uzdik.contest.definition.Announcing;
import org.junit.jupiter.api.Test;

/** A seal binds a sheet to its points and tells nothing of them. */
class SheetSealTest {
    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    @Test
    void theSealIsTheHashOfTheLinesAsDocumented() {
        // printf '000102030405060708090a0b0c0d0e0f\nselection\nproject\nd-1\nm1\n2027-05-05T06:00:00Z\na=7\nb=2.5'
        //   | sha256sum
        assertThat(SheetSeal.of(sheet("7", "2.50"), SALT))
                .isEqualTo(new SheetSeal(
                        "project", "d-1", "m1", 1, "83e910bc71cecea578fc4ebc73202f8d7ed3067e85500111084c0298b4829e39"));
    }

    @Test
    void whereMembersAreAnonymisedTheSealIsTheHashOfTheLinesAsDocumented() {
        // printf 'salt\n000102030405060708090a0b0c0d0e0f' | sha256sum | cut -c1-32
        // printf 'person\n000102030405060708090a0b0c0d0e0f\nm1' | sha256sum
        // printf '%s\nselection\nproject\nd-1\n%s\n2027-05-05T06:00:00Z\na=7\nb=2.5' $salt $cover | sha256sum
        var shown = SheetSeal.shown(sheet("7", "2.5"), SALT);
        assertThat(shown.salt()).isEqualTo("fb11c7caf006e8f7f2f303458cf1fc2f");
        assertThat(shown.cover()).isEqualTo("86d8267f55f2b23ca7c139288534a1235d6f6310b4c3949cd54f2850488bf5bd");
        assertThat(SheetSeal.of(sheet("7", "2.5"), SALT, Announcing.Members.ANONYMISED)
                        .sha256())
                .isEqualTo("ff60d20966dde61b4aecdcd33cc4b515782c285a905f3698fcbd998a081fcd5b");
    }

    @Test
    void theSealOfACorrectionBindsItsVersionAndReasonToo() {
        // printf '000102030405060708090a0b0c0d0e0f\nselection\nproject\nd-1\nm1\n2027-05-05T06:00:00Z\na=7\nb=2.5\n2\n'
        //   'санақ қате' | sha256sum
        var first = sheet("7", "2.5");
        var corrected = new FiledSheet(
                first.stage(),
                first.sheet(),
                first.candidate(),
                first.member(),
                first.points(),
                2,
                "санақ қате",
                null,
                first.filedAt());
        assertThat(SheetSeal.of(corrected, SALT))
                .isEqualTo(new SheetSeal(
                        "project", "d-1", "m1", 2, "03581a2bfa5f530b03a573c38cebd0592604fa9515826d68df2f9e14e22e1d61"));
    }

    @Test
    void otherPointsOrAnotherSaltGiveAnotherSeal() {
        var seal = SheetSeal.of(sheet("7", "2.5"), SALT).sha256();
        assertThat(SheetSeal.of(sheet("8", "2.5"), SALT).sha256()).isNotEqualTo(seal);
        assertThat(SheetSeal.of(sheet("7", "2.5"), SALT.replace('0', '1')).sha256())
                .isNotEqualTo(seal);
    }

    private static FiledSheet sheet(String a, String b) {
        return new FiledSheet(
                "selection",
                "project",
                "d-1",
                "m1",
                Map.of("a", new BigDecimal(a), "b", new BigDecimal(b)),
                Instant.parse("2027-05-05T06:00:00Z"));
    }
}
