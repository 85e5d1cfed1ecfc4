package kz.uzdik.host.rehearsal;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rehearse}: plays a whole contest on the embedded engines and holds what came out against what had to. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        description = "Plays a whole contest on embedded engines, from registered dossiers to announced winners.")
public final class RehearseCommand implements Callable<Integer> {

    private static final int NATIONAL_OBLASTS = 17;
    private static final int NATIONAL_CANDIDATES = 100;
    private static final int NATIONAL_RESIDENTS = 50_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command is called
    private CommandSpec command;

    @Option(names = "--out", description = "where packs and summary.json go (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("rehearsal");

    @Option(names = "--seed", description = "same seed, same contest (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--oblasts", description = "how many oblasts take part (default: ${DEFAULT-VALUE})")
    private int oblasts = 3;

    @Option(names = "--candidates", description = "how many sound dossiers (default: ${DEFAULT-VALUE})")
    private int candidates = 12;

    @Option(names = "--residents", description = "how many ballots must be accepted (default: ${DEFAULT-VALUE})")
    private int residents = 300;

    @Option(names = "--national", description = "17 oblasts, 100 candidates, 50 000 ballots")
    private boolean national;

    @Option(names = "--contest", description = "another contest's file")
    private @Nullable Path contest;

    @Option(names = "--json", description = "print the summary as JSON instead of the table")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (national) {
            oblasts = NATIONAL_OBLASTS;
            candidates = NATIONAL_CANDIDATES;
            residents = NATIONAL_RESIDENTS;
        }
        Files.createDirectories(out);
        var screen = System.err;
        try (var log =
                new PrintStream(Files.newOutputStream(out.resolve("functions.log")), false, StandardCharsets.UTF_8)) {
            // What functions log would tear the progress bars apart.
            System.setErr(log);
            return play(screen);
        } finally {
            System.setErr(screen);
        }
    }

    private int play(PrintStream screen) throws IOException {
        var started = System.nanoTime();
        screen.println("Starting the engines; what the functions log goes to " + out.resolve("functions.log"));
        try (var world = World.start(contest, null);
                var progress = new Progress(screen, isWatched() && !json)) {
            var definition = world.definition();
            var script = script(definition);
            var first = definition.stages().getFirst().id();
            var forecast = new Forecast(script, Rehearsal.recusals(script, first));
            var doors = new Doors(world.base());
            var ledger = new Ledger();
            var play = new Play(script, forecast, world, doors, new Inbox(doors, world::awaitIdle), ledger, progress);
            new Rehearsal(play, out, residents).run();
            progress.end();
            report(ledger, (System.nanoTime() - started) / 1_000_000_000L, System.out);
            return ledger.agrees() ? 0 : 1;
        }
    }

    private static boolean isWatched() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private Script script(ContestDefinition definition) {
        try {
            return Script.draw(definition, seed, oblasts, candidates, residents);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void report(Ledger ledger, long seconds, PrintStream to) throws IOException {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("seed", seed);
        summary.put("oblasts", oblasts);
        summary.put("candidates", candidates);
        summary.put("residents", residents);
        summary.put("agrees", ledger.agrees());
        summary.put("rows", ledger.rows());
        var bytes = Json.writeCanonical(summary);
        Files.write(out.resolve("summary.json"), bytes);
        if (json) {
            to.write(bytes);
            to.flush();
            return;
        }
        to.println(ledger.table());
        to.println();
        to.println(
                ledger.agrees()
                        ? "Everything as expected, in " + seconds + " s. Packs and summary.json in " + out + "."
                        : "What was found DIFFERS from what was expected; see the lines marked above.");
    }
}
