package kz.uzdik.contest.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import kz.uzdik.contest.dossier.Registration.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeInPostTest {

    private static final LocalDate UNTIL = LocalDate.of(2020, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "2019-06-16, , 12, 0",
        "2019-06-17, , 11, 30",
        "2020-06-15, , 0, 1",
        "2020-06-16, , 0, 0",
        "2016-02-29, 2017-02-27, 12, 0",
        "2016-02-29, 2017-02-26, 11, 29",
        "2019-01-31, 2019-02-27, 1, 0",
        "2019-05-01, 2019-04-01, 0, 0",
        "2019-05-01, 2019-05-01, 0, 1"
    })
    void countsFromDayToDay(LocalDate from, @Nullable LocalDate until, long months, long days) {
        assertThat(TimeInPost.of(List.of(new Term(from, until)), UNTIL)).isEqualTo(of(months, days));
    }

    @Test
    void daysLeftOverMakeAMonthByThirties() {
        var terms = List.of(
                new Term(LocalDate.of(2018, 1, 1), LocalDate.of(2018, 1, 20)),
                new Term(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 1, 15)));
        assertThat(TimeInPost.of(terms, UNTIL)).isEqualTo(new TimeInPost(1, 5));
    }

    @Test
    void neitherOrderNorCuttingNorOverlapChangesTheSum() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var whole = new Term(UNTIL.minusDays(random.nextInt(3_000)), null);
            var pieces = cut(whole, random);
            pieces.add(new Term(whole.from().plusDays(random.nextInt(50)), null));
            Collections.shuffle(pieces, random);
            assertThat(TimeInPost.of(pieces, UNTIL))
                    .as("seed %d", seed)
                    .isEqualTo(TimeInPost.of(List.of(whole), UNTIL));
        }
    }

    @Test
    void aDayLongerIsNeverLess() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var from = UNTIL.minusDays(random.nextInt(1_500));
            var other = new Term(UNTIL.minusDays(4_000 + random.nextInt(99)), UNTIL.minusDays(3_000));
            var shorter = TimeInPost.of(List.of(other, new Term(from, null)), UNTIL);
            var longer = TimeInPost.of(List.of(other, new Term(from.minusDays(1), null)), UNTIL);
            assertThat(longer.months() * 31 + longer.days())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(shorter.months() * 31 + shorter.days());
        }
    }

    /** The same time as several terms, each of which begins the day after the one before or within it. */
    private static List<Term> cut(Term whole, Random random) {
        var pieces = new ArrayList<Term>();
        var from = whole.from();
        while (from.isBefore(UNTIL)) {
            var last = from.plusDays(random.nextInt(400));
            pieces.add(new Term(from, last));
            from = last.plusDays(1).minusDays(random.nextInt(2));
            if (last.equals(pieces.getLast().from())) {
                from = last.plusDays(1);
            }
        }
        pieces.add(new Term(from.isAfter(UNTIL) ? UNTIL : from, null));
        return pieces;
    }

    private static TimeInPost of(long months, long days) {
        return new TimeInPost(months, days);
    }
}
