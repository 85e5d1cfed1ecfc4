package kz.uzdik.verify;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.uzdik.json.Json;
import kz.uzdik.json.pack.Manifest;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackFiles;
import kz.uzdik.json.pack.PackReader;

/**
 * The files as files: named by the manifest with their hashes, and written in the one way the format has. Comes after
 * the recount, which says what a change means; this only says that there is one.
 */
final class Listing {
    private final PackReader reader;
    private final PackContents pack;

    Listing(PackReader reader, PackContents pack) {
        this.reader = reader;
        this.pack = pack;
    }

    Optional<String> difference() {
        return Check.first(this::head, this::names, this::hashes, this::writing);
    }

    private Optional<String> head() {
        var manifest = pack.manifest();
        var definition = pack.definition();
        return manifest.contest().equals(definition.id()) && manifest.definitionVersion() == definition.version()
                ? Optional.empty()
                : Optional.of("manifest.json is of contest " + manifest.contest() + " version "
                        + manifest.definitionVersion() + ", definition.json of " + definition.id() + " version "
                        + definition.version());
    }

    private Optional<String> names() {
        var expected = PackFiles.all(PackContents.surveys(pack.definition(), pack.stage()).stream()
                .map(survey -> survey.id())
                .toList());
        expected.remove(PackFiles.MANIFEST);
        var listed =
                pack.manifest().files().stream().map(Manifest.FileHash::name).toList();
        if (listed.equals(expected.stream().toList())) {
            return Optional.empty();
        }
        var wrong = new TreeSet<>(listed);
        var lacking = new TreeSet<>(expected);
        lacking.removeAll(wrong);
        wrong.removeAll(expected);
        return Optional.of("manifest.json does not list the pack's files in order"
                + (lacking.isEmpty() ? "" : ", it lacks " + lacking)
                + (wrong.isEmpty() ? "" : ", it has " + wrong));
    }

    private Optional<String> hashes() {
        return pack.manifest().files().stream()
                .filter(listed -> !listed.equals(reader.hash(listed.name())))
                .findFirst()
                .map(listed -> listed.name() + " is not the file that manifest.json names: SHA-256 "
                        + reader.hash(listed.name()).sha256() + ", the manifest says " + listed.sha256());
    }

    private Optional<String> writing() {
        var values = pack.byFile();
        values.put(PackFiles.MANIFEST, pack.manifest());
        return values.entrySet().stream()
                .filter(file -> !Arrays.equals(Json.writeCanonical(file.getValue()), reader.bytes(file.getKey())))
                .map(file -> file.getKey())
                .sorted()
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), names -> names.stream().findFirst()))
                .map(name -> name + " is not written as the format has it (order, spacing or number form)");
    }
}
