package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.Damage;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.samples.SampleVideo;
import kz.uzdik.store.DossierState;
import org.junit.jupiter.api.Test;

/** Dossiers from registration to decision, on a real S3 server and a real DynamoDB. */
class DossierFlowTest {

    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");
    private static final byte[] ARCHIVE = GOOD.zip();
    private static final Map<String, Object> ATTRIBUTES =
            Map.of("complexProjects", 2, "languages", 3, "openness", 4, "complaints", 0);

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

        var decided = decide(stand, admit());
        assertThat(decided.status()).as("%s", decided.body()).isEqualTo(201);
        assertThat(decide(stand, admit()).status()).isEqualTo(200);
        var list = stand.call("GET /v1/dossiers", "secretary", stand.oblast(), "");
        assertThat(list.body().get("dossiers").findValuesAsText("dossier")).contains(stand.dossier());
        assertThat(state(stand).step()).isEqualTo(DossierState.Step.ADMITTED);
        assertThat(state(stand).decisions()).hasSize(1);
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
    void every_flaw_is_a_finding() throws Exception {
        var cases = Map.of(
                "101055000", GOOD.with(Damage.NOT_A_ZIP),
                "101057000", GOOD.with(Damage.TRUNCATED),
                "101059000", GOOD.with(Damage.ENCRYPTED),
                "101061000", GOOD.with(Damage.UNSAFE_NAME),
                "103231000", GOOD.without(Item.SERVICE_RECORD),
                "103233000", GOOD.withVideo(SampleDossier.TOO_LONG));
        var rules = new HashMap<String, List<String>>();
        for (var entry : cases.entrySet()) {
            var stand = new Stand(entry.getKey());
            assertThat(stand.submit(entry.getValue().zip())).isEqualTo("CHECKED");
            var proposal = Objects.requireNonNull(state(stand).proposal());
            assertThat(proposal.admit()).as(entry.getKey()).isFalse();
            rules.put(
                    entry.getKey(),
                    proposal.findings().stream()
                            .filter(finding -> !finding.met())
                            .map(Finding::rule)
                            .distinct()
                            .toList());
        }

        assertThat(rules)
                .containsEntry("101055000", List.of("archiveReadable"))
                .containsEntry("101057000", List.of("archiveReadable"))
                .containsEntry("103231000", List.of("completeDossier"))
                .containsEntry("103233000", List.of("videoLength"));
        assertThat(rules.get("101059000")).contains("archiveReadable");
        assertThat(rules.get("101061000")).contains("archiveSafe");
    }

    @Test
    void two_checks_at_once_leave_one_proposal_and_one_mail() throws Exception {
        var stand = new Stand("103235000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);

        var outcomes = atOnce(
                4, i -> new CheckHandler(stand.wiring).handleRequest(stand.created(1, ARCHIVE), new NoContext()));

        assertThat(outcomes).containsOnlyOnce("CHECKED").containsOnly("CHECKED", "KNOWN");
        var proposal = state(stand).proposal();
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("KNOWN");
        assertThat(state(stand).proposal()).isEqualTo(proposal);
        assertThat(stand.mailed("dossier-checked/" + stand.dossier() + "-1/secretary"))
                .isTrue();
    }

    @Test
    void each_of_many_registrations_at_once_is_kept_as_a_version_of_its_own() throws Exception {
        var stand = new Stand("103237000");

        var answers = atOnce(4, i -> {
            var registration = stand.registration(ARCHIVE);
            registration.put("candidateEmail", "akim-" + i + "@example.kz");
            return stand.register(registration).status();
        });

        assertThat(answers).containsOnly(201);
        assertThat(state(stand).versions()).extracting(Registration::version).containsExactly(1, 2, 3, 4);
    }

    @Test
    void a_registration_sent_again_is_the_same_one_and_a_changed_one_a_new_version() throws Exception {
        var stand = new Stand("103431000");
        var better = GOOD.withVideo(Duration.ofMinutes(2)).zip();
        stand.submit(ARCHIVE);
        assertThat(decide(stand, admit()).status()).isEqualTo(201);

        assertThat(stand.register(stand.registration(ARCHIVE)).status()).isEqualTo(200);
        var second = stand.register(stand.registration(better));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().get("version").asInt()).isEqualTo(2);
        assertThat(state(stand).step()).isEqualTo(DossierState.Step.REGISTERED);
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("SUPERSEDED");
        assertThat(decide(stand, admit()).problem()).isEqualTo("not-checked");

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

    @Test
    void a_decision_must_be_complete_and_explain_itself() throws Exception {
        var stand = new Stand("103437000");
        stand.register(stand.registration(ARCHIVE));
        assertThat(decide(stand, admit()).problem()).isEqualTo("not-checked");
        stand.submit(ARCHIVE);

        assertThat(decide(stand, body(true, List.of(), Map.of("languages", 9), ""))
                        .fields())
                .containsExactlyInAnyOrder(
                        "/attributes/complexProjects",
                        "/attributes/languages",
                        "/attributes/openness",
                        "/attributes/complaints");
        assertThat(decide(stand, body(false, List.of("noSuchRule"), Map.of(), "Себебі"))
                        .fields())
                .containsExactly("/refusedFor");
        assertThat(decide(stand, body(false, List.of("videoLength"), Map.of(), " "))
                        .fields())
                .containsExactly("/note");
        assertThat(decide(stand, body(false, List.of("videoLength"), Map.of(), "Бейнеролик басқа адам туралы"))
                        .status())
                .isEqualTo(201);
        assertThat(state(stand).step()).isEqualTo(DossierState.Step.REFUSED);
        assertThat(decide(stand, admit()).status()).isEqualTo(201);
        assertThat(state(stand).decisions()).hasSize(2);
    }

    @Test
    void a_dossier_that_never_came_can_only_be_refused() {
        var stand = new Stand("103439000");
        stand.register(stand.registration(ARCHIVE));
        stand.now.set(Instant.parse("2027-04-21T06:00:00Z"));

        assertThat(decide(stand, admit()).problem()).isEqualTo("not-checked");
        assertThat(stand.goOn(ARCHIVE).problem()).isEqualTo("window-closed");
        assertThat(decide(stand, body(false, List.of("completeDossier"), Map.of(), ""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void passes_over_objects_that_no_registration_knows() throws Exception {
        var stand = new Stand("101051000");
        for (var name : List.of("check-object-created.json", "check-object-created-unknown-key.json")) {
            try (var json = Files.newInputStream(Path.of("../../events", name))) {
                var event = LambdaEventSerializers.serializerFor(
                                ScheduledEvent.class, ScheduledEvent.class.getClassLoader())
                        .fromJson(json);
                assertThat(stand.check.handleRequest(event, new NoContext())).isEqualTo("NO_ARCHIVE");
            }
        }
        assertThat(stand.checked(77, new byte[] {1})).isEqualTo("UNREGISTERED");
    }

    @Test
    void reads_little_of_a_large_archive() throws Exception {
        var stand = new Stand("103441000");
        var archive = largeArchive(24 * 1024 * 1024);
        stand.register(stand.registration(archive));
        stand.send(archive);
        var archives = Archives.of(stand.wiring);
        var key = new ArchiveKey(stand.dossier(), 1, Stand.sha256(archive));

        try (var channel = archives.open(key, archives.size(key).orElseThrow())) {
            var contents = new ArchiveReader(
                            DefinitionReader.read(stand.wiring.contestFile()).intake())
                    .read(channel);
            assertThat(contents.files()).hasSize(1);
            assertThat(channel.fetched()).isLessThan(512 * 1024);
        }
    }

    private static DossierState state(Stand stand) {
        return stand.store.of(stand.dossier()).orElseThrow();
    }

    private static Stand.Answer decide(Stand stand, Map<String, Object> decision) {
        return stand.call("POST /v1/dossiers/{dossier}/decision", "secretary", stand.oblast(), decision);
    }

    private static Map<String, Object> admit() {
        return body(true, List.of(), ATTRIBUTES, "");
    }

    private static Map<String, Object> body(
            boolean admitted, List<String> refusedFor, Map<String, ?> attributes, String note) {
        return Map.of("admitted", admitted, "refusedFor", refusedFor, "attributes", attributes, "note", note);
    }

    /** What {@code count} calls give that begin together. */
    private static <T> List<T> atOnce(int count, IntFunction<T> call) throws Exception {
        var start = new CountDownLatch(count);
        try (var pool = Executors.newFixedThreadPool(count)) {
            var calls = IntStream.range(0, count)
                    .mapToObj(i -> (Callable<T>) () -> {
                        start.countDown();
                        start.await();
                        return call.apply(i);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** An archive with one film, after whose header comes a long stretch that nobody has to read. */
    private static byte[] largeArchive(int space) throws IOException {
        var film = SampleVideo.mp4(Duration.ofMinutes(4), 1);
        var content = Arrays.copyOf(film, film.length + space);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("бейне.mp4");
            var crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return out.toByteArray();
    }
}
