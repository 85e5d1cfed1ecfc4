package kz.uzdik.bench;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rating every elected akim: nine members, six sheets, beside merely adding up the points of the same sheets. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RankingBench {

    /** How many candidates; 2 334 is every elected akim of a rural district. */
    @Param({"234", "2334"})
    public int candidates;

    private @Nullable ContestDefinition definition;
    private @Nullable StageFacts facts;

    /** Draws the facts, always the same. */
    @Setup
    public void draw() {
        definition = LargeContest.definition();
        facts = LargeContest.facts(candidates);
    }

    /** The rating. */
    @Benchmark
    public Rating rate() {
        if (definition == null || facts == null) {
            throw new IllegalStateException("not drawn");
        }
        return Ranking.rate(definition, facts);
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
