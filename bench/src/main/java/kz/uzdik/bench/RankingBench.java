package kz.uzdik.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.ranking.Explanation;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rating every elected akim and explaining every place: nine members, six sheets, beside merely adding up the points of the same sheets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class RankingBench {

    /** How many candidates; 2 334 is every elected akim of a rural district. */
    @Param({"234", "2334", "23340"})
    public int candidates;

    private @Nullable ContestDefinition definition;
    private @Nullable StageFacts facts;
    private @Nullable Rating rating;

    /** Draws the facts, always the same, and rates them. */
    @Setup
    public void draw() {
        definition = LargeContest.definition();
        facts = LargeContest.facts(candidates);
        rating = rate();
    }

    /** The rating. */
    @Benchmark
    public Rating rate() {
        if (definition == null || facts == null) {
            throw new IllegalStateException("not drawn");
        }
        return Ranking.rate(definition, facts);
    }

    /** Every candidate's explanation in both languages; gives how many sentences these are. */
    @Benchmark
    public int explain() {
        if (definition == null || facts == null || rating == null) {
            throw new IllegalStateException("not drawn");
        }
        var explanation = new Explanation(definition, facts);
        return rating.scopes().stream()
                .flatMap(scope -> scope.standings().stream())
                .mapToInt(standing -> explanation.sentences(standing).size())
                .sum();
    }

    /** The limit: one pass over the points. */
    @Benchmark
    public BigDecimal addUp() {
        List<FiledSheet> sheets = facts == null ? List.of() : facts.sheets();
        var sum = BigDecimal.ZERO;
        for (var sheet : sheets) {
            for (var points : sheet.points().values()) {
                sum = sum.add(points);
            }
        }
        return sum;
    }
}
