package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that the secretary's page offers are those of the definitions; if not, {@code ./uzdik forms} writes them. */
class FormsCommandTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"best-akim-2020", "best-akim-2027"})
    void offered_forms_are_the_definitions_own(String contest) throws IOException {
        assertThat(Main.run("forms", "--contest", "../../contests/" + contest + ".json", "--out", folder.toString()))
                .isZero();

        var offered = Path.of("../../web/forms", contest);
        try (var files = Files.list(offered)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "application-kk.xlsx",
                            "application-ru.xlsx",
                            "questionnaire-kk.xlsx",
                            "questionnaire-ru.xlsx",
                            "indicators-kk.xlsx",
                            "indicators-ru.xlsx");
        }
        try (var files = Files.list(folder.resolve(contest))) {
            assertThat(files)
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(offered.resolve(file.getFileName())));
        }
    }
}
