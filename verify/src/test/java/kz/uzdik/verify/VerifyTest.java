package kz.uzdik.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound packs, files that are no packs, and wrong calls. */
class VerifyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"selection", "regional", "republican"})
    void aSoundPackAgrees(String stage) {
        var told = Forgery.verify(folder, SamplePack.of(stage, 1));
        assertThat(told.out()).contains("all agrees", "stage " + stage);
        assertThat(told.exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"selection", "regional", "republican"})
    void theSameFactsInAnyOrderGiveTheSameBytes(String stage) {
        assertThat(SamplePack.of(stage, 1)).isEqualTo(SamplePack.of(stage, 2));
    }

    @Test
    void aCorrectionNamesTheAnnouncementBefore() throws IOException {
        var first = SamplePack.of("regional", 1);
        var before = Files.write(folder.resolve("first.zip"), first).toString();
        var correction = SamplePack.correcting(first, "regional");
        var told = Forgery.verify(folder, correction, "--corrects", before);
        assertThat(told.out()).contains("all agrees", "corrects announcement 1", "Парақ қате.");
        assertThat(told.exit()).isZero();
        assertThat(Json.tree(Forgery.verify(folder, correction, "--json").out())
                        .at("/corrects/number")
                        .asInt())
                .isEqualTo(1);
        assertThat(Forgery.verify(
                                folder,
                                correction,
                                "--corrects",
                                folder.resolve("none.zip").toString())
                        .out())
                .contains("which is not a file");
        assertThat(Forgery.verify(folder, SamplePack.correcting(new byte[1], "regional"), "--corrects", before)
                        .out())
                .contains("whose pack has SHA-256");
        assertThat(Forgery.verify(folder, first, "--corrects", before).exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        manifest.json    | "number" : 2        | "number" : 3        | is not the one before
        manifest.json    | 2027-06-            | 2028-06-            | which is not before its own
        manifest.json    | "evidenceSha256" : "| "evidenceSha256" : "x | no SHA-256
        manifest.json    | Парақ қате.         |                     | gives no reason
        protocol-kk.html | Парақ қате.         | Бәрі дұрыс.         | protocol-kk.html does not tell
        protocol-ru.html | Лист ошибочен.      | Всё верно.          | protocol-ru.html does not tell
        """)
    void aCorrectionThatDoesNotSayWhatItCorrectsIsNamed(String file, String what, String by, String said) {
        var forgery = new Forgery(SamplePack.correcting(SamplePack.of("regional", 1), "regional"))
                .edit(file, text -> {
                    var at = what.startsWith("2027") ? text.lastIndexOf(what) : text.indexOf(what);
                    return text.substring(0, at) + (by == null ? "" : by) + text.substring(at + what.length());
                })
                .withNewManifest();
        var told = forgery.verify(folder);
        assertThat(told.out()).contains(said);
        assertThat(told.exit()).isEqualTo(1);
    }

    @Test
    void jsonTellsTheCounts() throws IOException {
        var told = Forgery.verify(folder, SamplePack.of("regional", 1), "--json");
        var json = Json.tree(told.out());
        assertThat(json.at("/agrees").asBoolean()).isTrue();
        assertThat(json.at("/counted/sheets").asLong()).isEqualTo(24);
        assertThat(json.at("/counted/receipts").asLong())
                .isGreaterThan(json.at("/counted/answers").asLong());
        assertThat(json.at("/sha256").asText()).hasSize(64);
    }

    @Test
    void itHoldsNoAddressNoNoteAndNoReasonOfARecusal() {
        var pack = new Forgery(SamplePack.of("regional", 1));
        assertThat(pack.files.keySet())
                .allSatisfy(file ->
                        assertThat(pack.text(file)).doesNotContain("@example.kz", "жасырын", "туысы", "0badcafe"));
    }

    @Test
    void answersOfFewAreNotShown() {
        var pack = new Forgery(SamplePack.of("regional", 1));
        var receipts = pack.text("receipts-residents.txt")
                .lines()
                .collect(Collectors.groupingBy(line -> line.substring(0, line.indexOf(' ')), Collectors.counting()));
        var few = receipts.entrySet().stream()
                .filter(candidate -> candidate.getValue() == 2)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        assertThat(pack.text("answers-residents.jsonl")).doesNotContain(few);
        assertThat(pack.text("tallies.json")).contains("\"ballots\" : 2,\n      \"counts\" : { }");
    }

    @Test
    void aWrongCallIsAUsageError() {
        assertThat(Forgery.run().exit()).isEqualTo(2);
        assertThat(Forgery.run("--nonsense", "x.zip").exit()).isEqualTo(2);
        assertThat(Forgery.run("--help").exit()).isZero();
    }

    @Test
    void whatIsNoFileIsSaid() {
        assertThat(Forgery.run(folder.resolve("none.zip").toString()).out()).contains("does not exist");
        assertThat(Forgery.run(folder.toString()).out()).contains("is not a file");
        assertThat(Forgery.run(folder.toString()).exit()).isEqualTo(1);
    }

    @Test
    void whatIsNoZipIsSaid() {
        assertDiffers(new byte[0], "is not a ZIP");
        assertDiffers("сәлем".getBytes(StandardCharsets.UTF_8), "is not a ZIP");
    }

    @Test
    void aTruncatedPackIsNeverTaken() {
        var pack = SamplePack.of("regional", 1);
        for (int tenth = 1; tenth < 10; tenth++) {
            assertDiffers(Arrays.copyOf(pack, pack.length * tenth / 10), "not a whole one");
        }
        assertDiffers(Arrays.copyOf(pack, pack.length - 1), "not a whole one");
    }

    @Test
    void aDoubledEntryIsRefused() {
        var forgery = new Forgery(SamplePack.of("regional", 1));
        forgery.files.put("rating.jsoX", forgery.files.get("rating.json"));
        var pack = forgery.zip();
        for (int i = 0; i + 11 <= pack.length; i++) {
            if (new String(pack, i, 11, StandardCharsets.ISO_8859_1).equals("rating.jsoX")) {
                pack[i + 10] = 'n';
            }
        }
        assertDiffers(pack, "rating.json");
    }

    @Test
    void anEntryOfAbsurdSizeIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i <= 256; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertDiffers(out.toByteArray(), "larger than any pack's");
    }

    @Test
    void anotherZipIsNoPack() throws IOException {
        var forgery = new Forgery(SamplePack.of("selection", 1));
        forgery.files.clear();
        forgery.files.put("letter.txt", new byte[] {'x'});
        assertDiffers(forgery.zip(), "has no manifest.json");
        assertThat(Files.exists(folder.resolve("letter.txt"))).isFalse();
    }

    private void assertDiffers(byte[] pack, String message) {
        var told = Forgery.verify(folder, pack);
        assertThat(told.out()).contains(message);
        assertThat(told.err()).isEmpty();
        assertThat(told.exit()).isEqualTo(1);
    }
}
