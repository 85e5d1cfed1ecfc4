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
        assertThat(channel.given).isLessThan(channel.size() / 100);
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
