package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void countsEveryAnswerOfEveryBallot() {
        var counted = Tally.of(List.of(
                ballot("a", Map.of("q1", 5, "q2", 0)),
                ballot("a", Map.of("q1", 5, "q2", 3)),
                ballot("b", Map.of("q1", 1, "q2", 1))));

        assertThat(counted)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "a",
                        new AnswerCounts(2, Map.of("q1", Map.of("5", 2L), "q2", Map.of("0", 1L, "3", 1L))),
                        "b",
                        new AnswerCounts(1, Map.of("q1", Map.of("1", 1L), "q2", Map.of("1", 1L)))));
    }

    @Test
    void comesToTheSameInAnyOrderAndInAnyParts() {
        var random = new Random(11);
        for (int round = 0; round < 50; round++) {
            var ballots = ballots(random, 200);
            var whole = Tally.of(ballots);
            Collections.shuffle(ballots, random);
            int cut = random.nextInt(ballots.size());

            var parts = new Tally();
            parts.add(Tally.of(ballots.subList(cut, ballots.size())));
            parts.add(Tally.of(ballots.subList(0, cut)));

            assertThat(parts.totals()).isEqualTo(whole);
            assertThat(ballots.stream()
                            .filter(ballot -> ballot.candidate().equals("c1"))
                            .reduce(AnswerCounts.NONE, Tally::plus, Tally::merge))
                    .isEqualTo(whole.get("c1"));
        }
    }

    @Test
    void namesTheCandidatesWhoseTotalsDiffer() {
        var one = Tally.of(List.of(ballot("a", Map.of("q1", 1)), ballot("b", Map.of("q1", 2))));
        var other = Tally.of(List.of(ballot("b", Map.of("q1", 3)), ballot("a", Map.of("q1", 1))));

        assertThat(Tally.differences(one, one)).isEmpty();
        assertThat(Tally.differences(one, other))
                .containsExactly(new Tally.Difference("b", one.get("b"), other.get("b")));
        assertThat(Tally.differences(Map.of(), one))
                .extracting(Tally.Difference::candidate)
                .containsExactly("a", "b");
    }

    @Test
    void namesTheFirstCountThatDiffers() {
        var said = Map.of("q1", Map.of("4", 2L), "q2", Map.of("1", 1L, "5", 1L));
        var changed = Map.of("q1", Map.of("4", 2L), "q2", Map.of("1", 1L, "3", 1L));

        assertThat(first(new AnswerCounts(2, said), new AnswerCounts(2, changed)))
                .isEqualTo(new Tally.Cell("q2", "3", 0, 1));
        assertThat(first(new AnswerCounts(2, said), AnswerCounts.NONE)).isEqualTo(new Tally.Cell("q1", "4", 2, 0));
        assertThat(first(new AnswerCounts(3, said), new AnswerCounts(2, said))).isEqualTo(new Tally.Cell("", "", 3, 2));
    }

    private static Tally.Cell first(AnswerCounts running, AnswerCounts recounted) {
        return new Tally.Difference("a", running, recounted).first();
    }

    private static ArrayList<Ballot> ballots(Random random, int count) {
        var ballots = new ArrayList<Ballot>();
        for (int i = 0; i < count; i++) {
            ballots.add(ballot("c" + random.nextInt(5), Map.of("q1", random.nextInt(6), "q2", random.nextInt(6))));
        }
        return ballots;
    }

    private static Ballot ballot(String candidate, Map<String, Integer> answers) {
        return new Ballot("0".repeat(32), "satisfaction", candidate, answers, "2027-03-02T14", "web", "00000000");
    }
}
