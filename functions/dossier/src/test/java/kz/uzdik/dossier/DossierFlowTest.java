package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.store.DossierState;
import org.junit.jupiter.api.Test;

/** Dossiers from registration to decision, on a real S3 server and a real DynamoDB. */
class DossierFlowTest {

    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");
    private static final byte[] ARCHIVE = GOOD.zip();

    @Test
    void goes_from_registration_to_admission() throws Exception {
        var stand = new Stand("101051000");

        var registered = stand.register(stand.registration(ARCHIVE));
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.body().get("version").asInt()).isEqualTo(1);
        stand.send(ARCHIVE);
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("CHECKED");
        var seen = stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "");
        assertThat(seen.body().get("proposal").get("admit").asBoolean())
                .as("%s", seen.body())
                .isTrue();
        assertThat(seen.body().get("state").asText()).isEqualTo("CHECKED");
        assertThat(seen.body().at("/proposal/files").findValuesAsText("document"))
                .contains("application", "identityCard", "serviceRecord", "questionnaire", "indicators");
        assertThat(seen.body().toString()).doesNotContain(Stand.iin(), "iinHash");

        var decided = stand.decide(Stand.admitting());
        assertThat(decided.status()).as("%s", decided.body()).isEqualTo(201);
        assertThat(stand.decide(Stand.admitting()).status()).isEqualTo(200);
        var list = stand.call("GET /v1/dossiers", "secretary", stand.oblast(), "");
        assertThat(list.body().get("dossiers").findValuesAsText("dossier")).contains(stand.dossier());
        assertThat(stand.state().step()).isEqualTo(DossierState.Step.ADMITTED);
        assertThat(stand.state().decisions()).hasSize(1);
        for (var mail : List.of(
                "dossier-registered/%s-1/secretary",
                "dossier-registered/%s-1/nominator",
                "dossier-checked/%s-1/secretary",
                "dossier-decided/%s-1/candidate",
                "dossier-decided/%s-1/nominator",
                "dossier-decided/%s-1/secretary")) {
            assertThat(stand.mailed(mail.formatted(stand.dossier()))).as(mail).isTrue();
        }
    }

    @Test
    void a_decision_must_be_complete_and_explain_itself() throws Exception {
        var stand = new Stand("103437000");
        stand.register(stand.registration(ARCHIVE));
        assertThat(stand.decide(Stand.admitting()).problem()).isEqualTo("not-checked");
        stand.submit(ARCHIVE);

        assertThat(stand.decide(Stand.decision(true, List.of(), Map.of("languages", 9), ""))
                        .fields())
                .containsExactlyInAnyOrder(
                        "/attributes/complexProjects",
                        "/attributes/languages",
                        "/attributes/openness",
                        "/attributes/complaints");
        assertThat(stand.decide(Stand.decision(false, List.of("noSuchRule"), Map.of(), "Себебі"))
                        .fields())
                .containsExactly("/refusedFor");
        assertThat(stand.decide(Stand.decision(false, List.of("videoLength"), Map.of(), " "))
                        .fields())
                .containsExactly("/note");
        assertThat(stand.decide(Stand.decision(false, List.of("videoLength"), Map.of(), "Бейнеролик басқа адам туралы"))
                        .status())
                .isEqualTo(201);
        assertThat(stand.state().step()).isEqualTo(DossierState.Step.REFUSED);
        assertThat(stand.decide(Stand.admitting()).status()).isEqualTo(201);
        assertThat(stand.state().decisions()).hasSize(2);
    }

    @Test
    void a_dossier_that_never_came_can_only_be_refused() {
        var stand = new Stand("103439000");
        stand.register(stand.registration(ARCHIVE));
        stand.now.set(Instant.parse("2027-04-21T06:00:00Z"));

        assertThat(stand.decide(Stand.admitting()).problem()).isEqualTo("not-checked");
        assertThat(stand.goOn(ARCHIVE).problem()).isEqualTo("window-closed");
        assertThat(stand.decide(Stand.decision(false, List.of("completeDossier"), Map.of(), ""))
                        .status())
                .isEqualTo(201);
    }
}
