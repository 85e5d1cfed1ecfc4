package kz.uzdik.dossier;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.Damage;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.Naming;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.samples.SampleVideo;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveReaderTest {

    private static final ArchiveReader READER = new ArchiveReader(definition());
    private static final SampleDossier GOOD =
            SampleDossier.good(7, "Әлия Құрманғазы", "Өрнек").named(Naming.KAZAKH);

    @ParameterizedTest
    @EnumSource
    void recognises_every_item_however_files_are_named(Naming naming) {
        var contents =
                read(GOOD.named(naming).withVideo(Duration.ofSeconds(270)).zip());

        assertThat(contents.problems()).isEmpty();
        assertThat(contents.files())
                .extracting(FileFound::document)
                .containsExactlyInAnyOrder(
                        "application",
                        "identityCard",
                        "serviceRecord",
                        "questionnaire",
                        "indicators",
                        "slides",
                        "video");
        assertThat(found(contents, "video").seconds()).isEqualTo(270.0);
        assertThat(found(contents, "slides").pages()).isEqualTo(3);
        assertThat(found(contents, "serviceRecord").pages()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"NOT_A_ZIP,NOT_A_ZIP", "TRUNCATED,TRUNCATED", "ENCRYPTED,ENCRYPTED", "UNSAFE_NAME,UNSAFE_NAME"})
    void names_what_is_wrong_with_the_archive(Damage damage, Problem.Kind kind) {
        assertThat(read(GOOD.with(damage).zip()).problems())
                .isNotEmpty()
                .extracting(Problem::kind)
                .containsOnly(kind);
    }

    @Test
    void misses_the_item_that_is_not_there() {
        assertThat(read(GOOD.without(Item.QUESTIONNAIRE).zip()).files())
                .hasSize(6)
                .extracting(FileFound::document)
                .doesNotContain("questionnaire");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/өтініш.pdf", "C:\\өтініш.pdf", "a/../../өтініш.pdf", "..\\өтініш.pdf", "\\\\host\\x.pdf"})
    void reads_nothing_whose_name_leads_out_of_the_folder(String name) {
        var contents = read(zip(Map.of(name, new byte[] {1})));

        assertThat(contents.files()).isEmpty();
        assertThat(contents.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNSAFE_NAME);
    }

    @Test
    void does_not_unpack_a_bomb() {
        var contents = read(zip(Map.of("слайды.pdf", new byte[80 * 1024 * 1024])));

        assertThat(contents.problems()).containsExactly(new Problem(Problem.Kind.TOO_LARGE_UNPACKED, "слайды.pdf"));
    }

    @Test
    void does_not_unpack_more_than_the_directory_admits() {
        var bytes = zip(Map.of("слайды.pdf", new byte[1024 * 1024]));
        var zip = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        zip.putInt(zip.getInt(bytes.length - 22 + 16) + 24, 10);

        assertThat(read(bytes).problems()).containsExactly(new Problem(Problem.Kind.UNREADABLE_ENTRY, "слайды.pdf"));
    }

    @Test
    void stops_at_too_many_files() {
        var files = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < 5000; i++) {
            files.put("сурет" + i + ".jpg", new byte[0]);
        }

        var contents = read(zip(files));

        assertThat(contents.files()).hasSizeLessThanOrEqualTo(1000);
        assertThat(contents.problems()).containsExactly(new Problem(Problem.Kind.TOO_LARGE_UNPACKED, null));
    }

    @Test
    void finds_content_that_was_damaged_after_packing() {
        var pdf = "%PDF-1.4 and so on".getBytes(StandardCharsets.US_ASCII);
        var bytes = stored("өтініш.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3});
        assertThat(read(bytes).problems()).isEmpty();
        bytes[indexOf(bytes, new byte[] {1, 2, 3})] ^= 0x40;

        assertThat(read(bytes).problems()).containsExactly(new Problem(Problem.Kind.UNREADABLE_ENTRY, "өтініш.png"));
        assertThat(read(stored("өтініш.pdf", pdf)).problems())
                .containsExactly(new Problem(Problem.Kind.UNREADABLE_ENTRY, "өтініш.pdf"));
    }

    @Test
    void lives_through_any_damage() {
        var sound = GOOD.zip();
        var random = new Random(11);
        for (var round = 0; round < 150; round++) {
            var bytes = sound.clone();
            for (var i = 0; i < 1 + random.nextInt(20); i++) {
                var tail =
                        random.nextBoolean() ? bytes.length - 1 - random.nextInt(1200) : random.nextInt(bytes.length);
                bytes[tail] = (byte) random.nextInt();
            }
            var cut = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
            assertThat(read(Arrays.copyOf(bytes, cut))).as("round %d", round).isNotNull();
        }
    }

    @Test
    void lives_through_any_film() {
        var sound = SampleVideo.mp4(Duration.ofMinutes(4), 3);
        var random = new Random(5);
        for (var round = 0; round < 500; round++) {
            var film = sound.clone();
            for (var i = 0; i < 1 + random.nextInt(8); i++) {
                film[random.nextInt(800)] = (byte) random.nextInt();
            }
            assertThat(read(stored("бейне.mp4", film)).files())
                    .as("round %d", round)
                    .hasSize(1);
        }
    }

    @Test
    void reads_only_the_header_of_a_film() throws IOException {
        var channel = new CountingChannel(stored("бейне.mp4", withSpace(30 * 1024 * 1024)));

        var contents = READER.read(channel);

        assertThat(found(contents, "video").seconds()).isEqualTo(240.0);
        assertThat(channel.given).isLessThan(64 * 1024);
    }

    /** A film with its header behind a long stretch that says nothing. */
    private static byte[] withSpace(int space) throws IOException {
        var film = SampleVideo.mp4(Duration.ofMinutes(4), 3);
        var out = new ByteArrayOutputStream();
        out.write(film, 0, 28);
        out.write(ByteBuffer.allocate(8)
                .putInt(space + 8)
                .put("free".getBytes(StandardCharsets.US_ASCII))
                .array());
        out.write(new byte[space]);
        out.write(film, 28, film.length - 28);
        return out.toByteArray();
    }

    private static ArchiveContents read(byte[] archive) {
        return READER.read(new SeekableInMemoryByteChannel(archive));
    }

    private static FileFound found(ArchiveContents contents, String document) {
        return contents.files().stream()
                .filter(file -> document.equals(file.document()))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return pack(files, false);
    }

    private static byte[] stored(String name, byte[] content) {
        return pack(Map.of(name, content), true);
    }

    private static byte[] pack(Map<String, byte[]> files, boolean stored) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                if (stored) {
                    var crc = new CRC32();
                    crc.update(file.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (var at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static kz.uzdik.contest.definition.Intake definition() {
        try {
            return requireNonNull(
                            DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json"))))
                    .intake();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class CountingChannel extends SeekableInMemoryByteChannel {

        private long given;

        CountingChannel(byte[] bytes) {
            super(bytes);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            var read = super.read(into);
            given += Math.max(read, 0);
            return read;
        }
    }
}
