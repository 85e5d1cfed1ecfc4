package kz.uzdik.json;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.Eligibility;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.dossier.Rule;
import kz.uzdik.contest.vote.KeyedHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder per rule: {@code NAME.in.json} says how a dossier differs from the sound one of {@code base.json},
 * {@code NAME.out.json} what the rule finds. {@code -Dgolden.write=true} writes the latter anew, to be read over.
 */
class EligibilityGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/eligibility");
    /** Rules that a case of another rule may break as well. */
    private static final Map<String, String> COMPANIONS = Map.of(
            "inPost",
            "oneYearInPost",
            "oneYearInPost",
            "inPost",
            "completeDossier",
            "archiveReadable",
            "archiveSafe",
            "archiveReadable",
            "formFilled",
            "formsAgree",
            "indicatorsAsOf",
            "formFilled",
            "iinInDocuments",
            "iinAsRegistered",
            "iinAsRegistered",
            "iinInDocuments");

    /** The key by which the IIN registered in {@code base.json}, 790922300005, was hashed. */
    private static final KeyedHash KEY = new KeyedHash(new byte[32]);

    private static final Path DEFINITION = Path.of("../../contests/best-akim-2020.json");

    static Stream<String> cases() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".in.json"))
                    .map(file -> FOLDER.relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace(".in.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatIsExpected(String name) throws IOException {
        var dossier = dossier(tree(FOLDER.resolve(name + ".in.json")));
        var rule = rule(name.substring(0, name.indexOf('/')));
        var found = new String(Json.writeCanonical(rule.findings(dossier)), StandardCharsets.UTF_8);
        var golden = FOLDER.resolve(name + ".out.json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(golden, found);
        }
        assertThat(found).isEqualToNormalizingNewlines(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void admitsExactlyWhereEveryFindingIsMet(String name) throws IOException {
        var dossier = dossier(tree(FOLDER.resolve(name + ".in.json")));
        var proposal = proposal(dossier);
        var unmet = proposal.findings().stream()
                .filter(finding -> !finding.met())
                .map(Finding::rule)
                .collect(toSet());
        assertThat(proposal.admit()).isEqualTo(unmet.isEmpty());
        var rule = name.substring(0, name.indexOf('/'));
        Set<String> mayBreak = Set.of(rule, COMPANIONS.getOrDefault(rule, ""));
        assertThat(mayBreak).containsAll(unmet);
    }

    @Test
    void everyRuleHasItsFolder() throws IOException {
        assertThat(cases().map(name -> name.substring(0, name.indexOf('/'))).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Eligibility.RULES.stream().map(Rule::name).toList());
    }

    @Test
    void proposalNamesWhatItJudged() throws IOException {
        var dossier = dossier(tree(FOLDER.resolve("base.json")));
        var proposal = proposal(dossier);
        assertThat(proposal.admit()).isTrue();
        assertThat(proposal.dossier()).isEqualTo("d-111031000");
        assertThat(proposal.version()).isEqualTo(1);
        assertThat(proposal.definitionVersion()).isEqualTo(1);
        assertThat(proposal.sha256()).isEqualTo(requireNonNull(dossier.facts()).sha256());
    }

    private static Proposal proposal(Rule.Case dossier) {
        return Eligibility.check(dossier.definition(), requireNonNull(dossier.facts()), dossier.contents(), KEY);
    }

    private static Rule rule(String name) {
        return Eligibility.RULES.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Rule.Case dossier(ObjectNode patch) throws IOException {
        var whole = tree(FOLDER.resolve("base.json"));
        whole.set("definition", tree(DEFINITION));
        merge(whole, patch);
        return new Rule.Case(
                Json.read(whole.get("definition").toString(), ContestDefinition.class),
                Json.read(whole.get("registration").toString(), Registration.class),
                Json.read(whole.get("contents").toString(), ArchiveContents.class),
                KEY);
    }

    /** Objects are merged, field by field; anything else takes the place of what was there. */
    private static void merge(ObjectNode whole, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode before = whole.get(field.getKey());
            if (before instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                merge(object, more);
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
    }

    private static ObjectNode tree(Path file) throws IOException {
        return (ObjectNode) Json.tree(Files.readString(file));
    }
}
