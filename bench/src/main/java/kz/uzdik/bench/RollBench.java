package kz.uzdik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.engines.Engines;
import kz.uzdik.host.Main;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.store.RollStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/**
 * The import of a roll of residents, {@code ./uzdik roll}, in a process of its own with a small heap against the local
 * engine: time and peak memory for a file and for one of a tenth of its lines. A heap that does for both shows that it
 * streams. Beside each, bare writes of a tenth as many made-up entries by as many writers.
 */
final class RollBench {

    private static final int DEFAULT_LINES = 1_000_000;
    private static final String DEFAULT_HEAP = "48m";
    private static final int TENTH = 10;
    private static final int WRITERS = 8;
    private static final int SERIALS = 10_000;
    private static final int DIGITS = 10;
    private static final DateTimeFormatter BORN = DateTimeFormatter.ofPattern("yyMMdd");
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

    private final Engines engines;
    private final Path contest;
    private final String heap;

    private RollBench(Engines engines, Path contest, String heap) {
        this.engines = engines;
        this.contest = contest;
        this.heap = heap;
    }

    /** Runs it; the arguments are the number of lines and the child's heap, a million and {@code 48m} if not given. */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        int lines = arguments.isEmpty() ? DEFAULT_LINES : Integer.parseInt(arguments.getFirst());
        var heap = arguments.size() < 2 ? DEFAULT_HEAP : arguments.get(1);
        var file = Files.createTempFile("uzdik-roll", ".csv");
        try (var engines = Engines.shared()) {
            var bench = new RollBench(engines, Electorate.contestWithRoll(), heap);
            System.out.printf(
                    "%10s %9s %9s %9s %14s %8s %9s%n",
                    "lines", "file, MB", "seconds", "lines/s", "bare writes/s", "ratio", "peak, MB");
            var tenth = bench.measure(file, lines / TENTH);
            var whole = bench.measure(file, lines);
            System.out.printf("%d times the lines take %.1f times as long%n", TENTH, whole / tenth);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Imports {@code count} lines; gives the seconds that it took. */
    private double measure(Path file, int count) throws IOException, InterruptedException {
        write(file, count);
        var more = new HashMap<>(engines.environment());
        more.put("CONTEST_FILE", contest.toString());
        var options = List.of("-Xmx" + heap);
        var started = System.nanoTime();
        var peak = peak(ChildJvm.start(options, more, Main.class, "roll", file.toString(), "--survey", "satisfaction"));
        var seconds = (System.nanoTime() - started) / 1e9;
        var bare = bare(count / TENTH, more);
        System.out.printf(
                "%10d %9.1f %9.1f %9.0f %14.0f %8.2f %9d%n",
                count, Files.size(file) / 1e6, seconds, count / seconds, bare, count / seconds / bare, peak);
        return seconds;
    }

    /** The most memory that {@code process} held at once until it ended well, in MB of 2^20 bytes. */
    private static long peak(Process process) throws IOException, InterruptedException {
        long peak = 0;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, ChildJvm.peak(process.pid()).orElse(0));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the import ended with " + process.exitValue());
        }
        return peak;
    }

    /** Entries a second where nothing is read and nothing hashed. */
    private static double bare(int count, Map<String, String> environment) throws InterruptedException {
        var wiring = new Wiring(environment, InstantSource.system(), new SecureRandom());
        var store = new RollStore(Tables.of(wiring), new SplittableRandom(count));
        var expires = wiring.clock().instant().plus(Duration.ofDays(1));
        var left = new AtomicInteger(count / RollStore.TOGETHER);
        Callable<Void> writer = () -> {
            var random = ThreadLocalRandom.current();
            while (left.getAndDecrement() > 0) {
                store.put(
                        Stream.generate(() -> "%016x%016x%016x%016x"
                                        .formatted(
                                                random.nextLong(),
                                                random.nextLong(),
                                                random.nextLong(),
                                                random.nextLong()))
                                .limit(RollStore.TOGETHER)
                                .toList(),
                        expires);
            }
            return null;
        };
        var started = System.nanoTime();
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            for (var done : writers.invokeAll(Collections.nCopies(WRITERS, writer))) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bare write failed", e.getCause());
        }
        return count / ((System.nanoTime() - started) / 1e9);
    }

    /** A roll of {@code count} residents with IINs that pass every check, in the okrugs by turns. */
    private void write(Path file, int count) throws IOException {
        var okrugs = new ArrayList<>(Places.of(DefinitionReader.read(Files.readString(contest)))
                .okrugs()
                .keySet());
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            int written = 0;
            for (int number = 0; written < count; number++) {
                var ten = BORN.format(FIRST.plusDays(number / SERIALS)) + "3" + "%04d".formatted(number % SERIALS);
                var iin = IntStream.range(0, DIGITS)
                        .mapToObj(digit -> ten + digit)
                        .filter(typed -> Iin.parse(typed) instanceof Iin.Valid)
                        .findFirst();
                if (iin.isPresent()) {
                    out.write(okrugs.get(written % okrugs.size()) + "," + iin.get() + "\n");
                    written++;
                }
            }
        }
    }
}
