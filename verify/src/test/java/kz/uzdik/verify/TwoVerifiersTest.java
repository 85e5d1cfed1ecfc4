package kz.uzdik.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar and the page are written apart from one another and come to the same verdict: on sound packs, on each file
 * changed in what it says by a forger who mends the manifest, and on changes anywhere.
 */
class TwoVerifiersTest {

    private static final byte[] FIRST = SamplePack.of("regional", 1);
    private static final byte[] PACK = SamplePack.correcting(FIRST, "regional");
    private static final int CHANGES_OF_A_FILE = 6;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static VerifierPage page;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        page = new VerifierPage();
    }

    @AfterAll
    static void close() {
        page.close();
    }

    /**
     * One change of what a file says.
     *
     * @param found whether a recount can find it although the manifest was mended; why not is in docs/evidence.md
     */
    private record Change(String file, boolean found, UnaryOperator<String> change) {
        static Change of(String file, boolean found, String what, String by) {
            return new Change(file, found, text -> text.replaceFirst(Pattern.quote(what), by));
        }
    }

    private static List<Change> changes() {
        return List.of(
                Change.of("manifest.json", true, "\"stage\" : \"regional\"", "\"stage\" : \"selection\""),
                Change.of("manifest.json", true, "\"number\" : 2", "\"number\" : 3"),
                Change.of("manifest.json", false, "T06:00:00Z\",\n  \"corrects", "T06:00:01Z\",\n  \"corrects"),
                Change.of("definition.json", true, "\"maxPoints\" : 10", "\"maxPoints\" : 20"),
                Change.of("definition.json", true, "\"weight\" : 0.5", "\"weight\" : 0.4"),
                Change.of("decisions.json", true, "REFUSED", "ADMITTED"),
                Change.of("decisions.json", false, "2027-06-26T05", "2027-06-25T05"),
                Change.of("participants.json", true, "\"projects\" : 1", "\"projects\" : 2"),
                Change.of("participants.json", true, "\"name\" : \"Әкім", "\"name\" : \"Аким"),
                Change.of("commissions.json", true, "m1-110000000", "mX-110000000"),
                Change.of("commissions.json", false, "\"name\" : \"Мүше 1\"", "\"name\" : \"Мүше 11\""),
                Change.of("sheets.json", true, "2027-06-26", "2027-06-27"),
                Change.of("seals.json", true, "\"salt\" : \"", "\"salt\" : \"0"),
                Change.of("sheet-points.json", true, "\"total\" : ", "\"total\" : 1"),
                Change.of("recusals.json", true, "m3-110000000", "m2-110000000"),
                Change.of("recusals.json", false, "2027-06-26", "2027-06-25"),
                Change.of("abstentions.json", false, "2027-06-26", "2027-06-25"),
                Change.of("casting-votes.json", true, "[ ]", """
                    [ {
                      "stage" : "regional",
                      "scope" : "110000000",
                      "sitting" : 1,
                      "order" : [ "d-113031000", "d-113032000" ],
                      "reason" : "дауыс",
                      "by" : "m2-110000000",
                      "at" : "2027-06-26T05:00:00Z"
                    } ]\
                    """),
                Change.of("sittings.json", true, "\"number\" : 2", "\"number\" : 3"),
                Change.of("sittings.json", false, "2027-06-", "2027-05-"),
                Change.of("earlier.json", true, "\"kind\" : \"chosen\"", "\"kind\" : \"notChosen\""),
                Change.of("annulments.json", true, " : 7", " : 8"),
                Change.of("annulments.json", false, "2027-06-26", "2027-06-25"),
                Change.of("paper.json", true, "\"5\" : 29", "\"5\" : 28"),
                Change.of("paper.json", false, "aaaa", "aaab"),
                Change.of("tallies.json", true, "\"ballots\" : 6", "\"ballots\" : 7"),
                Change.of("answers-residents.jsonl", true, "\"q2\":5", "\"q2\":4"),
                Change.of("receipts-residents.txt", true, "d-1", "d-2"),
                Change.of("rating.json", true, "\"total\" : ", "\"total\" : 1"),
                Change.of("rating.json", true, "\"rank\" : 1", "\"rank\" : 2"),
                Change.of("protocol-kk.html", true, "</td><td>", "</td><td>1"),
                Change.of("protocol-ru.html", true, "Әкім", "Аким"),
                Change.of("protocol-ru.html", true, "Лист ошибочен.", "Всё верно."),
                Change.of("protocol-kk.pdf", false, "%PDF-1.7", "%PDF-1.6"),
                Change.of("protocol-ru.pdf", false, "%PDF-1.7", "%PDF-1.6"),
                new Change("receipts-residents.txt", false, TwoVerifiersTest::anotherReceipt));
    }

    /** The last line's receipt with another last sign: still in order, and nobody else's. */
    private static String anotherReceipt(String text) {
        var last = text.charAt(text.length() - 2);
        return text.substring(0, text.length() - 2) + (last == 'Z' ? 'Y' : 'Z') + "\n";
    }

    @Test
    void soundPacksAgree() throws IOException {
        var packs = new ArrayList<byte[]>(List.of(PACK, new Forgery(PACK).zip()));
        Stream.of("selection", "regional", "republican").forEach(stage -> packs.add(SamplePack.of(stage, 1)));
        for (var pack : packs) {
            assertThat(page.verdict(pack)).startsWith("agrees").contains(Forgery.sha256(pack));
            assertThat(jarAgrees(pack)).isTrue();
        }
        assertThat(page.verdict(PACK)).contains("Парақ қате.", Forgery.sha256(FIRST));
        assertThat(page.faults()).isEmpty();
    }

    @Test
    void whereMembersAreAnonymisedThePackHoldsAndNamesNone() throws IOException {
        var pack = SamplePack.anonymised("regional", 1);
        assertThat(SamplePack.anonymised("regional", 2)).isEqualTo(pack);
        var forgery = new Forgery(pack);
        assertThat(forgery.files.keySet()).isEqualTo(new Forgery(FIRST).files.keySet());
        for (var file : forgery.files.entrySet()) {
            assertThat(new String(file.getValue(), StandardCharsets.UTF_8))
                    .as(file.getKey())
                    .doesNotContain("m1-", "m2-", "m3-", "Мүше", "CHAIR\"");
        }
        assertThat(new String(forgery.files.get("rating.json"), StandardCharsets.UTF_8))
                .isEqualTo(new String(new Forgery(FIRST).files.get("rating.json"), StandardCharsets.UTF_8));
        agree(pack, true);
        forged(pack, "sheets.json", "2027-06-26", "2027-06-27");
        forged(pack, "seals.json", "\"cover\" : \"[0-9a-f]", "\"cover\" : \"_");
        forged(pack, "seals.json", "\"cover\" : \"[0-9a-f]{64}\",\\s*", "");
        forged(pack, "definition.json", "ANONYMISED", "NAMED");
        forged(FIRST, "definition.json", "\"members\" : \"NAMED", "\"members\" : \"ANONYMISED");
        assertThat(page.faults()).isEmpty();
    }

    private void forged(byte[] pack, String file, String what, String by) throws IOException {
        agree(
                new Forgery(pack)
                        .edit(file, text -> text.replaceFirst(what, by))
                        .withNewManifest()
                        .zip(),
                false);
    }

    private void agree(byte[] pack, boolean sound) throws IOException {
        assertThat(jarAgrees(pack)).isEqualTo(sound);
        assertThat(page.verdict(pack)).startsWith(sound ? "agrees" : "differs");
    }

    @Test
    void everyFileIsCoveredAndWhatCanBeFoundIsFoundByBoth() throws IOException {
        assertThat(changes().stream().map(Change::file).distinct())
                .containsExactlyInAnyOrderElementsOf(new Forgery(PACK).files.keySet());
        var softly = new SoftAssertions();
        for (var change : changes()) {
            var forged = new Forgery(PACK).edit(change.file(), change.change());
            if (!change.file().equals("manifest.json")) {
                var noticed = forged.zip();
                softly.assertThat(jarAgrees(noticed))
                        .as("the jar, by the manifest: %s", change.file())
                        .isFalse();
                softly.assertThat(page.verdict(noticed))
                        .as("the page, by the manifest: %s", change.file())
                        .startsWith("differs");
                forged.withNewManifest();
            }
            var pack = forged.zip();
            softly.assertThat(jarAgrees(pack)).as("the jar on %s", change).isEqualTo(!change.found());
            softly.assertThat(page.verdict(pack))
                    .as("the page on %s", change)
                    .startsWith(change.found() ? "differs" : "agrees");
        }
        softly.assertAll();
        assertThat(page.faults()).isEmpty();
    }

    /** One letter or digit changed anywhere, the manifest mended; the definition's own form is the jar's to check alone. */
    @Test
    void changesAnywhereAreJudgedAlike() throws IOException {
        var random = new Random(5);
        var softly = new SoftAssertions();
        for (var file : new Forgery(PACK).files.keySet()) {
            for (var n = 0;
                    n < CHANGES_OF_A_FILE && !file.equals("definition.json") && !file.equals("manifest.json");
                    n++) {
                var forgery = new Forgery(PACK);
                var text = forgery.text(file);
                if (text.chars().noneMatch(Character::isLetterOrDigit)) {
                    break;
                }
                int at;
                do {
                    at = random.nextInt(text.length());
                } while (!Character.isLetterOrDigit(text.charAt(at)));
                var was = text.charAt(at);
                var by = Character.isDigit(was) ? (char) ('0' + (was - '0' + 1) % 10) : (char) (was + 1);
                forgery.files.put(
                        file, (text.substring(0, at) + by + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8));
                var pack = forgery.withNewManifest().zip();
                softly.assertThat(page.verdict(pack))
                        .as("%s at %d: %s for %s", file, at, by, was)
                        .startsWith(jarAgrees(pack) ? "agrees" : "differs");
            }
        }
        softly.assertAll();
        assertThat(page.faults()).isEmpty();
    }

    @Test
    void whatIsNoPackIsSaidAndBothLanguagesFitAPhone() {
        assertThat(page.verdict(new byte[0])).startsWith("differs").contains("ZIP");
        assertThat(page.verdict(Arrays.copyOf(PACK, PACK.length - 1))).startsWith("differs");
        page.look(PACK);
        page.open("ru");
        page.look(new Forgery(PACK)
                .replace("rating.json", "\"total\" : ", "\"total\" : 1")
                .zip());
        assertThat(page.verdict(PACK)).contains("Всё сходится", "Лист ошибочен.");
        page.open("kk");
        assertThat(page.faults()).isEmpty();
    }

    private boolean jarAgrees(byte[] pack) throws IOException {
        return Recount.difference(Files.write(folder.resolve("pack.zip"), pack)).isEmpty();
    }
}
