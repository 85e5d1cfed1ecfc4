package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.engines.Engines;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.ThreatException;
import org.junit.jupiter.api.Test;

/** Files of a dossier are given in pieces, and who takes them is kept before, on a real S3 server. */
class RetrievingTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String NAME = "құжаттар/Өтініш.txt";
    private static final byte[] TEXT =
            "Конкурсқа қатысуға рұқсат сұраймын. ".repeat(500).getBytes(StandardCharsets.UTF_8);
    private static final byte[] FILM = random(Retrieving.PIECE * 2 + 12_345);
    private static final byte[] ARCHIVE = archive();

    @Test
    void a_file_comes_whole_in_pieces_compressed_or_not() throws Exception {
        var stand = new Stand("471837000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);

        assertThat(content(stand, ID, NAME)).isEqualTo(TEXT);
        assertThat(content(stand, ID.replace('0', 'f'), "бейне.mp4")).isEqualTo(FILM);
    }

    @Test
    void who_opened_which_file_is_kept_before_a_byte_is_given() throws Exception {
        var stand = new Stand("471839000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);
        assertThat(begin(stand, ID, "member", NAME).status()).isEqualTo(201);
        stand.now.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        assertThat(begin(stand, ID, "member", NAME).status()).isEqualTo(200);
        begin(stand, ID.replace('0', 'e'), "secretary", "бейне.mp4");

        var log = log(stand, "agency");
        assertThat(log.body().get("retrievals").findValuesAsText("file")).containsExactly("бейне.mp4", NAME);
        assertThat(log.body().at("/retrievals/1/by").asText()).isEqualTo("member-1");
        assertThat(log.body().at("/retrievals/1/byName").asText()).isEqualTo("Айгүл");
        assertThat(log.body().at("/retrievals/1/at").asText()).isEqualTo(Stand.INTAKE.toString());
        assertThat(log.body().toString()).doesNotContain("Конкурсқа", "crc");
        assertThat(log(stand, "member").problem()).isEqualTo("role-missing");
    }

    @Test
    void nothing_is_ever_shown_by_the_browser_itself() throws Exception {
        var stand = new Stand("471841000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);
        begin(stand, ID, "member", NAME);

        var piece = piece(stand, ID, 1, "member");
        assertThat(piece.getHeaders())
                .containsEntry("Content-Type", "application/octet-stream")
                .containsEntry(
                        "Content-Disposition", "attachment; filename*=UTF-8''%D3%A8%D1%82%D1%96%D0%BD%D1%96%D1%88.txt")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void only_who_opened_it_gets_it_and_for_an_hour() throws Exception {
        var stand = new Stand("473631000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);
        begin(stand, ID, "member", NAME);

        assertThat(refused(piece(stand, ID, 1, "secretary"))).isEqualTo("retrieval-over");
        assertThat(begin(stand, ID, "secretary", NAME).problem()).isEqualTo("retrieval-taken");
        assertThat(begin(stand, ID, "member", "бейне.mp4").problem()).isEqualTo("retrieval-taken");
        assertThat(refused(piece(stand, ID, 2, "member"))).isEqualTo("no-such-piece");
        assertThat(refused(piece(stand, "f".repeat(32), 1, "member"))).isEqualTo("retrieval-over");
        assertThat(begin(stand, "../x", "member", NAME).fields()).containsExactly("/retrieval");
        stand.now.updateAndGet(now -> now.plus(Duration.ofHours(1)));
        assertThat(refused(piece(stand, ID, 1, "member"))).isEqualTo("retrieval-over");
    }

    @Test
    void what_is_not_there_is_refused_and_leaves_no_line() throws Exception {
        var stand = new Stand("473633000");
        stand.register(stand.registration(ARCHIVE));
        assertThat(begin(stand, ID, "member", NAME).problem()).isEqualTo("archive-awaited");
        stand.send(ARCHIVE);
        stand.checked(1, ARCHIVE);
        assertThat(begin(stand, ID, "member", "басқа.pdf").problem()).isEqualTo("file-unreadable");
        assertThat(begin(stand, ID, "member", "../" + NAME).problem()).isEqualTo("file-unreadable");
        assertThat(log(stand, "secretary").body().get("retrievals")).isEmpty();

        begin(stand, ID, "member", NAME);
        remove(stand);
        assertThat(refused(piece(stand, ID, 1, "member"))).isEqualTo("archive-removed");
        assertThat(begin(stand, ID.replace('0', 'a'), "member", NAME).problem()).isEqualTo("archive-removed");
        assertThat(log(stand, "secretary").body().get("retrievals")).hasSize(1);
    }

    @Test
    void what_has_a_threat_in_it_is_refused_with_what_to_do() throws Exception {
        var stand = new Stand("473635000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);
        stand.checked(1, ARCHIVE);
        begin(stand, ID, "member", NAME);

        try (var denied = DeniedBucket.withTag("GuardDutyMalwareScanStatus", "THREATS_FOUND")) {
            var closed = stand.with(denied.endpoint());
            var refused = begin(closed, ID.replace('0', 'a'), "member", NAME);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("threat-found");
            assertThat(refused.body().get("title").asText()).contains("вредоносная программа");
            assertThat(refused.body().get("detail").asText()).contains("чистую копию");
            assertThat(refused(piece(closed, ID, 1, "member"))).isEqualTo("threat-found");
            assertThat(closed.goOn(ARCHIVE).problem()).isEqualTo("threat-found");
        }
        assertThat(log(stand, "secretary").body().get("retrievals")).hasSize(1);
        try (var denied = DeniedBucket.withTag("GuardDutyMalwareScanStatus", "NO_THREATS_FOUND")) {
            var closed = stand.with(denied.endpoint());
            assertThat(begin(closed, ID.replace('0', 'a'), "member", NAME).status())
                    .as("denied for another reason, which is a fault")
                    .isEqualTo(500);
        }
    }

    @Test
    void a_threat_that_is_found_while_the_archive_is_read_is_what_is_told() throws Exception {
        var stand = new Stand("473637000");
        stand.register(stand.registration(ARCHIVE));
        stand.send(ARCHIVE);
        var tags = new S3Between.Answer(200, """
            <Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet><Tag><Key>GuardDutyMalwareScanStatus</Key>\
            <Value>THREATS_FOUND</Value></Tag></TagSet></Tagging>\
            """);
        S3Between.Instead tagged = (method, target) -> {
            if (!method.equals("GET")) {
                return Optional.empty();
            }
            return Optional.of(target.endsWith("?tagging") ? tags : S3Between.Answer.error(403, "AccessDenied"));
        };

        try (var between = new S3Between(URI.create(stand.wiring.required("AWS_ENDPOINT_URL_S3")), tagged)) {
            var closed = stand.with(between.endpoint());
            assertThat(begin(closed, ID, "member", NAME).problem()).isEqualTo("threat-found");
            assertThatThrownBy(() -> closed.checked(1, ARCHIVE)).isInstanceOf(ThreatException.class);
        }
        assertThat(stand.state().proposal()).isNull();
        assertThat(log(stand, "secretary").body().get("retrievals")).isEmpty();
    }

    private static byte[] content(Stand stand, String id, String file) throws Exception {
        var begun = begin(stand, id, "member", file);
        assertThat(begun.status()).as("%s", begun.body()).isEqualTo(201);
        var packed = new ByteArrayOutputStream();
        for (var number = 1; packed.size() < begun.body().get("packedBytes").asLong(); number++) {
            var piece = piece(stand, id, number, "member");
            assertThat(piece.getStatusCode()).isEqualTo(200);
            packed.writeBytes(Base64.getDecoder().decode(piece.getBody()));
        }
        var content = unpacked(begun.body(), packed.toByteArray());
        var crc = new CRC32();
        crc.update(content);
        assertThat(crc.getValue()).isEqualTo(begun.body().get("crc").asLong());
        return content;
    }

    private static byte[] unpacked(JsonNode begun, byte[] packed) throws Exception {
        if (!begun.get("deflated").asBoolean()) {
            return packed;
        }
        var content = new byte[begun.get("bytes").asInt()];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(packed);
            assertThat(inflater.inflate(content)).isEqualTo(content.length);
        }
        return content;
    }

    private static Stand.Answer begin(Stand stand, String id, String role, String file) {
        return stand.call(
                "PUT /v1/dossiers/{dossier}/retrievals/{retrieval}",
                role,
                stand.oblast(),
                Map.of("version", 1, "file", file),
                Map.of("dossier", stand.dossier(), "retrieval", id));
    }

    private static APIGatewayV2HTTPResponse piece(Stand stand, String id, int number, String role) {
        return stand.response(
                "GET /v1/dossiers/{dossier}/retrievals/{retrieval}/{piece}",
                role,
                stand.oblast(),
                "",
                Map.of("dossier", stand.dossier(), "retrieval", id, "piece", String.valueOf(number)));
    }

    private static Stand.Answer log(Stand stand, String role) {
        return stand.call("GET /v1/dossiers/{dossier}/retrievals", role, stand.oblast(), "");
    }

    private static String refused(APIGatewayV2HTTPResponse response) {
        return Stand.Answer.of(response).problem();
    }

    private static void remove(Stand stand) {
        try (var s3 = Engines.shared().s3Client()) {
            s3.deleteObject(r -> r.bucket(stand.wiring.required("DOSSIERS_BUCKET"))
                    .key(new ArchiveKey(stand.dossier(), 1, Stand.sha256(ARCHIVE)).path()));
        }
    }

    private static byte[] random(int bytes) {
        var content = new byte[bytes];
        new Random(5).nextBytes(content);
        return content;
    }

    private static byte[] archive() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(NAME));
            zip.write(TEXT);
            var film = new ZipEntry("бейне.mp4");
            var crc = new CRC32();
            crc.update(FILM);
            film.setMethod(ZipEntry.STORED);
            film.setSize(FILM.length);
            film.setCrc(crc.getValue());
            zip.putNextEntry(film);
            zip.write(FILM);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
