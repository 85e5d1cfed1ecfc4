package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Random;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.engines.S3Server;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a dossier of 500 MB through an S3 server, and what memory it takes. */
class LargeDossierTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final ArchiveKey KEY = new ArchiveKey("d-101051000", 1, "0".repeat(64));
    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");

    @TempDir
    Path folder = Path.of("");

    @Test
    void less_than_two_in_a_hundred_of_its_bytes_in_the_memory_of_a_small_one() throws IOException {
        try (var server = S3Server.start(folder)) {
            var small = read(server, 0);
            var large = read(server, 500 * MEGABYTE);

            assertThat(large.size).isGreaterThan(500 * MEGABYTE);
            assertThat(large.fetched).isLessThan(large.size / 50);
            assertThat(large.allocated).isLessThan(small.allocated + 8 * MEGABYTE);
            assertThat(large.contents.problems()).isEmpty();
            assertThat(large.contents.files())
                    .extracting(FileFound::document, FileFound::seconds, FileFound::pages)
                    .isEqualTo(small.contents.files().stream()
                            .map(file ->
                                    org.assertj.core.groups.Tuple.tuple(file.document(), file.seconds(), file.pages()))
                            .toList());
        }
    }

    /** Puts a dossier with that much more film where the server keeps it, and has it looked through. */
    private Read read(S3Server server, long more) throws IOException {
        var file = folder.resolve("dossiers").resolve(KEY.path());
        Files.createDirectories(file.getParent());
        GOOD.write(file, more);
        var environment = new HashMap<>(LocalAws.environment());
        environment.put("AWS_ENDPOINT_URL_S3", server.endpoint().toString());
        environment.put("DOSSIERS_BUCKET", "dossiers");
        var archives = Archives.of(new Wiring(environment, InstantSource.system(), new Random(1)));
        var reader =
                new ArchiveReader(DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")))
                        .intake());
        var size = archives.size(KEY).orElseThrow();
        var before = allocated();
        try (var archive = archives.open(KEY, size)) {
            var contents = reader.read(archive);
            return new Read(size, archive.fetched(), allocated() - before, contents);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private record Read(long size, long fetched, long allocated, ArchiveContents contents) {}
}
