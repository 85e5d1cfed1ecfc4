package kz.uzdik.vote;

import static kz.uzdik.vote.Residents.CODES;
import static kz.uzdik.vote.Residents.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.contest.vote.ProofWork;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof of work before a code, held against ALTCHA's own library. */
class ProofTest {

    private static final String ADDRESS = "95.56.7.8";

    private final Residents residents = new Residents();
    private final String iin = residents.iin();
    private final String contact = contact();

    @Test
    void theLibraryOfTheProtocolTakesOurChallengesForItsOwn() throws Exception {
        var proof = Residents.proof(residents.challenge(ADDRESS));

        assertThat(org.altcha.altcha.Altcha.verifySolution(proof, residents.hash.hex("altcha"), true))
                .isTrue();
        assertThat(org.altcha.altcha.Altcha.verifySolution(proof, "another key", true))
                .isFalse();
    }

    @Test
    void aProofPaysForOneMailAndTheSameRequestAgainIsAnsweredAsBefore() {
        var asking = residents.asking(iin, contact);
        var first = residents.send(CODES, asking);
        var again = residents.send(CODES, asking);
        var other = contact();
        var forAnother = residents.send(CODES, Map.of("iin", iin, "contact", other, "altcha", asking.get("altcha")));

        assertThat(first.getStatusCode()).isEqualTo(202);
        assertThat(again).isEqualTo(first);
        assertProblem(forAnother, 409, "proof-spent");
        assertThat(residents.mails(contact)).hasSize(1);
        assertThat(residents.mails(other)).isEmpty();
    }

    @Test
    void ofManyMailsPaidWithOneProofAtOnceOneIsSent() throws Exception {
        var proof = Residents.proof(residents.challenge(ADDRESS));
        var contacts = new ArrayList<String>();
        var requests = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 16; i++) {
            var to = contact();
            contacts.add(to);
            requests.add(() -> residents
                    .send(CODES, Map.of("iin", iin, "contact", to, "altcha", proof))
                    .getStatusCode());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status : threads.invokeAll(requests)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(202).allMatch(status -> status == 202 || status == 409);
        assertThat(contacts.stream().mapToInt(to -> residents.mails(to).size()).sum())
                .isEqualTo(1);
    }

    @Test
    void aProofExpires() {
        var asking = residents.asking(iin, contact);
        residents.now.set(Residents.OPEN.plus(Altcha.VALID).plusSeconds(1));
        assertProblem(residents.send(CODES, asking), 403, "proof-invalid");

        residents.now.set(Residents.OPEN.plus(Altcha.VALID));
        assertThat(residents.send(CODES, asking).getStatusCode()).isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        "number, -1",
        "number, 99999999999",
        "number, '\"7\"'",
        "algorithm, '\"SHA-512\"'",
        "signature, '\"\"'",
        "signature, '\"00\"'",
        "challenge, '\"00\"'",
        "salt, '\"?expires=99999999999&\"'",
        "salt, '\"0123456789abcdef01234567\"'",
        "salt, null",
        "colour, '\"red\"'"
    })
    void aProofThatIsNotAsItWasGivenIsRefused(String field, String value) throws Exception {
        assertProblem(residents.send(CODES, with(field, value)), 403, "proof-invalid");
        assertThat(residents.mails(contact)).isEmpty();
    }

    /** The time of expiry is part of what is hashed; digits moved from the number into it make another challenge. */
    @Test
    void theExpiryCannotBeProlonged() throws Exception {
        var proof = decoded(Residents.proof(residents.challenge(ADDRESS)));
        var salt = proof.path("salt").asText();
        var later = salt.replace("expires=1", "expires=2");
        assertThat(later).isNotEqualTo(salt);

        assertProblem(residents.send(CODES, with("salt", Json.write(later))), 403, "proof-invalid");
    }

    @Test
    void whatIsNoProofIsRefused() {
        for (var altcha : new String[] {"", "!", "e30=", "W10=", "bnVsbA=="}) {
            var answer = residents.send(CODES, Map.of("iin", iin, "contact", contact, "altcha", altcha));
            assertProblem(answer, 403, "proof-invalid");
        }
        assertThat(residents.send(CODES, Map.of("iin", iin, "contact", contact)).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void theWorkGrowsWithTheAskersOfANeighbourhoodAndIsForgottenWithTheHour() {
        int village = 400;
        for (int i = 0; i < village; i++) {
            assertThat(work("77.91.12." + i % 256)).isEqualTo(ProofWork.of(1));
        }
        assertThat(work("77.91.12.1")).isEqualTo(2 * ProofWork.of(1));
        assertThat(work("77.91.13.1")).isEqualTo(ProofWork.of(1));
        assertThat(work("2a02:27d0:100::1")).isEqualTo(ProofWork.of(1));

        residents.now.set(Residents.OPEN.plus(Duration.ofHours(1)));
        assertThat(work("77.91.12.1")).isEqualTo(ProofWork.of(1));
    }

    private int work(String address) {
        return residents.challenge(address).path("maxnumber").asInt();
    }

    private Map<String, Object> with(String field, String value) throws Exception {
        var proof =
                (com.fasterxml.jackson.databind.node.ObjectNode) decoded(Residents.proof(residents.challenge(ADDRESS)));
        proof.set(field, Json.tree(value));
        var payload = Base64.getEncoder().encodeToString(Json.write(proof).getBytes(StandardCharsets.UTF_8));
        return Map.of("iin", iin, "contact", contact, "altcha", payload);
    }

    private static JsonNode decoded(String payload) {
        return Json.readOwn(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8), JsonNode.class);
    }

    private static void assertProblem(APIGatewayV2HTTPResponse answer, int status, String type) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
    }
}
