package kz.uzdik.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomaliesCommandTest {

    private static final Path RESOURCES = Path.of("../functions/json/src/test/resources");
    private static final String CONTEST =
            RESOURCES.resolve("golden/definition.json").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void tellsWhatIsConspicuousInBothLanguages() {
        assertThat(run(figures("burst/all-in-one-hour"), "--contest", CONTEST)).isEqualTo(1);
        assertThat(out.toString()).contains("1 found", "BURST", "40 из 40. Предел: 25");
        assertThat(run(figures("burst/all-in-one-hour"), "--contest", CONTEST, "--language", "kk"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("40 (барлығы 40). Шегі: 25");
    }

    @Test
    void printsJson() {
        assertThat(run(figures("burst/all-in-one-hour"), "--contest", CONTEST, "--json"))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith("[{\"rule\":\"BURST\",\"okrug\":\"113032000\"")
                .hasLineCount(1);
    }

    @Test
    void nothingConspicuousIsExitCodeZero() {
        assertThat(run(figures("burst/lively-hour-passes"), "--contest", CONTEST))
                .isZero();
        assertThat(out.toString()).contains("0 found");
    }

    @Test
    void filesThatAreNotWhatTheyShouldBeAreRefused() throws IOException {
        var broken = Files.writeString(folder.resolve("figures.json"), "{\"contest\": 7}")
                .toString();
        assertThat(run(broken, "--contest", CONTEST)).isEqualTo(2);
        assertThat(run(figures("burst/lively-hour-passes"), "--contest", broken))
                .isEqualTo(2);
        assertThat(run(folder.resolve("none").toString(), "--contest", CONTEST)).isEqualTo(2);
        assertThat(run(figures("burst/lively-hour-passes"))).isEqualTo(2);
        assertThat(err.toString()).contains("anomalies: ", "--contest");
    }

    private static String figures(String name) {
        return RESOURCES
                .resolve("anomalies")
                .resolve(name)
                .resolve("figures.json")
                .toString();
    }

    private int run(String... args) {
        return AnomaliesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
