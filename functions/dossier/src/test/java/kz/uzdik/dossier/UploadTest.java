package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.uzdik.contest.dossier.ArchiveParts;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.http.Request;
import org.junit.jupiter.api.Test;

/** Archives in parts, against a real S3 server that checks signatures and hashes. */
class UploadTest {

    /** Two parts and a bit. */
    private static final byte[] ARCHIVE = bytes(2 * ArchiveParts.BYTES + 1234);

    @Test
    void a_link_takes_the_registered_part_and_no_other_bytes() throws Exception {
        var stand = new Stand("104631000");
        stand.register(stand.registration(ARCHIVE));
        var links = stand.goOn(ARCHIVE).body().get("links");
        var last = Stand.part(ARCHIVE, 3);
        var other = last.clone();
        other[100] ^= 1;

        assertThat(stand.put(links.get(2), other)).isEqualTo(400);
        assertThat(stand.put(links.get(2), Arrays.copyOf(last, last.length - 1)))
                .isGreaterThanOrEqualTo(400);
        assertThat(stand.put(links.get(1), last)).isGreaterThanOrEqualTo(400);
        assertThat(received(stand)).isEmpty();
        assertThat(stand.put(links.get(2), last)).isEqualTo(200);
        assertThat(received(stand)).containsExactly(3);
    }

    @Test
    void what_is_safe_stays_safe_and_only_the_rest_is_asked_for() throws Exception {
        var stand = new Stand("104633000");
        stand.register(stand.registration(ARCHIVE));
        var first = stand.goOn(ARCHIVE).body();
        assertThat(first.get("complete").asBoolean()).isFalse();
        assertThat(numbers(first)).containsExactly(1, 2, 3);
        assertThat(first.get("links").get(2).get("bytes").asInt()).isEqualTo(1234);
        stand.put(first.get("links").get(0), Stand.part(ARCHIVE, 1));
        stand.put(first.get("links").get(2), Stand.part(ARCHIVE, 3));

        stand.now.set(Instant.parse("2027-04-20T06:00:00Z"));
        var nextDay = stand.goOn(ARCHIVE).body();
        assertThat(nextDay.get("received").valueStream().map(JsonNode::asInt)).containsExactly(1, 3);
        assertThat(numbers(nextDay)).containsExactly(2);
        assertThat(archived(stand, ARCHIVE)).isFalse();

        stand.put(nextDay.get("links").get(0), Stand.part(ARCHIVE, 2));
        assertThat(stand.goOn(ARCHIVE).body().get("complete").asBoolean()).isTrue();
        assertThat(stand.goOn(ARCHIVE).body().get("complete").asBoolean()).isTrue();
        assertThat(archived(stand, ARCHIVE)).isTrue();
        assertThat(stand.checked(1, ARCHIVE)).isEqualTo("CHECKED");
    }

    @Test
    void another_archive_is_refused_before_a_byte_is_sent() {
        var stand = new Stand("104635000");
        stand.register(stand.registration(ARCHIVE));
        var other = ARCHIVE.clone();
        other[0] ^= 1;

        assertThat(stand.goOn(other).problem()).isEqualTo("other-archive");
        for (var parts :
                List.of(List.of("zz"), List.<String>of(), Stand.parts(ARCHIVE).subList(0, 2))) {
            assertThat(upload(stand, stand.oblast(), parts).problem()).isEqualTo("other-archive");
        }
        assertThat(upload(stand, "110000000", Stand.parts(ARCHIVE)).problem()).isEqualTo("other-region");
    }

    @Test
    void after_the_grace_nothing_more_is_taken_but_what_has_come_in_time_is_put_together() throws Exception {
        var stand = new Stand("104637000");
        var small = bytes(1000);
        stand.register(stand.registration(small));
        var links = stand.goOn(small).body().get("links");
        stand.now.set(Instant.parse("2027-04-21T06:00:00Z"));
        var late = stand.goOn(small);
        assertThat(late.problem()).isEqualTo("window-closed");
        assertThat(late.body().get("title").asText()).contains("Сейчас не время");

        stand.put(links.get(0), small);
        assertThat(stand.goOn(small).body().get("complete").asBoolean()).isTrue();
    }

    @Test
    void links_do_not_outlive_the_grace() {
        var stand = new Stand("104639000");
        stand.register(stand.registration(ARCHIVE));
        stand.now.set(Instant.parse("2027-04-20T18:50:00Z"));
        var url = stand.goOn(ARCHIVE).body().at("/links/0/url").asText();
        assertThat(url).contains("X-Amz-Expires=601").contains("x-amz-checksum-sha256");
    }

    @Test
    void two_machines_that_begin_at_once_send_one_archive() throws Exception {
        var stand = new Stand("104641000");
        stand.register(stand.registration(ARCHIVE));
        try (var pool = Executors.newFixedThreadPool(2)) {
            Callable<Void> sending = () -> {
                stand.send(ARCHIVE);
                return null;
            };
            for (var done : pool.invokeAll(List.of(sending, sending))) {
                done.get();
            }
        }
        assertThat(archived(stand, ARCHIVE)).isTrue();
        assertThat(received(stand)).containsExactly(1, 2, 3);
    }

    @Test
    void who_comes_while_another_puts_the_archive_together_finds_it_whole() throws Exception {
        var stand = new Stand("104533000");
        var small = bytes(1000);
        stand.register(stand.registration(small));
        stand.put(stand.goOn(small).body().get("links").get(0), small);
        var refused = new AtomicInteger();
        S3Between.Instead overtaken = (method, target) -> {
            if (!isCompletion(method, target)) {
                return Optional.empty();
            }
            if (refused.incrementAndGet() == 2) {
                assertThat(stand.goOn(small).body().get("complete").asBoolean()).isTrue();
            }
            return Optional.of(S3Between.Answer.error(400, "InvalidPart"));
        };

        try (var between = new S3Between(s3(stand), overtaken)) {
            var answer = stand.with(between.endpoint()).goOn(small);
            assertThat(answer.body().path("complete").asBoolean())
                    .as("%s", answer.body())
                    .isTrue();
        }
        assertThat(refused).hasValue(2);
        assertThat(archived(stand, small)).isTrue();
    }

    @Test
    void a_refusal_to_put_the_archive_together_that_stays_is_a_fault_with_its_cause() throws Exception {
        var stand = new Stand("104535000");
        var small = bytes(1000);
        stand.register(stand.registration(small));
        stand.put(stand.goOn(small).body().get("links").get(0), small);
        S3Between.Instead refusing = (method, target) -> isCompletion(method, target)
                ? Optional.of(S3Between.Answer.error(400, "InvalidPart"))
                : Optional.empty();

        try (var between = new S3Between(s3(stand), refusing)) {
            var wiring = stand.with(between.endpoint()).wiring;
            var uploading = new Uploading(Desk.of(wiring, stand.store), Archives.of(wiring));
            var request = new Request(Stand.event(
                    "POST /v1/dossiers/{dossier}/upload",
                    "secretary",
                    stand.oblast(),
                    Map.of("parts", Stand.parts(small)),
                    Map.of("dossier", stand.dossier())));
            assertThatThrownBy(() -> uploading.goOn(request))
                    .isInstanceOf(IllegalStateException.class)
                    .rootCause()
                    .hasMessageContaining("InvalidPart");
        }
        assertThat(archived(stand, small)).isFalse();
    }

    @Test
    void an_archive_of_many_parts_is_given_links_for_a_few_at_a_time() {
        var stand = new Stand("104531000");
        var registration = stand.registration(ARCHIVE);
        var parts = new ArchiveParts(
                IntStream.range(0, 60).mapToObj("%064x"::formatted).toList());
        registration.put("bytes", 60L * ArchiveParts.BYTES);
        registration.put("sha256", parts.sha256());
        assertThat(stand.register(registration).status()).isEqualTo(201);
        assertThat(numbers(upload(stand, stand.oblast(), parts.hashes()).body()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 16).boxed().toList());
    }

    private static Stand.Answer upload(Stand stand, String scope, List<String> parts) {
        return stand.call("POST /v1/dossiers/{dossier}/upload", "secretary", scope, Map.of("parts", parts));
    }

    private static boolean isCompletion(String method, String target) {
        return method.equals("POST") && target.contains("?uploadId=");
    }

    private static URI s3(Stand stand) {
        return URI.create(stand.wiring.required("AWS_ENDPOINT_URL_S3"));
    }

    private static List<Integer> received(Stand stand) {
        var received = new ArrayList<Integer>();
        stand.goOn(ARCHIVE).body().get("received").forEach(number -> received.add(number.asInt()));
        return received;
    }

    private static List<Integer> numbers(JsonNode answer) {
        return answer.get("links")
                .valueStream()
                .map(link -> link.get("number").asInt())
                .toList();
    }

    private static boolean archived(Stand stand, byte[] archive) {
        return Archives.of(stand.wiring)
                .size(new ArchiveKey(stand.dossier(), 1, Stand.sha256(archive)))
                .filter(bytes -> bytes == archive.length)
                .isPresent();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
