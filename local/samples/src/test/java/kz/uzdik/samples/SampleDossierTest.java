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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kz.uzdik.contest.definition.DocumentForm;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.NominatorKind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
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
    }

    @Test
    void forms_open_in_a_reader_of_workbooks_and_keep_their_cells() throws IOException {
        var kinds = List.of(new DocumentKind(
                "questionnaire",
                "§9(4)",
                new Text("сауалнама", "анкета"),
                List.of("xlsx"),
                List.of("сауалнама"),
                true,
                null,
                null,
                new DocumentForm(
                        new Text("№2 нысан", "Форма №2"),
                        null,
                        List.of(
                                cell("B5", DocumentForm.Fact.CANDIDATE_NAME),
                                cell("B6", DocumentForm.Fact.IIN),
                                cell("B7", DocumentForm.Fact.IN_POST_SINCE)))));
        var facts = new FormFacts(
                kinds, "010203500009", "103633000", LocalDate.of(2023, 7, 10), NominatorKind.SELF, "Әлия", null);
        var workbook = facts.workbook("questionnaire", "ru", "Әлия Құрманғазы", 7);

        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().getName()).isEqualTo("Форма №2");
            var rows = read.getFirstSheet().read();
            assertThat(rows.stream()
                            .flatMap(row -> row.getOptionalCell(1).stream())
                            .map(Cell::getText))
                    .containsExactly("Әлия Құрманғазы", "010203500009", "45117.0");
        }
        assertThat(workbook).isEqualTo(facts.workbook("questionnaire", "ru", "Әлия Құрманғазы", 7));
    }

    private static DocumentForm.Cell cell(String address, DocumentForm.Fact fact) {
        return new DocumentForm.Cell(address, new Text("белгі", "метка"), fact, true);
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
