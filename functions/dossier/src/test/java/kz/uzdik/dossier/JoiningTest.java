package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.store.DossierState;
import org.junit.jupiter.api.Test;

/** One dossier per akim: who nominates the same akim joins it (§5, §7). */
class JoiningTest {

    private static final SampleDossier SAMPLE = SampleDossier.good(12, "Бауыржан Тілеуов", "Өрнек");
    private static final byte[] FIRST = SAMPLE.zip();
    private static final byte[] OTHER =
            SampleDossier.good(13, "Бауыржан Тілеуов", "Өрнек").zip();

    @Test
    void another_nominator_of_the_same_akim_joins_the_dossier() throws Exception {
        var stand = new Stand("471031000");
        stand.submit(FIRST);

        var joined = stand.register(byUnion(stand, OTHER));
        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.body().get("joined").asInt()).isEqualTo(1);
        assertThat(joined.body().get("version").asInt()).isEqualTo(1);
        var again = stand.register(byUnion(stand, OTHER));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(joined.body());

        var state = stand.state();
        assertThat(state.versions()).hasSize(1);
        assertThat(state.registration().sha256()).isEqualTo(Stand.sha256(FIRST));
        assertThat(state.step()).isEqualTo(DossierState.Step.CHECKED);
        assertThat(state.nominations()).singleElement().satisfies(nomination -> {
            assertThat(nomination.name()).isEqualTo("Ауыл одағы");
            assertThat(nomination.sha256()).isEqualTo(Stand.sha256(OTHER));
            assertThat(nomination.registeredBy()).isEqualTo("secretary-1");
        });
        var mail = "dossier-joined/" + stand.dossier() + "-1/";
        assertThat(List.of(stand.mailed(mail + "nominator"), stand.mailed(mail + "secretary")))
                .containsOnly(true);
        assertThat(stand.mailed("dossier-registered/" + stand.dossier() + "-2/nominator"))
                .isFalse();

        var list = stand.call("GET /v1/dossiers", "secretary", stand.oblast(), "");
        assertThat(list.body().get("dossiers").findValuesAsText("dossier")).containsOnlyOnce(stand.dossier());
        var seen = stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "");
        assertThat(seen.body().at("/nominations/0/name").asText()).isEqualTo("Ауыл одағы");
    }

    @Test
    void who_joined_hears_of_the_decision_too() throws Exception {
        var stand = new Stand("471033000");
        stand.submit(FIRST);
        stand.register(byUnion(stand, OTHER));

        stand.call(
                "POST /v1/dossiers/{dossier}/decision",
                "secretary",
                stand.oblast(),
                Map.of(
                        "admitted",
                        false,
                        "refusedFor",
                        List.of("completeDossier"),
                        "attributes",
                        Map.of(),
                        "note",
                        "Анықтама жоқ."));

        assertThat(stand.mailed("dossier-decided/" + stand.dossier() + "-1/nominator-1"))
                .isTrue();
    }

    @Test
    void who_joined_may_bring_a_better_archive_in_the_first_ones_name() {
        var stand = new Stand("471035000");
        stand.register(stand.registration(FIRST));
        stand.register(byUnion(stand, FIRST));

        var better = stand.register(byUnion(stand, OTHER));
        assertThat(better.status()).isEqualTo(201);
        assertThat(better.body().get("version").asInt()).isEqualTo(2);
        assertThat(stand.register(byUnion(stand, OTHER)).status()).isEqualTo(200);
        var state = stand.state();
        assertThat(state.registration().nominatorName()).isEqualTo("Аудан әкімдігі");
        assertThat(state.registration().sha256()).isEqualTo(Stand.sha256(OTHER));
        assertThat(state.nominations()).hasSize(1);
    }

    @Test
    void a_nominators_name_that_is_put_right_is_a_version_and_joins_nobody() {
        var stand = new Stand("471037000");
        stand.register(stand.registration(FIRST));
        var right = stand.registration(FIRST);
        right.put("nominatorName", "Аудан әкімінің аппараты");
        right.put("correctsNominator", true);
        assertThat(stand.register(right).body().get("version").asInt()).isEqualTo(2);

        var spaced = stand.registration(FIRST);
        spaced.put("nominatorName", " аудан  ӘКІМІНІҢ аппараты");
        assertThat(stand.register(spaced).body().get("version").asInt()).isEqualTo(3);
        assertThat(stand.state().nominations()).isEmpty();
    }

    @Test
    void another_person_in_the_post_is_a_version_as_before() {
        var stand = new Stand("471831000");
        stand.register(stand.registration(FIRST));
        var successor = byUnion(stand, OTHER);
        successor.put("iin", "900101300017");

        var answer = stand.register(successor);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.body().get("version").asInt()).isEqualTo(2);
        assertThat(stand.state().nominations()).isEmpty();
    }

    @Test
    void nobody_joins_after_the_intake() {
        var stand = new Stand("471833000");
        stand.register(stand.registration(FIRST));
        var joined = byUnion(stand, OTHER);
        stand.register(joined);
        stand.now.set(Instant.parse("2027-04-20T00:00:00+05:00"));

        var late = byUnion(stand, OTHER);
        late.put("nominatorName", "Тағы бір одақ");
        assertThat(stand.register(late).problem()).isEqualTo("window-closed");
        assertThat(stand.register(joined).status()).as("sent again").isEqualTo(200);
        assertThat(stand.state().nominations()).hasSize(1);
    }

    @Test
    void each_of_many_that_join_at_once_is_kept() throws Exception {
        var stand = new Stand("471835000");
        stand.register(stand.registration(FIRST));
        try (var pool = Executors.newFixedThreadPool(4)) {
            var calls = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        var one = byUnion(stand, OTHER);
                        one.put("nominatorName", "Одақ " + i);
                        return stand.register(one).status();
                    })
                    .toList();
            for (var status : pool.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(201);
            }
        }
        assertThat(stand.state().nominations()).extracting(Nomination::number).containsExactly(1, 2, 3, 4);
    }

    private static Map<String, Object> byUnion(Stand stand, byte[] archive) {
        var registration = stand.registration(archive);
        registration.put("nominatorKind", "PUBLIC_ORGANISATION");
        registration.put("nominatorName", "Ауыл одағы");
        registration.put("nominatorEmail", "odaq@example.kz");
        return registration;
    }
}
