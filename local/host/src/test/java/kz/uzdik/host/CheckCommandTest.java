package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.SampleDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exit codes of {@code check}. */
class CheckCommandTest {

    private static final String CONTEST = "../../contests/best-akim-2027.json";
    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");

    @TempDir
    Path folder = Path.of("");

    @Test
    void tells_by_its_exit_code_whether_every_rule_is_met() throws IOException {
        assertThat(check(GOOD, "--lang", "ru")).isZero();
        assertThat(check(GOOD, "--json")).isZero();
        assertThat(check(GOOD.without(Item.SLIDES))).isEqualTo(1);
        var application = Item.APPLICATION.fileName(GOOD.naming());
        assertThat(check(GOOD, "--item", application + "=questionnaire")).isEqualTo(1);
        assertThat(check(GOOD, "--item", application + "=application")).isZero();
        assertThat(check(GOOD, "--item", application + "=video")).isEqualTo(1);
        assertThat(check(GOOD, "--lang", "en")).isEqualTo(2);
        assertThat(Main.run("check", folder.resolve("dossier.zip").toString())).isEqualTo(2);
        assertThat(Main.run("check", folder.resolve("none.zip").toString(), "--contest", CONTEST))
                .isEqualTo(1);
    }

    private int check(SampleDossier dossier, String... more) throws IOException {
        var archive = Files.write(folder.resolve("dossier.zip"), dossier.zip());
        var arguments = new ArrayList<>(List.of("check", archive.toString(), "--contest", CONTEST));
        arguments.addAll(List.of(more));
        return Main.run(arguments.toArray(String[]::new));
    }
}
