package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the definition anonymises members, nothing that is published or mailed says whose sheet is whose. */
final class AnonymisedTest {

    @TempDir
    Path folder;

    @Test
    void explanationResultsProtocolPackAndMailsShowNumbers() throws Exception {
        var shipped = Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
        var contest = folder.resolve("contest.json");
        Files.writeString(contest, shipped.replace("\"members\": \"NAMED\"", "\"members\": \"ANONYMISED\""));
        var rig = new RankingRig(contest);
        var candidate = rig.selection(1).getFirst();
        rig.correct("selection", rig.scope, "project", candidate, 2, 9, "қосындысы қате");
        var paper = rig.enter("selection", rig.scope, "project", candidate, 7, 0);
        rig.confirm(rig.scope, paper);
        var other = rig.enter("selection", rig.scope, "questionnaire", candidate, 7, 0);
        rig.confirm(rig.scope, other);
        assertThat(rig.announce("selection").getStatusCode()).isEqualTo(201);

        var results = text(rig, "data/results-selection.json");
        assertThat(results).doesNotContain("Мүше");
        assertThat(Json.tree(results)
                        .at("/scopes/0/standings/0/components/1/sheets")
                        .findValuesAsText("member"))
                .hasSize(7)
                .allMatch(member -> member.matches("№ [1-9]"));
        var mail = rig.mail("OUTBOX#stage-result/selection/" + candidate + "/candidate");
        assertThat(mail).contains("№ ").doesNotContain("Мүше");
        var protocol = text(rig, "protocols/selection-ru.html");
        assertThat(protocol).contains("имена не публикуются", "Исправления листов", "№ ");
        for (var i = 1; i <= 9; i++) {
            assertThat(protocol.split("Мүше &lt;" + i + "&gt;", -1))
                    .as("who sits on the commission, and where they sign")
                    .hasSize(3);
        }
        var pack = entries(rig.file("evidence/evidence-selection.zip"));
        pack.forEach((name, content) -> {
            if (!name.startsWith("protocol")) {
                assertThat(content).as(name).doesNotContain("Мүше");
                assertThat(IntStream.rangeClosed(1, 9).mapToObj(i -> "\"m" + i + "\""))
                        .as(name)
                        .noneMatch(content::contains);
            }
        });
        assertThat(pack.get("sheets.json")).doesNotContain("\"s1\"", "\"s2\"");
        rig.agency("POST /v1/evidence/{stage}", "", "selection");
        assertThat(rig.file("evidence/rebuilt/evidence-selection.zip"))
                .isEqualTo(rig.file("evidence/evidence-selection.zip"));
    }

    private static String text(RankingRig rig, String key) {
        return new String(rig.file(key), StandardCharsets.UTF_8);
    }

    private static TreeMap<String, String> entries(byte[] pack) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
