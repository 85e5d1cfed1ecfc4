package kz.uzdik.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.engines.SecretsStandIn;
import org.junit.jupiter.api.Test;

/** What becomes of a survey whose key is replaced while people vote, as docs/privacy.md says it for each identity. */
class LostKeyTest {

    private static final String CODE = "{\"kind\": \"code\", \"roll\": %s}";
    private static final String OIDC = "{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": %s}";
    private static final String INVITE = "{\"kind\": \"invite\"}";

    @Test
    void aPageOfBeforeIsRefusedAndNoVoteIsTakenTwiceWhileItStands() {
        var before = new Residents(CODE.formatted(false));
        var ballot = before.ballot(before.iin(), Residents.contact());
        assertThat(before.send(Residents.BALLOTS, ballot).getStatusCode()).isEqualTo(201);
        var again = new LinkedHashMap<>(ballot);
        again.put("ballot", "0".repeat(32));
        assertRefused(before.send(Residents.BALLOTS, again), 409, "already-voted");
        assertRefused(replaced(CODE.formatted(false)).send(Residents.BALLOTS, again), 400, "candidate-unknown");
    }

    @Test
    void byCodeAMailOfBeforeIsWorthNothingAndWhoVotedCouldVoteAgain() {
        var before = new Residents(CODE.formatted(false));
        var after = replaced(CODE.formatted(false));
        var iin = before.iin();
        var contact = Residents.contact();
        assertThat(before.send(Residents.BALLOTS, before.ballot(iin, contact)).getStatusCode())
                .isEqualTo(201);
        var ballot = after.ballot(iin, contact);
        ballot.put("code", before.code(iin, contact));
        assertRefused(after.send(Residents.BALLOTS, ballot), 403, "code-invalid");
        ballot.put("code", after.code(iin, contact));
        assertThat(after.send(Residents.BALLOTS, ballot).getStatusCode()).isEqualTo(201);
    }

    @Test
    void signedInWhoVotedCouldVoteAgain() {
        var before = new Residents(OIDC.formatted(false));
        var after = replaced(OIDC.formatted(false));
        var claims = Map.of("iin", before.iin());
        for (var residents : new Residents[] {before, after}) {
            var slip = Residents.slip(residents.ballot(residents.iin(), Residents.contact()));
            assertThat(residents.sendWithToken(slip, claims).getStatusCode()).isEqualTo(201);
        }
    }

    @Test
    void anInviteOfBeforeIsNoneAndANewOneVotesOnceMore() {
        var before = new Residents(INVITE);
        var after = replaced(INVITE);
        assertThat(before.send(Residents.BALLOTS, invited(before, before)).getStatusCode())
                .isEqualTo(201);
        assertRefused(after.send(Residents.BALLOTS, invited(after, before)), 403, "invite-invalid");
        assertThat(after.send(Residents.BALLOTS, invited(after, after)).getStatusCode())
                .isEqualTo(201);
    }

    @Test
    void nobodyIsOnTheRollOfBefore() {
        for (var identity : new String[] {CODE, OIDC}) {
            var before = new Residents(identity.formatted(true));
            var after = replaced(identity.formatted(true));
            var iin = before.iin();
            before.enter(iin);
            var body = after.ballot(iin, Residents.contact());
            body.put("candidate", before.candidate);
            body.put("ticket", after.hash.ticket(Residents.SURVEY, before.candidate));
            assertRefused(
                    identity.equals(CODE)
                            ? after.send(Residents.BALLOTS, body)
                            : after.sendWithToken(Residents.slip(body), Map.of("iin", iin)),
                    403,
                    "not-on-roll");
        }
    }

    /** The same contest in the same tables under another key. */
    private static Residents replaced(String identity) {
        return new Residents(identity, Map.of("HMAC_SECRET_ARN", SecretsStandIn.arn("the-key-after")));
    }

    /** A ballot about {@code of}'s candidate with an invite that was made under the key of {@code from}. */
    private static Map<String, Object> invited(Residents of, Residents from) {
        var ballot = Residents.slip(of.ballot(of.iin(), Residents.contact()));
        ballot.put(
                "token",
                new Invites(from.hash).tokens(Residents.SURVEY, of.candidate, 1).getFirst());
        return ballot;
    }

    private static void assertRefused(APIGatewayV2HTTPResponse answer, int status, String type) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
    }
}
