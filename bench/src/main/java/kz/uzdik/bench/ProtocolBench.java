package kz.uzdik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.uzdik.contest.ranking.Explanation;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.ranking.Protocol;
import kz.uzdik.ranking.ProtocolPdf;
import kz.uzdik.store.AnnouncedStage;

/**
 * What is said of a stage of the whole republic: explanations of all candidates, the protocol as HTML and as PDF, beside the
 * rating of the same facts. Each stage in a JVM of its own with a heap that fits the function, so that its peak memory is its own.
 */
final class ProtocolBench {

    private static final String HEAP = "-Xmx1g";
    private static final int BALLOTS = 100_000;
    private static final int ROUNDS = 3;
    private static final int STAGES = 2;

    private ProtocolBench() {}

    /** Runs it and prints a line for each stage. */
    static void run() throws IOException {
        System.out.printf(
                "%-10s %10s %10s %10s %10s %9s %10s %9s %9s%n",
                "stage", "candidates", "rate, s", "explain, s", "HTML, s", "HTML, MB", "PDF, s", "PDF, MB", "peak, MB");
        for (int stage = 0; stage < STAGES; stage++) {
            var child = ChildJvm.start(List.of(HEAP), Map.of(), ProtocolBench.class, Integer.toString(stage));
            System.out.println(ChildJvm.output(child, "the protocol"));
        }
    }

    /** The child: takes the stage's place in the definition; prints its line. */
    public static void main(String[] args) throws IOException {
        var definition =
                DefinitionReader.read(Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json")));
        var announced = LargePack.stages(definition, BALLOTS).get(Integer.parseInt(args[0]));
        var facts = announced.snapshot().facts();
        var rate = fastest(() -> Ranking.rate(definition, facts));
        var explain = fastest(() -> explained(announced));
        var html = fastest(() -> Protocol.of(announced, "kk"));
        var pdf = fastest(
                () -> ProtocolPdf.of(html.made(), announced.announcement().announcedAt()));
        System.out.printf(
                "%-10s %10d %10.2f %10.2f %10.2f %9.1f %10.2f %9.1f %9d%n",
                facts.stage(),
                facts.participants().size(),
                rate.seconds(),
                explain.seconds(),
                html.seconds(),
                html.made().getBytes(StandardCharsets.UTF_8).length / 1e6,
                pdf.seconds(),
                pdf.made().length / 1e6,
                ChildJvm.peak(ProcessHandle.current().pid()).orElse(-1));
    }

    private static int explained(AnnouncedStage announced) {
        var explanation = new Explanation(
                announced.snapshot().definition(), announced.snapshot().facts());
        return announced.standings().stream()
                .mapToInt(standing -> explanation.sentences(standing).size())
                .sum();
    }

    private record Made<T>(T made, double seconds) {}

    private static <T> Made<T> fastest(Supplier<T> work) {
        var made = made(work);
        for (int round = 1; round < ROUNDS; round++) {
            var again = made(work);
            made = again.seconds() < made.seconds() ? again : made;
        }
        return made;
    }

    private static <T> Made<T> made(Supplier<T> work) {
        var started = System.nanoTime();
        var made = work.get();
        return new Made<>(made, (System.nanoTime() - started) / 1e9);
    }
}
