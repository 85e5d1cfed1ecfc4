package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.files.UnreachableException;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.Damage;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.samples.SampleVideo;
import org.junit.jupiter.api.Test;

/** The check of archives on a real S3 server: what it finds, once, and how little of them it reads. */
class CheckingTest {

    private static final SampleDossier GOOD = SampleDossier.good(7, "Бауыржан Тілеуов", "Өрнек");
    private static final byte[] ARCHIVE = GOOD.zip();

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
            var proposal = Objects.requireNonNull(stand.state().proposal());
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

        var outcomes = AtOnce.of(
                4, i -> new CheckHandler(stand.wiring).handleRequest(stand.created(1, ARCHIVE), new NoContext()));

        assertThat(outcomes).containsOnlyOnce("CHECKED").containsOnly("CHECKED", "KNOWN");
        var proposal = stand.state().proposal();
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("KNOWN");
        assertThat(stand.state().proposal()).isEqualTo(proposal);
        assertThat(stand.mailed("dossier-checked/" + stand.dossier() + "-1/secretary"))
                .isTrue();
    }

    @Test
    void an_archive_that_cannot_be_looked_through_now_has_come_all_the_same() throws Exception {
        var stand = new Stand("104537000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);
        S3Between.Instead silent = (method, target) ->
                method.equals("GET") ? Optional.of(S3Between.Answer.error(403, "AccessDenied")) : Optional.empty();
        try (var between = new S3Between(URI.create(stand.wiring.required("AWS_ENDPOINT_URL_S3")), silent)) {
            var hindered = stand.with(between.endpoint());
            assertThatThrownBy(() -> hindered.checked(1, ARCHIVE)).isInstanceOf(UnreachableException.class);
        }
        assertThat(stand.state().uploadedAt()).isEqualTo(Stand.INTAKE);
        assertThat(stand.state().proposal()).isNull();

        stand.now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("CHECKED");
        assertThat(stand.state().uploadedAt()).isEqualTo(Stand.INTAKE);
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
