package kz.uzdik.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in a pack is found, and named where it is known what it means. */
class TamperingTest {
    private static final byte[] REGIONAL = SamplePack.of("regional", 1);
    private static final byte[] SELECTION = SamplePack.of("selection", 1);
    private static final Pattern NUMBER = Pattern.compile("\"(results|project|answers)\" : (\\d+)");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> oneAnswerChanged() {
        return withAndWithoutManifest(
                () -> new Forgery(REGIONAL).edit("answers-residents.jsonl", text -> {
                    var first = text.substring(0, text.indexOf('\n'));
                    var forged = first.replaceFirst("\"q1\":\\d", "\"q1\":" + (first.contains("\"q1\":5") ? 4 : 5));
                    return Stream.concat(text.lines().skip(1), Stream.of(forged))
                            .sorted()
                            .collect(Collectors.joining("\n", "", "\n"));
                }),
                "candidate Әкім",
                "question q1",
                "answers-residents.jsonl");
    }

    @TestFactory
    Stream<DynamicTest> onePointChanged() {
        return withAndWithoutManifest(
                () -> new Forgery(REGIONAL).edit("sheets.json", TamperingTest::onePointLess),
                "sheet interview of member Мүше 1 (m1-110000000) on candidate Әкім",
                "answers",
                "add up to");
    }

    @TestFactory
    Stream<DynamicTest> onePointChangedAndItsSumToo() {
        return withAndWithoutManifest(
                () -> new Forgery(REGIONAL)
                        .edit("sheets.json", TamperingTest::onePointLess)
                        .edit("sheet-points.json", text -> {
                            var total = Pattern.compile("\"total\" : (\\d+)").matcher(text);
                            return total.find()
                                    ? text.substring(0, total.start(1))
                                            + (Integer.parseInt(total.group(1)) - 1)
                                            + text.substring(total.end(1))
                                    : text;
                        }),
                "sheet interview of member Мүше 1 (m1-110000000) on candidate Әкім",
                "is not the one that was sealed");
    }

    @TestFactory
    Stream<DynamicTest> oneDecisionChanged() {
        return withAndWithoutManifest(
                () -> new Forgery(SELECTION).replace("decisions.json", "REFUSED", "ADMITTED"),
                "dossier " + SamplePack.REFUSED,
                "participants.json lacks it");
    }

    @TestFactory
    Stream<DynamicTest> oneDecisionChangedInALaterStage() {
        return withAndWithoutManifest(
                () -> new Forgery(REGIONAL).replace("decisions.json", "REFUSED", "ADMITTED"),
                "dossier " + SamplePack.REFUSED,
                "was not rated in stage selection");
    }

    @TestFactory
    Stream<DynamicTest> anythingElseChanged() {
        return Stream.of(
                        change("tallies.json", "\"ballots\" : 6", "\"ballots\" : 7", "receipts in"),
                        change("receipts-residents.txt", "d-1", "d-2", "is not in order"),
                        change("rating.json", "\"total\" : ", "\"total\" : 1", "total is announced as"),
                        change("rating.json", "\"rank\" : 1", "\"rank\" : 2", "rank is announced as"),
                        change("rating.json", "\"kind\" : \"notChosen\"", "\"kind\" : \"open\"", "outcome"),
                        change("participants.json", "\"projects\" : 1", "\"projects\" : 2", "has attributes"),
                        change("participants.json", "\"district\" : \"11", "\"district\" : \"15", "rural district"),
                        change("participants.json", "\"name\" : \"Әкім", "\"name\" : \"Аким", "does not show"),
                        change("commissions.json", "m1-110000000", "mX-110000000", "component talk"),
                        change("recusals.json", "m3-110000000", "m2-110000000", "component talk"),
                        change("earlier.json", "\"kind\" : \"chosen\"", "\"kind\" : \"notChosen\"", "chosen in stage"),
                        change("definition.json", "\"weight\" : 0.5", "\"weight\" : 0.4", "definition.json"),
                        change("definition.json", "\"maxPoints\" : 10", "\"maxPoints\" : 20", "component talk"),
                        change("protocol-kk.html", "</td><td>", "</td><td>1", "protocol-kk.html does not show"),
                        change("protocol-ru.html", "Әкім", "Аким", "protocol-ru.html does not show"),
                        change("manifest.json", "\"contest\" : \"golden\"", "\"contest\" : \"other\"", "of contest"),
                        change("manifest.json", "\"stage\" : \"regional\"", "\"stage\" : \"final\"", "stage final"),
                        change("seals.json", "\"sha256\" : \"", "\"sha256\" : \"0", "not the one that was sealed as 0"),
                        change("seals.json", "\"salt\" : \"", "\"salt\" : \"0", "not the one that was sealed"),
                        change("seals.json", "\"member\" : \"m1", "\"member\" : \"m2", "two seals of sheet"),
                        change("seals.json", "\"member\" : \"m1", "\"member\" : \"m9", "lacks sheet"),
                        change("sheets.json", "2027-06-26", "2027-06-27", "not the one that was sealed"),
                        change("decisions.json", "\"onAppeal\" : 1", "\"onAppeal\" : 2", "which is not before it"),
                        change("sheets.json", "\"version\" : 2", "\"version\" : 3", "lacks version 2 of sheet"),
                        change("sheets.json", "\"version\" : 2", "\"version\" : 1", "has twice sheet"),
                        change("sheets.json", "қате саналған", "ойым өзгерді", "not the one that was sealed"),
                        change(
                                "sheets.json",
                                "\"correction\" : \"қате саналған\"",
                                "\"correction\" : null",
                                "version 2 has no reason"),
                        change("sheets.json", "\"scanBytes\" : 9", "\"scanBytes\" : 0", "from paper and has no scan"),
                        change("sheets.json", "\"enteredBy\" : \"s1\"", "\"enteredBy\" : \"s2\"", "by who entered it"),
                        change(
                                "sheets.json",
                                "\"enteredBy\" : \"s1\"",
                                "\"enteredBy\" : \"s3\"",
                                "one that was sealed"),
                        change("seals.json", "\"version\" : 2", "\"version\" : 1", "two seals of sheet"),
                        change("definition.json", "UNTIL_ANNOUNCEMENT", "NOT_ALLOWED", "does not allow"),
                        change("sittings.json", "\"number\" : 2", "\"number\" : 3", "without the one before it"),
                        change("sittings.json", "\"version\" : 2", "\"version\" : 1", "twice, or without"),
                        change("sittings.json", "\"correction\"", "\"correktion\"", "sittings.json"),
                        change("sittings.json", "\"scope\" : \"11", "\"scope\" : \"19", "without the one before it"),
                        change(
                                "sittings.json",
                                "\"m2-110000000\", \"m3-110000000\"",
                                "\"x\", \"y\"",
                                "no sitting of scope 110000000 with a quorum"),
                        change("casting-votes.json", "[ ]", """
                            [{"stage":"regional","scope":"110000000","sitting":1,"order":["d-1","d-2"],\
                            "reason":"","by":"m1-110000000","at":"2027-06-26T05:00:00Z"}]\
                            """, "which has no quorum" + " for it"),
                        change("casting-votes.json", "[ ]", """
                            [{"stage":"regional","scope":"110000000","sitting":2,"order":["d-1","d-2"],\
                            "reason":"","by":"m2-110000000","at":"2027-06-26T05:00:00Z"}]\
                            """, "was not led by" + " them"),
                        change("casting-votes.json", "[ ]", "[null]", "casting-votes.json"),
                        change("sheets.json", "\"answers\" : ", "\"anzwers\" : ", "criterion"),
                        change("answers-residents.jsonl", "\"annulled\":2", "\"annulled\":1", "annulment 1 takes 0"),
                        withAndWithoutManifest(
                                () -> new Forgery(REGIONAL)
                                        .edit("answers-residents.jsonl", text -> text.replace(",\"annulled\":2", "")),
                                "annulment 2 takes 7"),
                        change("annulments.json", " : 7", " : 8", "annulment 2 takes 8"),
                        change("annulments.json", " : 2\n", " : 1\n", "receipts in"),
                        change("annulments.json", "\"number\" : 2", "\"number\" : 9", "annulment 9 takes 7"),
                        change("annulments.json", "\"number\" : 4", "\"number\" : 2", "annulment 2 is there twice"),
                        change("annulments.json", "\"survey\" : \"res", "\"survey\" : \"rez", "which there is not"),
                        change("annulments.json", "\"scope\" : \"1", "\"scope\" : \"9", "no oblast"),
                        change("annulments.json", "\"candidate\" : \"d-1", "\"candidate\" : \"d-9", "does not mean"),
                        change("answers-residents.jsonl", "{", "null\n{", "line 1 is not an answer"),
                        change("paper.json", "\"5\" : 29", "\"5\" : 28", "component"),
                        change("paper.json", "\"5\" : 29", "\"5\" : 39", "cannot be"),
                        change("paper.json", "\"ballots\" : 31", "\"ballots\" : 32", "component"),
                        change("paper.json", "\"version\" : 2", "\"version\" : 3", "does not follow"),
                        change("paper.json", "\"annulled\" : 5", "\"annulled\" : 4", "annulment 5"),
                        change("paper.json", "aaaa", "zzzz", "has no scan"),
                        change("paper.json", "\"survey\" : \"res", "\"survey\" : \"rez", "which takes none"),
                        change(
                                "paper.json",
                                "\"confirmedAt\" : \"2027",
                                "\"confirmedAt\" : \"2026",
                                "before it was entered"),
                        change("answers-residents.jsonl", "\"q2\"", "\"q9\"", "answers questions"),
                        change("answers-residents.jsonl", "\"q2\":", "\"q2\":1", "off the scale"),
                        change("sheets.json", "\"answers\" : ", "\"answers\" : 1e999999999, \"b\" : ", "more than 40"),
                        change("earlier.json", "\"total\" : ", "\"total\" : 1e999999999, \"x\" : ", "more than 40"),
                        change("definition.json", "\"weight\" : 0.5", "\"weight\" : 1e999", "definition.json"),
                        change("definition.json", "\"weight\" : 0.5", "\"weight\" : 1e-300", "definition.json"),
                        change(
                                "tallies.json",
                                "\"counts\" : { }",
                                "\"counts\" : {\"q1\":{\"x\":2}}",
                                "too few ballots"))
                .flatMap(forgery -> forgery);
    }

    @TestFactory
    Stream<DynamicTest> everyFileDropped() {
        return new Forgery(REGIONAL)
                .files.keySet().stream()
                        .map(file -> DynamicTest.dynamicTest(file, () -> {
                            var forgery = new Forgery(REGIONAL);
                            forgery.files.remove(file);
                            assertThat(forgery.verify(folder).out()).contains("has no " + file);
                            assertThat(forgery.verify(folder).exit()).isEqualTo(1);
                        }));
    }

    @Test
    void aFileAdded() {
        var forgery = new Forgery(REGIONAL);
        forgery.files.put("answers-other.jsonl", new byte[0]);
        assertThat(forgery.verify(folder).out()).contains("belongs to no pack", "answers-other.jsonl");
        assertThat(forgery.withNewManifest().verify(folder).exit()).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> everyFileWithTwoBytesSwapped() {
        return new Forgery(REGIONAL)
                .files.keySet().stream()
                        .map(file -> DynamicTest.dynamicTest(file, () -> {
                            var sound = new Forgery(REGIONAL).files.get(file);
                            int step = Math.max(1, sound.length / 6);
                            for (int at = 0; at + 1 < sound.length; at += step) {
                                var swapped = sound.clone();
                                swapped[at] = sound[at + 1];
                                swapped[at + 1] = sound[at];
                                if (!Arrays.equals(swapped, sound)) {
                                    var forgery = new Forgery(REGIONAL);
                                    forgery.files.put(file, swapped);
                                    var told = forgery.verify(folder);
                                    assertThat(told.exit())
                                            .as("swapped at %d: %s", at, told)
                                            .isEqualTo(1);
                                    assertThat(told.err()).isEmpty();
                                }
                            }
                        }));
    }

    @TestFactory
    Stream<DynamicTest> everyJsonFileWrittenOtherwise() {
        return new Forgery(REGIONAL)
                .files.keySet().stream()
                        .filter(file -> file.endsWith(".json"))
                        .map(file -> DynamicTest.dynamicTest(file, () -> {
                            var forgery = new Forgery(REGIONAL).edit(file, text -> text + "\n");
                            if (!file.equals("manifest.json")) {
                                forgery.withNewManifest();
                            }
                            assertThat(forgery.verify(folder).out()).contains(file + " is not written");
                        }));
    }

    private Stream<DynamicTest> change(String file, String what, String by, String named) {
        return withAndWithoutManifest(() -> new Forgery(REGIONAL).replace(file, what, by), named)
                .map(test ->
                        DynamicTest.dynamicTest(file + ": " + by + ", " + test.getDisplayName(), test.getExecutable()));
    }

    private Stream<DynamicTest> withAndWithoutManifest(Supplier<Forgery> forged, String... named) {
        return Stream.of(
                DynamicTest.dynamicTest("old manifest", () -> assertNamed(forged.get(), named)),
                DynamicTest.dynamicTest("new manifest", () -> {
                    var forgery = forged.get();
                    if (forgery.text("manifest.json").contains("\"stage\" : \"final\"")) {
                        return;
                    }
                    assertNamed(forgery.withNewManifest(), named);
                }));
    }

    private void assertNamed(Forgery forgery, String... named) {
        var told = forgery.verify(folder);
        assertThat(told.out()).contains(named);
        assertThat(told.err()).isEmpty();
        assertThat(told.exit()).isEqualTo(1);
    }

    private static String onePointLess(String sheets) {
        var points = NUMBER.matcher(sheets);
        return points.find() && !points.group(2).equals("0")
                ? sheets.substring(0, points.start(2))
                        + (Integer.parseInt(points.group(2)) - 1)
                        + sheets.substring(points.end(2))
                : sheets;
    }
}
