package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.store.DossierState;
import org.junit.jupiter.api.Test;

/** Registrations: what is taken, as which version, and what is refused. */
class RegisteringTest {

    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");
    private static final byte[] ARCHIVE = GOOD.zip();

    @Test
    void each_of_many_registrations_at_once_is_kept_as_a_version_of_its_own() throws Exception {
        var stand = new Stand("103237000");

        var answers = AtOnce.of(4, i -> {
            var registration = stand.registration(ARCHIVE);
            registration.put("candidateEmail", "akim-" + i + "@example.kz");
            return stand.register(registration).status();
        });

        assertThat(answers).containsOnly(201);
        assertThat(stand.state().versions()).extracting(Registration::version).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_registration_sent_again_is_the_same_one_and_a_changed_one_a_new_version() throws Exception {
        var stand = new Stand("103431000");
        var better = GOOD.withVideo(Duration.ofMinutes(2)).zip();
        stand.submit(ARCHIVE);
        assertThat(stand.decide(Stand.admitting()).status()).isEqualTo(201);

        assertThat(stand.register(stand.registration(ARCHIVE)).status()).isEqualTo(200);
        var second = stand.register(stand.registration(better));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().get("version").asInt()).isEqualTo(2);
        assertThat(stand.state().step()).isEqualTo(DossierState.Step.REGISTERED);
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("SUPERSEDED");
        assertThat(stand.decide(Stand.admitting()).problem()).isEqualTo("not-checked");

        var history = stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "")
                .body()
                .get("versions");
        assertThat(history).hasSize(2);
        assertThat(history.at("/0/changed")).isEmpty();
        assertThat(history.at("/1/changed")).hasToString("[\"sha256\"]");
        assertThat(history.at("/1/by").asText()).isEqualTo("secretary@example.kz");
        assertThat(history.toString()).doesNotContain("iinHash", Stand.iin());

        stand.now.set(Instant.parse("2027-04-20T06:00:00Z"));
        stand.send(better);
        assertThat(stand.checked(2, better)).isEqualTo("CHECKED");
    }

    @Test
    void refuses_what_is_out_of_the_window_and_says_which() {
        var stand = new Stand("103433000");
        stand.now.set(Instant.parse("2027-03-01T06:00:00Z"));
        var early = stand.register(stand.registration(ARCHIVE));
        stand.now.set(Instant.parse("2027-04-20T06:00:00Z"));
        var late = stand.register(stand.registration(ARCHIVE));

        assertThat(early.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("window-closed");
        assertThat(late.body().get("opens").asText()).isEqualTo("2027-03-29T09:00+05:00");
        assertThat(late.body().get("closes").asText()).isEqualTo("2027-04-20T00:00+05:00");
        assertThat(stand.store.of(stand.dossier())).isEmpty();
    }

    @Test
    void names_every_field_at_fault() {
        var stand = new Stand("103433000");
        var bad = stand.registration(ARCHIVE);
        bad.put("candidateEmail", "nobody");
        bad.put("bytes", 400_000_000L);
        bad.put("sha256", "zz");
        bad.put("service", List.of(Map.of("from", "2023-07-10", "until", "2022-01-01")));

        var answer = stand.register(bad);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields())
                .containsExactlyInAnyOrder("/candidateEmail", "/bytes", "/sha256", "/service/0/until");

        var longName = stand.registration(ARCHIVE);
        longName.put("candidateName", "Ә".repeat(5000));
        assertThat(stand.register(longName).fields()).containsExactly("/candidateName");
        assertThat(stand.register(longName).body().at("/errors/0/detail").asText())
                .contains("не более 300 знаков");

        bad.put("okrug", "999999000");
        assertThat(stand.register(bad).fields()).containsExactly("/okrug");
        var unknown = stand.registration(ARCHIVE);
        unknown.put("extra", 1);
        assertThat(stand.register(unknown).fields()).containsExactly("/extra");
        var company = stand.registration(ARCHIVE);
        company.put("iin", "790962300005");
        assertThat(stand.register(company).status()).isEqualTo(422);
    }

    @Test
    void keeps_others_out() {
        var stand = new Stand("103435000");
        var registration = stand.registration(ARCHIVE);

        assertThat(stand.call("POST /v1/dossiers", "secretary", "110000000", registration)
                        .problem())
                .isEqualTo("other-region");
        assertThat(stand.call("POST /v1/dossiers", "member", stand.oblast(), registration)
                        .problem())
                .isEqualTo("role-missing");
        assertThat(stand.call("GET /v1/dossiers/{dossier}", "member", "110000000", "")
                        .status())
                .isEqualTo(403);
        assertThat(stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "")
                        .status())
                .isEqualTo(404);
        assertThat(stand.call("GET /v1/dossiers", "agency", "republic", "").status())
                .isEqualTo(200);
    }
}
