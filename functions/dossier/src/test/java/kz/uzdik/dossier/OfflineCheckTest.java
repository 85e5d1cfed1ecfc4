package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.Damage;
import kz.uzdik.samples.FormFacts;
import kz.uzdik.samples.SampleDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the cloud found of a dossier, found again from the archive and what was recorded. */
class OfflineCheckTest {

    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");

    @TempDir
    Path folder = Path.of("");

    @Test
    void finds_again_what_was_recorded() throws Exception {
        var stand = new Stand("103633000");
        var archive = GOOD.withVideo(SampleDossier.TOO_LONG).zip();
        stand.submit(archive);
        var recorded = stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "")
                .body();

        var outcome = check(archive, recorded.toString());

        assertThat(outcome.sameArchive()).isTrue();
        assertThat(outcome.sameFindings()).isTrue();
        assertThat(outcome.admit()).isFalse();
        assertThat(outcome.findings().stream().filter(finding -> !finding.met()).map(Finding::rule))
                .containsExactly("videoLength");

        var another = check(GOOD.zip(), recorded.toString());
        assertThat(another.sameArchive()).isFalse();
        assertThat(another.sameFindings()).isFalse();
        assertThat(another.findings()).allMatch(Finding::met);
        assertThat(another.admit()).isFalse();

        var late = (ObjectNode) recorded.deepCopy();
        ((ObjectNode) late.get("registration")).put("registeredAt", "2027-04-20T06:00:00Z");
        assertThat(check(archive, late.toString()).findings())
                .anyMatch(finding -> finding.rule().equals("registeredInTime") && !finding.met());
    }

    @Test
    void finds_again_what_the_forms_say_and_takes_the_registered_iin_from_the_record() throws Exception {
        var stand = new Stand("103635000");
        var facts = new FormFacts(
                DefinitionReader.read(stand.wiring.contestFile()).intake().documents(),
                Stand.iin(),
                stand.okrug,
                LocalDate.of(2023, 7, 10),
                NominatorKind.LOCAL_EXECUTIVE_BODY,
                "Аудан әкімдігі",
                null);
        var archive = GOOD.filled(facts).zip();
        stand.submit(archive);
        var recorded = stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "")
                .body();

        var outcome = check(archive, recorded.toString());

        assertThat(outcome.admit()).as("%s", outcome.findings()).isTrue();
        assertThat(outcome.sameFindings()).isTrue();
        assertThat(outcome.findings().stream().map(Finding::rule))
                .contains("formsAgree", "iinAsRegistered", "formFilled", "indicatorsAsOf", "iinInDocuments");
        assertThat(recorded.toString()).doesNotContain(Stand.iin(), "\"form\"");
        assertThat(outcome.contents().files()).allMatch(file -> file.form() == null);
    }

    @Test
    void judges_an_archive_alone() throws IOException {
        var sound = check(GOOD.zip(), null);
        assertThat(sound.admit()).isTrue();
        assertThat(sound.partsSha256()).isEqualTo(Stand.sha256(GOOD.zip()));
        assertThat(sound.sameArchive()).isNull();
        assertThat(sound.findings()).noneMatch(finding -> finding.rule().equals("oneYearInPost"));
        assertThat(check(GOOD.with(Damage.ENCRYPTED).zip(), null).admit()).isFalse();
    }

    @Test
    void refuses_a_record_that_is_none() {
        assertThatThrownBy(() -> check(GOOD.zip(), "{\"dossiers\": []}")).isInstanceOf(IllegalArgumentException.class);
    }

    private OfflineCheck.Outcome check(byte[] archive, @org.jspecify.annotations.Nullable String dossier)
            throws IOException {
        var definition = DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")));
        return OfflineCheck.of(definition, Files.write(folder.resolve("dossier.zip"), archive), dossier, Map.of());
    }
}
