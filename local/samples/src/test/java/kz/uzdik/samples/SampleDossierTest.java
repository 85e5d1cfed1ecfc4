package kz.uzdik.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.mp4.Mp4Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleDossierTest {

    private static final SampleDossier GOOD = SampleDossier.good(7, "Әлия Құрманғазы", "Өрнек ауылдық округі");

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void has_every_file_under_the_name_of_its_habit(Naming naming) throws IOException {
        var files = unzip(GOOD.named(naming).zip(), naming == Naming.RUSSIAN_CP866 ? "IBM866" : "UTF-8");

        assertThat(files.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Item.values())
                        .map(item -> item.fileName(naming))
                        .toList());
    }

    @Test
    void documents_open_and_keep_kazakh_letters() throws IOException {
        var files = unzip(GOOD.named(Naming.KAZAKH).zip(), "UTF-8");

        try (var pdf = Loader.loadPDF(content(files, Item.APPLICATION))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Әлия Құрманғазы", "Өрнек ауылдық округі");
        }
        try (var pdf = Loader.loadPDF(content(files, Item.SLIDES))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content(files, Item.INDICATORS)))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(5);
        }
    }

    @Test
    void film_has_the_length_asked_for() throws Exception {
        var film = SampleVideo.mp4(Duration.ofSeconds(271), 7);

        var metadata = Mp4MetadataReader.readMetadata(new ByteArrayInputStream(film));
        var directory = metadata.getFirstDirectoryOfType(Mp4Directory.class);
        assertThat(directory.getDouble(Mp4Directory.TAG_DURATION_SECONDS)).isEqualTo(271.0);
        assertThat(film).hasSizeLessThan(64 * 1024);
    }

    @Test
    void same_values_give_the_same_bytes_and_others_do_not() {
        assertThat(GOOD.zip()).isEqualTo(GOOD.zip());
        assertThat(GOOD.zip())
                .isNotEqualTo(
                        SampleDossier.good(8, GOOD.candidate(), GOOD.okrug()).zip());
    }

    @Test
    void flaws_are_what_they_say() throws IOException {
        var open = GOOD.named(Naming.KAZAKH);

        assertThat(unzip(open.without(Item.QUESTIONNAIRE).zip(), "UTF-8"))
                .doesNotContainKey(Item.QUESTIONNAIRE.fileName(Naming.KAZAKH));
        assertThat(unzip(open.with(Damage.UNSAFE_NAME).zip(), "UTF-8"))
                .containsKey("../" + Item.APPLICATION.fileName(Naming.KAZAKH));
        assertThatThrownBy(() -> unzip(open.with(Damage.TRUNCATED).zip(), "UTF-8"))
                .isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> unzip(open.with(Damage.NOT_A_ZIP).zip(), "UTF-8"))
                .isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> unzip(open.with(Damage.ENCRYPTED).zip(), "UTF-8"))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("encrypted");
    }

    private static byte[] content(Map<String, byte[]> files, Item item) {
        var content = files.get(item.fileName(Naming.KAZAKH));
        assertThat(content).isNotNull();
        return content == null ? new byte[0] : content;
    }

    private Map<String, byte[]> unzip(byte[] archive, String names) throws IOException {
        var file = Files.write(folder.resolve("archive.zip"), archive);
        var files = new HashMap<String, byte[]>();
        try (var zip = new ZipFile(file.toFile(), Charset.forName(names))) {
            for (var entry : zip.stream().toList()) {
                try (var in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }
}
