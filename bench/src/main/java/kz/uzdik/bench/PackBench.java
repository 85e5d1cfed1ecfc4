package kz.uzdik.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipFile;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.verify.Verify;

/**
 * The evidence pack of the republic's regional stage with growing numbers of ballots: written, and verified, each in a
 * JVM of its own with a small heap, beside a bare read of the same ZIP that only adds up its checksums.
 */
final class PackBench {

    private static final List<Integer> SIZES = List.of(100_000, 1_000_000);
    private static final String WRITE_HEAP = "-Xmx512m";
    private static final String VERIFY_HEAP = "-Xmx128m";

    private PackBench() {}

    /** Runs it for packs of as many ballots as {@code arguments} say; 100 000 and a million if none. */
    static void run(List<String> arguments) throws IOException {
        var sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).toList();
        System.out.printf(
                "%-10s %9s %9s %9s %10s %10s %12s %7s%n",
                "ballots", "pack MB", "write s", "write MB", "verify s", "verify MB", "bare read s", "ratio");
        for (int size : sizes) {
            var file = Files.createTempFile("evidence", ".zip");
            try {
                var write = pass(WRITE_HEAP, "write", Integer.toString(size), file);
                var read = pass(VERIFY_HEAP, "read", "", file);
                var verify = pass(VERIFY_HEAP, "verify", "", file);
                System.out.printf(
                        Locale.ROOT,
                        "%-10d %9.1f %9.1f %9d %10.1f %10d %12.2f %7.1f%n",
                        size,
                        Files.size(file) / 1e6,
                        write.seconds(),
                        write.megabytes(),
                        verify.seconds(),
                        verify.megabytes(),
                        read.seconds(),
                        verify.seconds() / read.seconds());
            } finally {
                Files.delete(file);
            }
        }
    }

    /**
     * What a process told.
     *
     * @param megabytes the most it held at once; -1 if not known
     */
    private record Measured(double seconds, long megabytes) {}

    private static Measured pass(String heap, String what, String ballots, Path file) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(heap, "-cp", System.getProperty("java.class.path"), PackBench.class.getName()));
        command.addAll(List.of(what, file.toString(), ballots));
        var child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var line = ChildJvm.output(child, what);
        var parts = line.substring(line.lastIndexOf('\n') + 1).split(" ", -1);
        return new Measured(Double.parseDouble(parts[0]), Long.parseLong(parts[1]));
    }

    /** The child: takes what to do, the pack's file and how many ballots; its last line says how long it took and its peak. */
    public static void main(String[] args) throws IOException {
        var file = Path.of(args[1]);
        var started = System.nanoTime();
        switch (args[0]) {
            case "write" ->
                LargePack.write(
                        DefinitionReader.read(
                                Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"))),
                        Integer.parseInt(args[2]),
                        file);
            case "read" -> read(file);
            default -> {
                if (Verify.run(file.toString()) != 0) {
                    System.exit(1);
                }
            }
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        var peak = ChildJvm.peak(ProcessHandle.current().pid()).orElse(-1);
        System.out.println(String.format(Locale.ROOT, "%.3f %d", seconds, peak));
    }

    private static void read(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
