package kz.uzdik.vote;

import static kz.uzdik.vote.Residents.BALLOTS;
import static kz.uzdik.vote.Residents.CODES;
import static kz.uzdik.vote.Residents.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks for a code in somebody's name learns nothing about them: neither from the answer's bytes nor from the
 * work it takes, which is the same requests of the same sizes to the database.
 */
class AskingTellsNothingTest {

    private final Residents residents = new Residents("{\"kind\": \"code\", \"roll\": true}");

    @Test
    void whoHasVotedWhoHasNotAndWhoIsNotOnTheRollAreAnsweredAlike() {
        var voted = residents.iin();
        residents.enter(voted);
        assertThat(residents.send(BALLOTS, residents.ballot(voted, contact())).getStatusCode())
                .isEqualTo(201);
        var listed = residents.iin();
        residents.enter(listed);
        var unlisted = residents.iin();

        var seen = new LinkedHashMap<String, Seen>();
        for (var iin : List.of(voted, listed, unlisted)) {
            seen.put(iin, asking(iin, contact()));
        }

        assertThat(seen.get(listed)).isEqualTo(seen.get(voted));
        assertThat(seen.get(unlisted)).isEqualTo(seen.get(voted));
        assertThat(seen.get(voted).operations()).containsExactly("PutItem", "PutItem", "PutItem");
        assertThat(seen.get(voted).sizes()).hasSize(1).allMatch(bytes -> bytes > 100);
    }

    @Test
    void aWrongCodeIsAnsweredAlikeForThemAll() {
        var voted = residents.iin();
        residents.enter(voted);
        residents.send(BALLOTS, residents.ballot(voted, contact()));
        var unlisted = residents.iin();

        assertThat(guessing(BALLOTS, unlisted)).isEqualTo(guessing(BALLOTS, voted));
        assertThat(guessing(Residents.DISPUTES, unlisted)).isEqualTo(guessing(Residents.DISPUTES, voted));
    }

    private Seen asking(String iin, String contact) {
        var body = residents.asking(iin, contact);
        return watched(() -> residents.send(CODES, body));
    }

    private Seen guessing(String route, String iin) {
        var body = residents.ballot(iin, contact());
        body.put("code", "0000-0000");
        if (route.equals(Residents.DISPUTES)) {
            body.keySet().removeAll(List.of("ballot", "answers"));
        }
        return watched(() -> residents.send(route, body));
    }

    private static Seen watched(java.util.function.Supplier<APIGatewayV2HTTPResponse> work) {
        Operations.SEEN.clear();
        Operations.SIZES.clear();
        var answer = work.get();
        return new Seen(
                answer.getStatusCode(),
                answer.getHeaders(),
                answer.getBody(),
                new ArrayList<>(Operations.SEEN),
                new ArrayList<>(Operations.SIZES));
    }

    private record Seen(
            int status, Map<String, String> headers, String body, List<String> operations, List<Long> sizes) {}
}
