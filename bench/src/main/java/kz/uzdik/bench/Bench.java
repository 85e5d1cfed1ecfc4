package kz.uzdik.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code bench fold|rank|protocol|pack|check|hash|load|memory|recount|capacity|soak|silence|roll}: the measurements of docs/performance.md and docs/capacity.md. */
public final class Bench {

    private static final int WARM_UPS = 3;
    private static final int MEASUREMENTS = 5;

    private Bench() {}

    /** Runs the measurement named first; what follows goes to it. Exits with 2 for a name that is none. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        var rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "fold" -> jmh(FoldingBench.class);
            case "rank" -> jmh(RankingBench.class);
            case "protocol" -> ProtocolBench.run();
            case "pack" -> PackBench.run(List.of(rest));
            case "load" -> BallotLoad.run(List.of(rest));
            case "memory" -> ServeMemory.run(List.of(rest));
            case "check" -> CheckBench.run();
            case "hash" -> HashBench.run();
            case "recount" -> Recount.run(List.of(rest));
            case "capacity" -> Capacity.run(List.of(rest));
            case "soak" -> System.exit(Soak.run(List.of(rest)) ? 0 : 1);
            case "silence" -> SilenceBench.run(List.of(rest));
            case "roll" -> RollBench.run(List.of(rest));
            default -> {
                System.err.println(
                        "usage: uzdik bench fold | rank | protocol | pack [BALLOTS...] | check | hash | load [BALLOTS]"
                                + " | memory [BALLOTS] | recount [BALLOTS...] | capacity [--writes $] [--calls $]"
                                + " [--gb-second $] [--http $] [--mail $] | soak [--ballots N] [--seed N] | silence"
                                + " [ROUNDS] | roll [LINES [HEAP]]");
                System.exit(2);
            }
        }
    }

    private static void jmh(Class<?> bench) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(bench.getName())
                        .forks(1)
                        .warmupIterations(WARM_UPS)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(MEASUREMENTS)
                        .measurementTime(TimeValue.seconds(2))
                        .build())
                .run();
    }
}
