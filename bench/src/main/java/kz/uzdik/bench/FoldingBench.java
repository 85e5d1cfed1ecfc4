package kz.uzdik.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Tally;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Folding ballots of five answers into totals, beside merely looking at each of the same ballots. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FoldingBench {

    /** How many ballots. */
    @Param({"10000", "100000"})
    public int ballots;

    private List<Ballot> cast = List.of();

    /** Draws the ballots, for a hundred candidates, always the same. */
    @Setup
    public void draw() {
        var random = new SplittableRandom(1);
        var drawn = new ArrayList<Ballot>(ballots);
        for (int i = 0; i < ballots; i++) {
            drawn.add(new Ballot(
                    "%032x".formatted(i),
                    "satisfaction",
                    "d-" + random.nextInt(100),
                    Map.of(
                            "q1", random.nextInt(6),
                            "q2", random.nextInt(6),
                            "q3", random.nextInt(6),
                            "q4", random.nextInt(6),
                            "q5", random.nextInt(6)),
                    "2027-07-10T10",
                    "web",
                    "00000000"));
        }
        cast = drawn;
    }

    /** The fold. */
    @Benchmark
    public Map<String, AnswerCounts> fold() {
        return Tally.of(cast);
    }

    /** The limit: one pass over the same answers. */
    @Benchmark
    public long look() {
        long sum = 0;
        for (var ballot : cast) {
            for (int answer : ballot.answers().values()) {
                sum += answer;
            }
        }
        return sum;
    }
}
