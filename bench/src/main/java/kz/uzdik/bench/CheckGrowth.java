package kz.uzdik.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.uzdik.files.ArchiveKey;

/** How the check grows: with the files in an archive, and with the dossiers that come at once. */
final class CheckGrowth {

    private static final int[] FILES = {0, 100, 300, 900};
    private static final int TOGETHER = 100;
    private static final int MEGABYTES_EACH = 5;
    private static final int[] AT_ONCE = {1, 10, 100};

    private final CheckBench bench;

    CheckGrowth(CheckBench bench) {
        this.bench = bench;
    }

    /** Prints a line for each number of files that are no item of the dossier; the fastest of three rounds. */
    void files() throws IOException {
        System.out.printf("%n%8s %12s %12s %12s%n", "files", "bytes read", "check, ms", "memory, MB");
        for (var more : FILES) {
            var key = new ArchiveKey("d-101053000", more + 1, "0".repeat(64));
            var count = write(bench.file(key), more);
            var check = bench.measured(key);
            System.out.printf(
                    "%8d %12d %12.0f %12d%n",
                    count, check.fetched(), check.millis(), check.allocated() / CheckBench.MEGABYTE);
        }
    }

    /** Prints a line for each number of dossiers that are checked at the same time, out of a hundred. */
    void together() throws IOException {
        var keys = new ArrayList<ArchiveKey>();
        for (var i = 1; i <= TOGETHER; i++) {
            var key = new ArchiveKey("d-101055000", i, "0".repeat(64));
            bench.sample(i).write(bench.file(key), MEGABYTES_EACH * CheckBench.MEGABYTE);
            keys.add(key);
        }
        System.out.printf(
                "%n%8s %12s %16s %18s %7s%n", "at once", "100 in, ms", "each waits, ms", "download+unzip, ms", "ratio");
        for (var threads : AT_ONCE) {
            var checks = all(keys, threads, key -> bench.check(key));
            var whole = all(keys, threads, key -> bench.downloaded(key));
            System.out.printf(
                    "%8d %12.0f %16.0f %18.0f %7.2f%n",
                    threads, checks.millis, checks.each, whole.millis, checks.millis / whole.millis);
        }
    }

    private static Course all(List<ArchiveKey> keys, int threads, Work work) {
        var start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var calls = keys.stream()
                    .<Callable<Double>>map(key -> () -> work.on(key))
                    .toList();
            var sum = 0.0;
            for (var done : pool.invokeAll(calls)) {
                sum += done.get();
            }
            return new Course((System.nanoTime() - start) / 1e6, sum / keys.size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A sound dossier with {@code more} further files; how many that makes. */
    private int write(Path file, int more) throws IOException {
        var sound = bench.sample(7).zip();
        var count = 0;
        try (var out = new ZipOutputStream(Files.newOutputStream(file));
                var in = new ZipInputStream(new ByteArrayInputStream(sound))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
                count++;
            }
            for (var i = 0; i < more; i++) {
                out.putNextEntry(new ZipEntry("қосымша/%03d.txt".formatted(i)));
                out.write("Анықтама".repeat(20).getBytes(StandardCharsets.UTF_8));
                count++;
            }
        }
        return count;
    }

    /** What is done with an archive; milliseconds that it took. */
    @FunctionalInterface
    private interface Work {

        double on(ArchiveKey key) throws IOException;
    }

    private record Course(double millis, double each) {}
}
