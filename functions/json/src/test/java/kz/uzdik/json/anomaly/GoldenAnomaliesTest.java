package kz.uzdik.json.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.uzdik.contest.anomaly.Anomalies;
import kz.uzdik.contest.anomaly.Breakdown;
import kz.uzdik.contest.anomaly.Figures;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder per rule of anomalies, in it one per case: {@code figures.json} in, {@code anomalies.json} out, compared
 * byte for byte. {@code -Dgolden.write=true} writes them anew, to be read before they are committed.
 */
class GoldenAnomaliesTest {

    private static final Path CASES = Path.of("src/test/resources/anomalies");
    private static final Path DEFINITION = Path.of("src/test/resources/golden/definition.json");

    @TestFactory
    Stream<DynamicTest> everyCaseFindsWhatIsRecorded() throws IOException {
        var definition = DefinitionReader.read(Files.readString(DEFINITION));
        try (var files = Files.walk(CASES)) {
            return files.filter(file -> file.endsWith("figures.json")).map(Path::getParent).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            CASES.relativize(folder).toString(), () -> compare(definition, folder)));
        }
    }

    private static void compare(ContestDefinition definition, Path folder) throws IOException {
        var figures = Json.read(Files.readString(folder.resolve("figures.json")), Figures.class);
        var found = new String(Json.writeCanonical(Anomalies.find(definition, figures)), StandardCharsets.UTF_8);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(folder.resolve("anomalies.json"), found);
        }
        assertThat(found).isEqualTo(Files.readString(folder.resolve("anomalies.json")));
        assertThat(Anomalies.find(definition, figures.withholding(3)))
                .as("on figures as they are published")
                .isEqualTo(Anomalies.find(definition, figures));
    }

    @Test
    void figuresOfAnotherEditionAreRefused() throws IOException {
        var definition = DefinitionReader.read(Files.readString(DEFINITION));
        assertThatThrownBy(
                        () -> Anomalies.find(definition, new Figures("other", "residents", List.of(), Breakdown.NONE)))
                .hasMessageContaining("figures of other, not of golden");
        assertThatThrownBy(() -> Anomalies.find(definition, new Figures("golden", "trust", List.of(), Breakdown.NONE)))
                .hasMessageContaining("\"trust\" is no survey of golden");
    }
}
