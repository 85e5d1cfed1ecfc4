package kz.uzdik.vote;

import static kz.uzdik.vote.Residents.BALLOTS;
import static kz.uzdik.vote.Residents.DISPUTES;
import static kz.uzdik.vote.Residents.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.json.Json;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.Tables;
import org.junit.jupiter.api.Test;

/** A resident disputes a vote that was given in their name, or that the roll lacks them. */
class DisputeTest {

    private final Residents residents = new Residents();
    private final String iin = residents.iin();
    private final String contact = contact();

    @Test
    void whoseVoteIsTakenGetsANumberAndTheCommissionAFactThatNamesNobody() {
        residents.send(BALLOTS, residents.ballot(iin, contact()));

        var first = residents.send(DISPUTES, dispute(residents));
        var again = residents.send(DISPUTES, dispute(residents));

        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        var recorded = recorded(residents, number(first));
        assertThat(recorded)
                .containsExactly(new Dispute(
                        number(first),
                        Residents.SURVEY,
                        Fields.okrug(residents.candidate),
                        Dispute.Ground.VOTE_TAKEN,
                        LocalDate.of(2027, 5, 20),
                        null));
        assertThat(number(first)).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
        assertThat(residents.stored()).hasSize(1);
    }

    @Test
    void whoHasNotVotedHasNothingToDisputeButTheRoll() {
        assertRefused(residents.send(DISPUTES, dispute(residents)), 409, "nothing-to-dispute");

        var withRoll = new Residents("{\"kind\": \"code\", \"roll\": true}");
        withRoll.enter(iin);
        assertRefused(withRoll.send(DISPUTES, dispute(withRoll)), 409, "nothing-to-dispute");
        var another = dispute(withRoll);
        var missing = withRoll.iin();
        another.put("iin", missing);
        another.put("code", withRoll.code(missing, contact));
        var answer = withRoll.send(DISPUTES, another);
        assertThat(answer.getStatusCode()).isEqualTo(201);
        assertThat(recorded(withRoll, number(answer)))
                .singleElement()
                .extracting(Dispute::ground)
                .isEqualTo(Dispute.Ground.NOT_ON_ROLL);
    }

    @Test
    void withoutAValidCodeNothingIsRecordedAndTriesAreCounted() {
        residents.send(BALLOTS, residents.ballot(iin, contact()));
        var guess = dispute(residents);
        guess.put("code", "0000-0000");
        for (int i = 0; i < 5; i++) {
            assertRefused(residents.send(DISPUTES, guess), 403, "code-invalid");
        }
        assertRefused(residents.send(DISPUTES, guess), 429, "too-many-tries");
        assertRefused(residents.send(DISPUTES, dispute(residents)), 429, "too-many-tries");
        assertRefused(residents.send(BALLOTS, residents.ballot(iin, contact)), 429, "too-many-tries");

        var forged = dispute(residents);
        forged.put("ticket", "0000000000000000");
        assertRefused(residents.send(DISPUTES, forged), 400, "candidate-unknown");
    }

    @Test
    void ofManyAtOnceOneIsRecorded() throws Exception {
        residents.send(BALLOTS, residents.ballot(iin, contact()));
        var body = dispute(residents);
        Callable<APIGatewayV2HTTPResponse> call = () -> residents.send(DISPUTES, body);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(Collections.nCopies(12, call))) {
                assertThat(answer.get().getStatusCode()).isEqualTo(201);
            }
        }
        assertThat(recorded(residents, number(residents.send(DISPUTES, body)))).hasSize(1);
    }

    @Test
    void aTokenOfAStateProviderDisputesAsACodeDoes() {
        var oidc = new Residents("{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": true}");
        var slip = Residents.slip(oidc.ballot(iin, contact));
        oidc.enter(iin);
        var signedIn = Map.of("iin", iin);
        assertRefused(disputing(oidc, slip, signedIn), 409, "nothing-to-dispute");
        assertThat(oidc.sendWithToken(slip, signedIn).getStatusCode()).isEqualTo(201);

        var first = disputing(oidc, slip, signedIn);
        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(201);
        assertThat(disputing(oidc, slip, signedIn)).isEqualTo(first);
        assertThat(recorded(oidc, number(first)))
                .singleElement()
                .extracting(Dispute::ground)
                .isEqualTo(Dispute.Ground.VOTE_TAKEN);

        var missing = disputing(oidc, slip, Map.of("iin", oidc.iin()));
        assertThat(recorded(oidc, number(missing)))
                .singleElement()
                .extracting(Dispute::ground)
                .isEqualTo(Dispute.Ground.NOT_ON_ROLL);
        assertRefused(disputing(oidc, slip, Map.of("sub", "x")), 403, "token-without-iin");
        assertRefused(disputing(oidc, Map.of("candidate", "d-1", "ticket", "x"), signedIn), 400, "candidate-unknown");
    }

    @Test
    void whoWasInvitedDisputesWithTheTokenThatIsUsed() {
        var invited = new Residents("{\"kind\": \"invite\"}");
        var tokens = new Invites(invited.hash).tokens(Residents.SURVEY, invited.candidate, 2);
        var ballot = Residents.slip(invited.ballot(iin, contact));
        ballot.put("token", tokens.getFirst());
        var dispute = new HashMap<>(ballot);
        dispute.keySet().retainAll(List.of("token", "candidate", "ticket"));
        assertRefused(invited.send(DISPUTES, dispute), 409, "nothing-to-dispute");
        assertThat(invited.send(BALLOTS, ballot).getStatusCode()).isEqualTo(201);

        var first = invited.send(DISPUTES, dispute);
        assertThat(first.getStatusCode()).as(first.getBody()).isEqualTo(201);
        assertThat(invited.send(DISPUTES, dispute)).isEqualTo(first);
        assertThat(recorded(invited, number(first)))
                .singleElement()
                .extracting(Dispute::ground)
                .isEqualTo(Dispute.Ground.VOTE_TAKEN);

        dispute.put("token", tokens.getLast());
        assertRefused(invited.send(DISPUTES, dispute), 409, "nothing-to-dispute");
        dispute.put("token", "AAAA-AAAA-AAAA-AAAA");
        assertRefused(invited.send(DISPUTES, dispute), 403, "invite-invalid");
        dispute.put("ticket", "0000000000000000");
        assertRefused(invited.send(DISPUTES, dispute), 400, "candidate-unknown");
    }

    @Test
    void eachSurveyTakesDisputesInItsOwnWayOnly() {
        var byInvite = new Residents("{\"kind\": \"invite\"}");
        assertRefused(byInvite.send(DISPUTES, dispute(byInvite)), 400, "field-invalid");
        var slip = Residents.slip(residents.ballot(iin, contact));
        assertRefused(disputing(residents, slip, Map.of("iin", iin)), 409, "identity-other");
        var oidc = new Residents("{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": false}");
        assertRefused(oidc.send(DISPUTES, dispute(oidc)), 409, "identity-other");
    }

    private static APIGatewayV2HTTPResponse disputing(
            Residents of, Map<String, Object> slip, Map<String, String> claims) {
        var body = new HashMap<>(slip);
        body.keySet().retainAll(List.of("candidate", "ticket"));
        return of.sendWithToken(Residents.DISPUTES_WITH_TOKEN, body, claims);
    }

    private Map<String, Object> dispute(Residents of) {
        var body = of.ballot(iin, contact);
        body.keySet().removeAll(List.of("ballot", "answers"));
        return body;
    }

    private static List<Dispute> recorded(Residents residents, String number) {
        return new DisputeStore(Tables.of(residents.wiring), new SplittableRandom(1))
                .of(Residents.SURVEY).stream()
                        .filter(dispute -> dispute.number().equals(number))
                        .toList();
    }

    private static String number(APIGatewayV2HTTPResponse answer) {
        return Json.readOwn(answer.getBody(), JsonNode.class).path("number").asText();
    }

    private static void assertRefused(APIGatewayV2HTTPResponse answer, int status, String type) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
    }
}
