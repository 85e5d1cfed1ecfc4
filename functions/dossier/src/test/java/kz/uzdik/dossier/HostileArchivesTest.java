package kz.uzdik.dossier;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.HostileArchives;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trick of {@link HostileArchives} beside what the table {@code hostile-archives.txt} says is found. */
class HostileArchivesTest {

    private static final Path TABLE = Path.of("src/test/resources/hostile-archives.txt");
    private static final long MEGABYTE = 1024 * 1024;
    /** Half of what the function has. */
    private static final long MOST_ALLOCATED = 512 * MEGABYTE;

    private static final ArchiveReader READER = reader();

    static Stream<String> tricks() {
        return HostileArchives.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void finds_what_the_table_says(String trick) throws IOException {
        var archive = HostileArchives.all().get(trick).get();
        var before = allocated();

        var contents = READER.read(new SeekableInMemoryByteChannel(archive));

        assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
        assertThat(said(contents)).isEqualTo(table().get(trick));
    }

    @Test
    void the_table_has_every_trick_and_every_kind_of_problem() throws IOException {
        assertThat(table().keySet())
                .containsExactlyElementsOf(HostileArchives.all().keySet());
        assertThat(table()).hasSizeGreaterThan(100);
        var found = table().values().stream()
                .flatMap(line -> Stream.of(line.split(", ")))
                .map(problem -> problem.replaceFirst(" .*", ""))
                .filter(kind -> !kind.equals("–"))
                .map(Problem.Kind::valueOf)
                .collect(toSet());
        assertThat(found).isEqualTo(EnumSet.allOf(Problem.Kind.class));
    }

    /** Each archive of the corpus damaged in many ways: whatever comes of it, an answer does, within bounds. */
    @Test
    void lives_through_any_damage_to_any_of_them() {
        var random = new Random(2027);
        HostileArchives.all().forEach((trick, made) -> {
            var sound = made.get();
            for (var round = 0; round < 12 && sound.length > 0 && sound.length < MEGABYTE; round++) {
                var bytes = sound.clone();
                for (var i = 0; i < 1 + random.nextInt(12); i++) {
                    var at = random.nextBoolean()
                            ? bytes.length - 1 - random.nextInt(Math.min(400, bytes.length))
                            : random.nextInt(bytes.length);
                    bytes[at] = (byte) random.nextInt();
                }
                var cut = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
                var before = allocated();
                assertThat(READER.read(new SeekableInMemoryByteChannel(Arrays.copyOf(bytes, cut))))
                        .as("%s, round %d", trick, round)
                        .isNotNull();
                assertThat(allocated() - before)
                        .as("%s, round %d", trick, round)
                        .isLessThan(MOST_ALLOCATED);
            }
        });
    }

    private static String said(ArchiveContents contents) {
        return contents.problems().isEmpty()
                ? "–"
                : contents.problems().stream()
                        .map(problem -> problem.kind() + (problem.entry() == null ? "" : " «" + problem.entry() + "»"))
                        .collect(joining(", "));
    }

    /** Trick → what is found: {@code trick | PROBLEM «file», …}, or a dash for nothing. */
    private static Map<String, String> table() throws IOException {
        var table = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var bar = line.indexOf('|');
                table.put(
                        line.substring(0, bar).strip(), line.substring(bar + 1).strip());
            }
        }
        return table;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static ArchiveReader reader() {
        try {
            return new ArchiveReader(
                    DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")))
                            .intake());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
