package kz.uzdik.vote;

import static kz.uzdik.vote.Residents.BALLOTS;
import static kz.uzdik.vote.Residents.CODES;
import static kz.uzdik.vote.Residents.contact;
import static kz.uzdik.vote.Residents.slip;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.vote.Invites;
import org.junit.jupiter.api.Test;

/** Who votes in surveys that ask for other than a code, or for more. */
class IdentityTest {

    private static final String ROLL = "{\"kind\": \"code\", \"roll\": true}";
    private static final String OIDC = "{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": false}";
    private static final String OIDC_AND_ROLL = "{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": true}";
    private static final String INVITE = "{\"kind\": \"invite\"}";

    @Test
    void onlyThoseOnTheRollOfTheOkrugVote() {
        var residents = new Residents(ROLL);
        var listed = residents.iin();
        residents.enter(listed);
        var stranger = residents.iin();
        var strangersContact = contact();

        assertRefused(residents.send(BALLOTS, residents.ballot(stranger, strangersContact)), 403, "not-on-roll");
        assertThat(residents.send(BALLOTS, residents.ballot(listed, contact())).getStatusCode())
                .isEqualTo(201);
        assertThat(residents.stored()).hasSize(1);
    }

    /** Without a right code the answer is the same for who is on the roll and who is not. */
    @Test
    void theRollIsToldOnlyToWhoHoldsACode() {
        var residents = new Residents(ROLL);
        var listed = residents.iin();
        residents.enter(listed);
        for (var iin : List.of(listed, residents.iin())) {
            var contact = contact();
            var guess = residents.ballot(iin, contact);
            guess.put("code", "0000-0000");
            assertRefused(residents.send(BALLOTS, guess), 403, "code-invalid");
            assertThat(residents.send(CODES, residents.asking(iin, contact)).getStatusCode())
                    .isEqualTo(202);
            assertThat(residents.mails(contact)).hasSize(1);
        }
    }

    @Test
    void aTokenOfAStateProviderVotesOnceWithoutCodeAndContact() {
        var residents = new Residents(OIDC);
        var iin = residents.iin();
        var ballot = slip(residents.ballot(iin, contact()));
        var token = Map.of("sub", "someone", "iin", iin);

        assertThat(residents.sendWithToken(ballot, token).getStatusCode()).isEqualTo(201);
        assertThat(residents.sendWithToken(ballot, token).getStatusCode()).isEqualTo(200);
        assertRefused(residents.sendWithToken(slip(residents.ballot(iin, contact())), token), 409, "already-voted");
        for (var claims : List.of(Map.of("sub", iin), Map.of("iin", "880314450009"), Map.of("iin", ""))) {
            assertRefused(
                    residents.sendWithToken(slip(residents.ballot(iin, contact())), claims), 403, "token-without-iin");
        }
        assertThat(residents.stored()).hasSize(1);
    }

    @Test
    void aTokenIsHeldAgainstTheRollToo() {
        var residents = new Residents(OIDC_AND_ROLL);
        var listed = residents.iin();
        residents.enter(listed);
        var ballot = slip(residents.ballot(listed, contact()));

        assertRefused(residents.sendWithToken(ballot, Map.of("iin", residents.iin())), 403, "not-on-roll");
        assertThat(residents.sendWithToken(ballot, Map.of("iin", listed)).getStatusCode())
                .isEqualTo(201);
    }

    @Test
    void eachInviteVotesOnceForItsCandidateOnly() {
        var residents = new Residents(INVITE);
        var invites = new Invites(residents.hash);
        var tokens = invites.tokens(Residents.SURVEY, residents.candidate, 3);
        var others = invites.tokens(Residents.SURVEY, "d-another", 1);
        assertThat(new HashSet<>(tokens)).hasSize(3);

        var first = invited(residents, tokens.get(0));
        assertThat(residents.send(BALLOTS, first).getStatusCode()).isEqualTo(201);
        assertThat(residents.send(BALLOTS, first).getStatusCode()).isEqualTo(200);
        residents.now.set(Residents.OPEN.plus(Duration.ofDays(2)));
        assertRefused(residents.send(BALLOTS, invited(residents, tokens.get(0))), 409, "already-voted");
        assertThat(residents
                        .send(BALLOTS, invited(residents, tokens.get(1).toLowerCase(java.util.Locale.ROOT)))
                        .getStatusCode())
                .isEqualTo(201);
        assertRefused(residents.send(BALLOTS, invited(residents, others.getFirst())), 403, "invite-invalid");
        assertRefused(residents.send(BALLOTS, invited(residents, "")), 403, "invite-invalid");
        assertThat(residents.stored()).hasSize(2);
    }

    /** A list made anew is the list that was handed out, and a longer one begins with the same tokens. */
    @Test
    void aListOfInvitesCanBeMadeAgain() {
        var invites = new Invites(new Residents(INVITE).hash);
        var some = invites.tokens("ethics", "d-1", 12);

        assertThat(invites.tokens("ethics", "d-1", 12)).isEqualTo(some);
        assertThat(invites.tokens("ethics", "d-1", 20)).containsAll(some);
        assertThat(invites.tokens("ethics", "d-2", 12)).doesNotContainAnyElementsOf(some);
    }

    @Test
    void eachSurveyTakesItsOwnIdentityOnly() {
        var byCode = new Residents();
        var byToken = new Residents(OIDC);
        var byInvite = new Residents(INVITE);
        var iin = byCode.iin();
        var contact = contact();

        assertRefused(
                byCode.sendWithToken(slip(byCode.ballot(iin, contact)), Map.of("iin", iin)), 409, "identity-other");
        assertRefused(
                byInvite.sendWithToken(slip(byInvite.ballot(iin, contact)), Map.of("iin", iin)), 409, "identity-other");
        assertRefused(byToken.send(BALLOTS, byToken.ballot(iin, contact)), 409, "identity-other");
        assertRefused(byToken.send(CODES, byToken.asking(iin, contact)), 409, "identity-other");
        assertRefused(byInvite.send(CODES, byInvite.asking(iin, contact)), 409, "identity-other");
    }

    private static Map<String, Object> invited(Residents residents, String token) {
        var ballot = slip(residents.ballot(residents.iin(), contact()));
        ballot.put("token", token);
        return ballot;
    }

    private static void assertRefused(APIGatewayV2HTTPResponse answer, int status, String type) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
    }
}
