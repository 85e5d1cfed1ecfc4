package kz.uzdik.json.ranking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Explanation;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder per rule and tie-break mode: {@code facts.json} in, {@code rating.json} and {@code words.txt} out,
 * compared byte for byte. {@code -Dgolden.write=true} writes them anew, to be read before they are committed.
 */
class GoldenRatingsTest {
    private static final long SEED = 42;
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyRuleGivesTheRatingAsRecorded() throws IOException {
        var definition = DefinitionReader.read(Files.readString(GOLDEN.resolve("definition.json")));
        try (var folders = Files.list(GOLDEN)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(), () -> compare(definition, folder)));
        }
    }

    private static void compare(ContestDefinition definition, Path folder) throws IOException {
        var facts = Json.read(Files.readString(folder.resolve("facts.json")), StageFacts.class);
        var rating = Ranking.rate(definition, facts);
        if (Boolean.getBoolean("golden.write")) {
            Files.write(folder.resolve("rating.json"), Json.writeCanonical(rating));
            Files.writeString(folder.resolve("words.txt"), words(definition, facts, rating));
        }
        assertThat(new String(Json.writeCanonical(rating), UTF_8))
                .isEqualTo(Files.readString(folder.resolve("rating.json")));
        assertThat(words(definition, facts, rating)).isEqualTo(Files.readString(folder.resolve("words.txt")));
        var shuffled = shuffled(facts);
        assertThat(Json.writeCanonical(Ranking.rate(definition, shuffled))).isEqualTo(Json.writeCanonical(rating));
        assertThat(words(definition, shuffled, rating)).isEqualTo(words(definition, facts, rating));
        assertThat(Json.writeCanonical(shuffled.canonical())).isEqualTo(Json.writeCanonical(facts.canonical()));
        assertThat(Json.read(Files.readString(folder.resolve("rating.json")), Rating.class))
                .isEqualTo(rating);
    }

    private static StageFacts shuffled(StageFacts facts) {
        return new StageFacts(
                facts.stage(),
                shuffled(facts.participants()),
                shuffled(facts.commissions().stream()
                        .map(commission -> new Commission(commission.scope(), shuffled(commission.members())))
                        .toList()),
                shuffled(facts.sheets()),
                shuffled(facts.recusals()),
                shuffled(facts.abstentions()),
                shuffled(facts.castingVotes()),
                facts.tallies(),
                facts.paper(),
                facts.earlier());
    }

    private static <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(SEED));
        return copy;
    }

    private static String words(ContestDefinition definition, StageFacts facts, Rating rating) {
        var explanation = new Explanation(definition, facts);
        var words = new StringBuilder();
        for (var scope : rating.scopes()) {
            words.append("== ").append(scope.scope()).append('\n');
            for (var standing : scope.standings()) {
                words.append("-- ").append(standing.candidate()).append('\n');
                var sentences = explanation.sentences(standing);
                for (var language : List.of("kk", "ru")) {
                    sentences.forEach(
                            sentence -> words.append(sentence.in(language)).append('\n'));
                }
            }
            scope.missing().stream()
                    .map(explanation::missing)
                    .forEach(missing -> words.append(missing.kk())
                            .append('\n')
                            .append(missing.ru())
                            .append('\n'));
        }
        return words.toString();
    }
}
