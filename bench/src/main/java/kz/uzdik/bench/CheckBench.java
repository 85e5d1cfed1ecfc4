package kz.uzdik.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Random;
import java.util.zip.ZipInputStream;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.dossier.ArchiveReader;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.engines.S3Server;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.FormFacts;
import kz.uzdik.samples.Naming;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The check of dossiers through an S3 server, beside downloading and unpacking the same archive from the same server in
 * the same run.
 */
final class CheckBench {

    static final long MEGABYTE = 1024 * 1024;
    private static final int[] MEGABYTES = {5, 50, 500};
    private static final int ROUNDS = 3;
    private static final String BUCKET = "dossiers";

    private final Path folder;
    private final Archives archives;
    private final ArchiveReader reader;
    private final FormFacts forms;
    private final S3Client s3;

    private CheckBench(Path folder, URI server, Intake intake) {
        this.folder = folder;
        var environment = new HashMap<>(LocalAws.environment());
        environment.put("AWS_ENDPOINT_URL_S3", server.toString());
        environment.put("DOSSIERS_BUCKET", BUCKET);
        archives = Archives.of(new Wiring(environment, InstantSource.system(), new Random(1)));
        reader = new ArchiveReader(intake);
        forms = new FormFacts(
                intake.documents(),
                "790922300005",
                "101051000",
                LocalDate.of(2023, 7, 10),
                NominatorKind.LOCAL_EXECUTIVE_BODY,
                "Аудан әкімдігі",
                null);
        s3 = LocalAws.client(S3Client.builder().forcePathStyle(true), server);
    }

    /** Runs it and prints a line for each size, the fastest of three rounds; then how it grows ({@link CheckGrowth}). */
    static void run() throws IOException {
        var contest = Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
        try (var folder = ScratchFolder.make();
                var server = S3Server.start(folder.path())) {
            var bench = new CheckBench(
                    folder.path(),
                    server.endpoint(),
                    DefinitionReader.read(contest).intake());
            bench.measured(bench.archive(1));
            System.out.printf(
                    "%8s %12s %9s %12s %12s %16s %7s%n",
                    "MB", "bytes read", "share", "check, ms", "memory, MB", "download+unzip", "ratio");
            for (var size : MEGABYTES) {
                bench.print(size);
            }
            var growth = new CheckGrowth(bench);
            growth.files();
            growth.together();
        }
    }

    private void print(int megabytes) throws IOException {
        var key = archive(megabytes);
        var check = measured(key);
        var whole = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            whole = Math.min(whole, downloaded(key));
        }
        System.out.printf(
                "%8d %12d %8.2f%% %12.0f %12d %13.0f ms %7.3f%n",
                megabytes,
                check.fetched,
                100.0 * check.fetched / check.size,
                check.millis,
                check.allocated / MEGABYTE,
                whole,
                check.millis / whole);
    }

    /** Puts an archive of that size where the server keeps it. */
    private ArchiveKey archive(int megabytes) throws IOException {
        var key = new ArchiveKey("d-101051000", megabytes, "0".repeat(64));
        sample(megabytes).write(file(key), megabytes * MEGABYTE);
        return key;
    }

    /** A sound dossier, its forms filled in as workbooks. */
    SampleDossier sample(long seed) {
        return SampleDossier.good(seed, "Бауыржан Тілеуов", "Өрнек")
                .named(Naming.KAZAKH)
                .filled(forms);
    }

    /** Where the server keeps the archive at {@code key}. */
    Path file(ArchiveKey key) throws IOException {
        var file = folder.resolve(BUCKET).resolve(key.path());
        Files.createDirectories(file.getParent());
        return file;
    }

    /** The fastest of three checks. */
    Measured measured(ArchiveKey key) {
        var best = once(key);
        for (var round = 1; round < ROUNDS; round++) {
            var now = once(key);
            best = now.millis < best.millis ? now : best;
        }
        return best;
    }

    /** Milliseconds that one check takes. */
    double check(ArchiveKey key) {
        return once(key).millis;
    }

    private Measured once(ArchiveKey key) {
        var memory = allocated();
        var start = System.nanoTime();
        var size = archives.size(key).orElseThrow();
        try (var archive = archives.open(key, size)) {
            if (!reader.read(archive).problems().isEmpty()) {
                throw new IllegalStateException("the archive is sound");
            }
            var millis = (System.nanoTime() - start) / 1e6;
            return new Measured(size, archive.fetched(), millis, allocated() - memory);
        }
    }

    /** Milliseconds that it takes to fetch and unpack all of it. */
    double downloaded(ArchiveKey key) throws IOException {
        var start = System.nanoTime();
        try (var zip = new ZipInputStream(s3.getObject(r -> r.bucket(BUCKET).key(key.path())))) {
            var block = new byte[1 << 16];
            while (zip.getNextEntry() != null) {
                while (zip.read(block) > 0) {
                    // only to have it unpacked
                }
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    /** What a check took: of an archive of {@code size} bytes, {@code fetched} bytes, and bytes of memory. */
    record Measured(long size, long fetched, double millis, long allocated) {}
}
