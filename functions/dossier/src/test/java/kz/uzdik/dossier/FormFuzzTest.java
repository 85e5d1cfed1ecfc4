package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.Eligibility;
import kz.uzdik.json.DefinitionReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks mutated within their XML, so that they still unpack: whatever comes of it, an answer does, within bounds. */
class FormFuzzTest {

    private static final int ROUNDS = 300;
    private static final long MOST_ALLOCATED = 64L * 1024 * 1024;
    private static final List<String> BITS = List.of(
            "<",
            ">",
            "\"",
            "&#0;",
            "&x;",
            "<c r=\"B6\" t=\"s\">",
            "<v>",
            "</v>",
            "1e999",
            "-9999999999",
            "99999999999999999999",
            "t=\"e\"",
            "t=\"d\"",
            "<f/>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<!DOCTYPE x>",
            "r=\"ZZZ9999999\"",
            "\u0000",
            "NaN",
            "<si/>");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libreoffice-application",
                "libreoffice-formulas",
                "openpyxl-application",
                "xlsxwriter-inline",
                "xlsxwriter-1904"
            })
    void lives_through_any_mutation(String file) throws IOException {
        var definition = DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")));
        var parts = unzip(Files.readAllBytes(Path.of("src/test/resources/forms", file + ".xlsx")));
        var random = new Random(file.hashCode());
        for (var round = 0; round < ROUNDS; round++) {
            var workbook = FormSheetTest.zip(mutated(parts, random));
            var before = allocated();
            answers(definition, workbook, file + ", round " + round);
            assertThat(allocated() - before).as("%s, round %d", file, round).isLessThan(MOST_ALLOCATED);
        }
    }

    private static void answers(ContestDefinition definition, byte[] workbook, String what) {
        var contents = FormSheetTest.read("1 Өтініш.xlsx", workbook, Map.of());
        assertThat(contents.files()).as(what).hasSize(1);
        assertThat(Eligibility.findings(definition, null, contents, null))
                .as(what)
                .allSatisfy(finding -> assertThat(
                                finding.message().kk() + finding.message().ru())
                        .isNotBlank()
                        .doesNotContain("790922300005"));
    }

    private static Map<String, byte[]> mutated(Map<String, byte[]> parts, Random random) {
        var mutated = new LinkedHashMap<>(parts);
        var names =
                parts.keySet().stream().filter(name -> name.startsWith("xl/")).toList();
        for (var i = 0; i < 1 + random.nextInt(3); i++) {
            var name = names.get(random.nextInt(names.size()));
            var text = new StringBuilder(new String(mutated.get(name), StandardCharsets.UTF_8));
            for (var j = 0; j < 1 + random.nextInt(4); j++) {
                var at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
                    case 1 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
                    case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
                    default -> text.insert(at, text.substring(Math.max(0, at - random.nextInt(200)), at));
                }
            }
            mutated.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return mutated;
    }

    private static Map<String, byte[]> unzip(byte[] workbook) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
