package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.uzdik.json.Json;
import kz.uzdik.store.Content;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The results as tables: read by a spreadsheet's own reader, harmless, the same bytes for the same results. */
final class ResultsTableTest {

    @Test
    void eachFileIsThereAsItsHashSaysAndTheSameEachTime() throws Exception {
        var rig = new RankingRig();
        rig.selection(3);
        assertThat(rig.announce("selection").getStatusCode()).isEqualTo(201);
        var other = new RankingRig();
        other.selection(3);
        assertThat(other.announce("selection").getStatusCode()).isEqualTo(201);
        var files = results(rig).at("/files");
        assertThat(files.findValuesAsText("path"))
                .containsExactly(
                        "/protocols/selection-kk.html",
                        "/protocols/selection-kk.pdf",
                        "/data/results-selection-kk.xlsx",
                        "/data/results-selection-kk.csv",
                        "/protocols/selection-ru.html",
                        "/protocols/selection-ru.pdf",
                        "/data/results-selection-ru.xlsx",
                        "/data/results-selection-ru.csv");
        for (var file : files) {
            var key = file.at("/path").asText().substring(1);
            assertThat(Content.sha256(rig.file(key)))
                    .isEqualTo(file.at("/sha256").asText());
            assertThat(rig.file(key)).as(key).hasSize(file.at("/bytes").asInt()).isEqualTo(other.file(key));
        }
        assertThat(results(rig).at("/trust")).isEmpty();
    }

    @Test
    void bothTablesHaveALineForEachPlace() throws Exception {
        var rig = new RankingRig();
        rig.selection(3);
        rig.announce("selection");
        var rows = read(rig.file("data/results-selection-ru.xlsx"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).getCellText(8)).isEqualTo("Анкета участника");
        assertThat(rows.get(0).getCellText(9)).isEqualTo("Анкета участника: вес");
        var best = results(rig).at("/scopes/0/standings/0");
        assertThat(rows.get(1).getCellAsNumber(1)).contains(BigDecimal.ONE);
        assertThat(rows.get(1).getCellText(2)).isEqualTo(best.at("/name").asText());
        assertThat(rows.get(1).getCellAsNumber(5).orElseThrow())
                .isEqualByComparingTo(best.at("/total").decimalValue());
        assertThat(rows.get(1).getCellText(14))
                .isEqualTo(best.at("/explanation/ru").asText());
        var csv = new String(rig.file("data/results-selection-kk.csv"), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeff\"Облыс немесе республика\";\"Орын\";\"Үміткер\";")
                .endsWith("\r\n");
        assertThat(csv.split("\r\n")).hasSize(4);
        assertThat(csv.split("\r\n")[1])
                .contains(";1;\"" + best.at("/name").asText() + "\";")
                .contains(";100,0000;\"Келесі кезеңге өтеді.\";");
    }

    @Test
    void aNameIsNeverRunAsAFormula() throws Exception {
        var nasty = List.of("=HYPERLINK(\"http://x\")", "+7 701", "-5", "@SUM(A1)", "\t=1+1", "А; \"Б\"\r\n=1");
        var rows = new ArrayList<List<Object>>(List.of(List.of("Аты <&>")));
        nasty.forEach(name -> rows.add(List.of(name)));
        rows.add(List.of(new BigDecimal("-0.5000")));
        assertThat(new String(Csv.of(rows), StandardCharsets.UTF_8)).isEqualTo("""
            \ufeff"Аты <&>"\r
            "'=HYPERLINK(""http://x"")"\r
            "'+7 701"\r
            "'-5"\r
            "'@SUM(A1)"\r
            "'\t=1+1"\r
            "А; ""Б""\r
            =1"\r
            -0,5000\r
            """);
        var read = read(Workbook.of("Кезең: [1]/2, өте ұзын атауы бар парақ", rows));
        for (int i = 0; i < nasty.size(); i++) {
            assertThat(read.get(i + 1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(read.get(i + 1).getCellText(0).replace("\r\n", "\n"))
                    .isEqualTo(nasty.get(i).replace("\r\n", "\n"));
        }
        assertThat(read.getLast().getCell(0).getType()).isEqualTo(CellType.NUMBER);
    }

    @Test
    void thereMayBeMoreColumnsThanLetters() throws Exception {
        var wide = new ArrayList<Object>();
        for (int i = 0; i < 60; i++) {
            wide.add("c" + i);
        }
        var row = read(Workbook.of("кең", List.of(wide))).getFirst();
        assertThat(row.getCell(26).getAddress().toString()).isEqualTo("AA1");
        assertThat(row.getCellText(59)).isEqualTo("c59");
    }

    private static JsonNode results(RankingRig rig) throws Exception {
        return Json.tree(new String(rig.file("data/results-selection.json"), StandardCharsets.UTF_8));
    }

    private static List<Row> read(byte[] workbook) throws Exception {
        try (var read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            return read.getFirstSheet().read();
        }
    }
}
