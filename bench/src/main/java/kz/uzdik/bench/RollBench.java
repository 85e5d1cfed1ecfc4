package kz.uzdik.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.DefinitionReader;

/**
 * The import of a roll of residents, {@code ./uzdik roll}, in a process of its own against the local engine: time and
 * peak memory for a file and for one of a tenth of its lines. Memory that does not grow with the file shows that it streams.
 */
final class RollBench {

    private static final int DEFAULT_LINES = 1_000_000;
    private static final int SERIALS = 10_000;
    private static final int DIGITS = 10;
    private static final DateTimeFormatter BORN = DateTimeFormatter.ofPattern("yyMMdd");
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);

    private RollBench() {}

    /** Runs it; the only argument is the number of lines, a million if none is given. */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        int lines = arguments.isEmpty() ? DEFAULT_LINES : Integer.parseInt(arguments.getFirst());
        var folder = Files.createTempDirectory("uzdik-roll");
        var contest = Electorate.contestWithRoll();
        var file = folder.resolve("roll.csv");
        try (var engines = Engines.shared()) {
            System.out.printf(
                    "%12s %10s %10s %10s %16s%n", "lines", "file, MB", "seconds", "lines/s", "peak memory, MB");
            for (int count : new int[] {lines / DIGITS, lines}) {
                write(file, contest, count);
                var environment = new ProcessBuilder(command(file));
                environment.environment().putAll(engines.environment());
                environment.environment().put("CONTEST_FILE", contest.toString());
                var started = System.nanoTime();
                var peak = peak(environment.inheritIO().start());
                var seconds = (System.nanoTime() - started) / 1e9;
                System.out.printf(
                        "%12d %10.1f %10.1f %10.0f %16d%n",
                        count, Files.size(file) / 1e6, seconds, count / seconds, peak / 1024);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static List<String> command(Path file) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "kz.uzdik.host.Main",
                "roll",
                file.toString(),
                "--survey",
                "satisfaction");
    }

    /** The most memory that {@code process} held at once until it ended well, in kilobytes as Linux counts it. */
    private static long peak(Process process) throws IOException, InterruptedException {
        long peak = 0;
        var status = Path.of("/proc/" + process.pid() + "/status");
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, highest(status));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the import ended with " + process.exitValue());
        }
        return peak;
    }

    private static long highest(Path status) throws IOException {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (java.nio.file.NoSuchFileException e) {
            return 0; // not Linux, or the process has just ended
        }
    }

    /** A roll of {@code count} residents with IINs that pass every check, in the okrugs by turns. */
    private static void write(Path file, Path contest, int count) throws IOException {
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
