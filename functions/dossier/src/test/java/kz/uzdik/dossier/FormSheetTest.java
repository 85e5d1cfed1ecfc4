package kz.uzdik.dossier;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import kz.uzdik.contest.dossier.FormRead;
import kz.uzdik.json.DefinitionReader;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of forms that LibreOffice and libraries wrote ({@code forms/make.py}), and of odd and hostile ones. */
class FormSheetTest {

    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    private static final ArchiveReader READER = new ArchiveReader(intake());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        openpyxl-application | application | Форма №1 | B5 TEXT Бауыржан Тілеуов; B6 TEXT 790922300005; B7 TEXT 103633000; B8 NUMBER 45117; B9 TEXT местный исполнительный орган; B10 TEXT Аудан әкімдігі; B11 TEXT 05.04.2027
        libreoffice-application | application | Форма №1 | B5 TEXT Бауыржан Тілеуов; B6 TEXT 790922300005; B7 TEXT 103633000; B8 NUMBER 45117; B9 TEXT местный исполнительный орган; B10 TEXT Аудан әкімдігі; B11 TEXT 05.04.2027
        xlsxwriter-inline | application | Форма №1 | B5 TEXT Бауыржан Тілеуов; B6 TEXT 790922300005; B7 TEXT 103633000; B8 NUMBER 45117; B9 TEXT местный исполнительный орган; B10 TEXT Аудан әкімдігі; B11 TEXT 05.04.2027
        openpyxl-formulas | indicators | Көрсеткіштер | B5 TEXT 103633000; B6 NUMBER 46388; B7 UNCOMPUTED; B8 UNCOMPUTED; B9 UNCOMPUTED; B10 NUMBER 12; B11 NUMBER 30; B12 NUMBER 0
        libreoffice-formulas | indicators | Көрсеткіштер | B5 TEXT 103633000; B6 NUMBER 46388; B7 NUMBER 12.5; B8 ERROR #DIV/0!; B9 TEXT 1 250,5; B10 NUMBER 12; B11 NUMBER 30; B12 NUMBER 0
        xlsxwriter-1904 | indicators | Көрсеткiштер | B5 TEXT 103633000; B6 NUMBER 44926; B7 NUMBER 12.5; B8 NUMBER 40; B9 TEXT 1 250,5; B10 NUMBER 12; B11 NUMBER 30; B12 NUMBER 0
        """)
    void reads_what_programs_of_people_write(String file, String item, String sheet, String cells) throws IOException {
        var found = only(read("кесте.xlsx", Files.readAllBytes(FORMS.resolve(file + ".xlsx")), Map.of()));

        assertThat(found.document())
                .as("told by the sheet, not by the file's name")
                .isEqualTo(item);
        var form = form(found);
        assertThat(form.sheet()).isEqualTo(sheet);
        assertThat(said(form)).isEqualTo(cells);
        assertThat(form.since1904()).isEqualTo(file.endsWith("1904"));
        var days = form.cell(item.equals("application") ? "B8" : "B6")
                .orElseThrow()
                .day(form.since1904());
        assertThat(days).contains(java.time.LocalDate.parse(item.equals("application") ? "2023-07-10" : "2027-01-01"));
    }

    @Test
    void takes_the_word_of_who_knows_before_the_sheet_and_the_sheet_before_the_name() throws IOException {
        var workbook = Files.readAllBytes(FORMS.resolve("openpyxl-application.xlsx"));

        assertThat(only(read("4 Сауалнама.xlsx", workbook, Map.of())).document())
                .isEqualTo("application");
        var said = only(read("4 Сауалнама.xlsx", workbook, Map.of("4 Сауалнама.xlsx", "questionnaire")));
        assertThat(said.document()).isEqualTo("questionnaire");
        assertThat(form(said)).isEqualTo(FormRead.NO_SHEET);
        var none = only(read("өтініш.xlsx", workbook, Map.of("өтініш.xlsx", "")));
        assertThat(none.document()).isNull();
        assertThat(none.form()).isNull();
        assertThat(only(read("өтініш.xlsx", workbook, Map.of("өтініш.xlsx", "video")))
                        .document())
                .as("a workbook can be no film")
                .isEqualTo("application");
    }

    @Test
    void says_of_another_workbook_that_the_form_is_not_in_it() throws IOException {
        var other = workbook("Парақ1", SHEET + "<sheetData/></worksheet>");

        assertThat(form(only(read("5 Көрсеткіштер.xlsx", other, Map.of())))).isEqualTo(FormRead.NO_SHEET);
        var beside = only(read("есеп.xlsx", other, Map.of()));
        assertThat(beside.document()).isNull();
        assertThat(beside.form()).isNull();
    }

    @Test
    void finds_cells_that_do_not_say_where_they_are() throws IOException {
        var row = "<row><c/><c t=\"inlineStr\"><is><r><t>Әлия</t></r><rPh><t>x</t></rPh><r><t>"
                + " Құрман</t></r></is></c></row>";
        var sheet = SHEET + "<sheetData><row r=\"4\"/>" + row
                + "<row><c t=\"b\"><v>1</v></c><c t=\"d\"><v>2024-03-01T00:00:00</v></c></row>"
                + "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>7</v></c></row></sheetData></worksheet>";

        assertThat(said(form(only(read("1.xlsx", workbook("ФОРМА  №1", sheet), Map.of())))))
                .isEqualTo("B5 TEXT Әлия Құрман; B6 DAY 2024-03-01T00:00:00; B7 TEXT");
    }

    @ParameterizedTest
    @CsvSource({
        "entities, ACTIVE_CONTENT",
        "unclosed, UNREADABLE_ENTRY",
        "deep, UNREADABLE_ENTRY",
        "large, TOO_LARGE_UNPACKED"
    })
    void is_not_led_astray_by_a_hostile_sheet(String trick, Problem.Kind kind) throws IOException {
        var sheet = switch (trick) {
            case "entities" ->
                "<!DOCTYPE worksheet [<!ENTITY a \"аааа\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + SHEET
                        + "<c r=\"B5\"><v>&b;</v></c></worksheet>";
            case "unclosed" -> SHEET + "<sheetData><row r=\"5\"><c r=\"B5\"><v>1";
            case "deep" -> SHEET + "<c>".repeat(400_000);
            default -> SHEET + " ".repeat(9 * 1024 * 1024) + "</worksheet>";
        };

        var contents = read("1 Өтініш.xlsx", workbook("№1 нысан", sheet), Map.of());

        assertThat(contents.problems()).extracting(Problem::kind).containsExactly(kind);
        assertThat(form(only(contents))).isEqualTo(FormRead.NO_SHEET);
    }

    static FormRead form(FileFound file) {
        return Objects.requireNonNull(file.form());
    }

    private static FileFound only(ArchiveContents contents) {
        assertThat(contents.files()).hasSize(1);
        return contents.files().getFirst();
    }

    private static String said(FormRead form) {
        return form.cells().stream()
                .sorted(java.util.Comparator.comparingInt(
                        cell -> Integer.parseInt(cell.cell().substring(1))))
                .map(cell -> Stream.of(cell.cell(), cell.kind().name(), cell.content())
                        .filter(word -> !word.isEmpty())
                        .collect(joining(" ")))
                .collect(joining("; "));
    }

    static ArchiveContents read(String name, byte[] content, Map<String, String> said) {
        return READER.read(new SeekableInMemoryByteChannel(zip(Map.of(name, content))), said);
    }

    /** A workbook of one sheet, as small as can be. */
    private static byte[] workbook(String name, String sheet) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "xl/workbook.xml",
                text("<workbook xmlns=\"http://purl.oclc.org/ooxml/spreadsheetml/main\""
                        + " xmlns:q=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets><sheet name=\""
                        + name
                        + "\" sheetId=\"1\" q:id=\"x\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                text("<Relationships><Relationship Id=\"x\" Target=\"/xl/a/b.xml\"/></Relationships>"));
        parts.put("xl/a/b.xml", text(sheet));
        return zip(parts);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Intake intake() {
        try {
            return DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")))
                    .intake();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
