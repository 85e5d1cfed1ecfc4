package kz.uzdik.vote;

import static kz.uzdik.vote.Residents.BALLOTS;
import static kz.uzdik.vote.Residents.CODES;
import static kz.uzdik.vote.Residents.contact;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.annotations.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoteHandlerTest {

    private final Residents residents = new Residents();
    private final String iin = residents.iin();
    private final String contact = contact();

    @Test
    void aResidentAsksForACodeAndVotesWithIt() throws Exception {
        var asked = residents.send(CODES, residents.asking(iin, contact));
        var ballot = residents.ballot(iin, contact);
        ballot.put(
                "code",
                residents.mails(contact).getFirst().path("values").path("code").asText());
        var cast = residents.send(BALLOTS, ballot);

        assertThat(asked.getStatusCode()).isEqualTo(202);
        assertThat(asked.getBody()).isEqualTo("{\"minutes\":15}");
        assertThat(cast.getStatusCode()).isEqualTo(201);
        assertThat(receipt(cast)).isEqualTo(Receipt.of((String) ballot.get("ballot")));
        assertThat(residents.stored())
                .singleElement()
                .extracting(Ballot::hour, Ballot::channel, Ballot::answers)
                .containsExactly("2027-05-20T14", "web", ballot.get("answers"));
        assertThat(residents.stored().getFirst().network()).isEqualTo(network("95.56.0.1"));
    }

    @Test
    void askingTwiceInFiveMinutesSendsOneMailAndLaterAnother() throws Exception {
        for (int seconds : List.of(0, 100, 250, 300)) {
            residents.now.set(Residents.OPEN.plusSeconds(seconds));
            assertThat(residents.send(CODES, residents.asking(iin, contact)).getStatusCode())
                    .isEqualTo(202);
        }

        assertThat(residents.mails(contact)).hasSize(2);
        assertThat(residents.mails(contact).getFirst().path("values").properties().stream()
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("code", "minutes", "surveyKk", "surveyRu");
        assertThat(residents.mails(contact).toString()).doesNotContain(iin);
    }

    @Test
    void theAnswerToACodeRequestDoesNotTellWhoHasVoted() {
        var before = residents.send(CODES, residents.asking(iin, contact));
        residents.send(BALLOTS, residents.ballot(iin, contact));
        var after = residents.send(CODES, residents.asking(iin, contact));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void theSameBallotAgainGivesTheSameReceiptEvenWithAnExpiredCodeOrAfterTheEnd() {
        var ballot = residents.ballot(iin, contact);
        var first = residents.send(BALLOTS, ballot);
        for (var later : List.of(Duration.ZERO, Duration.ofHours(3), Duration.ofDays(60))) {
            residents.now.set(Residents.OPEN.plus(later));
            var again = residents.send(BALLOTS, ballot);

            assertThat(again.getStatusCode()).isEqualTo(200);
            assertThat(receipt(again)).isEqualTo(receipt(first));
        }
        assertThat(residents.stored()).hasSize(1);
    }

    @Test
    void ofManyBallotsOfOnePersonAtOnceExactlyOneIsTakenIn() throws Exception {
        var requests = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 40; i++) {
            var ballot = residents.ballot(iin, contact);
            requests.add(() -> residents.send(BALLOTS, ballot).getStatusCode());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var status : threads.invokeAll(requests)) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        assertThat(residents.stored()).hasSize(1);
    }

    @Test
    void everyRefusalHasItsProblem() {
        var ballot = residents.ballot(iin, contact);
        residents.send(BALLOTS, ballot);
        var changed = residents.ballot(iin, contact);
        changed.put("ballot", ballot.get("ballot"));
        changed.put("answers", Map.of("q1", 1, "q2", 1, "q3", 1, "q4", 1, "q5", 1));
        assertRefused(residents.send(BALLOTS, residents.ballot(iin, contact())), 409, "already-voted");
        assertRefused(residents.send(BALLOTS, changed), 409, "ballot-differs");

        var wrong = residents.ballot(residents.iin(), contact());
        wrong.put("code", "0000-0000");
        for (int i = 0; i < 5; i++) {
            assertRefused(residents.send(BALLOTS, wrong), 403, "code-invalid");
        }
        assertRefused(residents.send(BALLOTS, wrong), 429, "too-many-tries");

        for (int i = 0; i < 3; i++) {
            assertThat(residents
                            .send(BALLOTS, residents.ballot(residents.iin(), contact))
                            .getStatusCode())
                    .isEqualTo(201);
        }
        assertRefused(residents.send(BALLOTS, residents.ballot(residents.iin(), contact)), 409, "contact-used-up");
    }

    @Test
    void aCodeHoldsGoodForItsMinutesOnly() {
        var ballot = residents.ballot(iin, contact);
        residents.now.set(Residents.OPEN.plus(Duration.ofMinutes(21)));
        assertRefused(residents.send(BALLOTS, ballot), 403, "code-invalid");

        residents.now.set(Residents.OPEN.plus(Duration.ofMinutes(15)));
        assertThat(residents.send(BALLOTS, ballot).getStatusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-05-17T03:59:59Z, false",
        "2027-05-17T04:00:00Z, true",
        "2027-06-13T18:59:59Z, true",
        "2027-06-13T19:00:00Z, false"
    })
    void theWindowIsMeantInTheZoneOfTheContest(Instant at, boolean open) throws Exception {
        residents.now.set(at);
        var cast = residents.send(BALLOTS, residents.ballot(iin, contact));
        var asked = residents.send(CODES, residents.asking(iin, contact));

        assertThat(cast.getStatusCode()).isEqualTo(open ? 201 : 409);
        assertThat(asked.getStatusCode()).isEqualTo(open ? 202 : 409);
        if (!open) {
            assertRefused(asked, 409, "window-closed");
            assertThat(Json.tree(cast.getBody()).path("opens").asText()).isEqualTo("2027-05-17T09:00:00+05:00");
            assertThat(Json.tree(cast.getBody()).path("closes").asText()).isEqualTo("2027-06-14T00:00:00+05:00");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ballot, '\"ABC\"', /ballot",
        "ballot, '7', /ballot",
        "ballot, null, /ballot",
        "contact, '\"aidos\"', /contact",
        "contact, '[]', /contact",
        "ticket, '\"0000000000000000\"', /ticket",
        "candidate, '\"d-000000000\"', /ticket",
        "answers, '{\"q1\":5}', /answers/q2",
        "answers, '{\"q1\":6,\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1}', /answers/q1",
        "answers, '{\"q1\":-1,\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1}', /answers/q1",
        "answers, '{\"q1\":1,\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1,\"q6\":1}', /answers/q6",
        "answers, '{\"q1\":1.5,\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1}', /answers/q1",
        "answers, '{\"q1\":\"5\",\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1}', /answers/q1",
        "answers, '{\"q1\":null,\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1}', /answers/q1",
        "answers, '{\"q1\":9999999999,\"q2\":1,\"q3\":1,\"q4\":1,\"q5\":1}', /answers/q1",
        "answers, '[]', /answers",
        "code, 'true', /code",
        "colour, '\"red\"', /colour"
    })
    void aFieldThatCannotBeReadIsNamed(String field, String value, String pointer) throws Exception {
        var ballot = residents.ballot(iin, contact);
        ballot.put(field, Json.tree(value));

        var answer = residents.send(BALLOTS, ballot);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(Json.tree(answer.getBody())
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asText())
                .isEqualTo(pointer);
        assertThat(residents.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ballot", "iin", "contact", "code", "candidate", "ticket", "answers"})
    void aMissingFieldIsNamed(String field) throws Exception {
        var ballot = residents.ballot(iin, contact);
        ballot.remove(field);

        var answer = residents.send(BALLOTS, ballot);

        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(Json.tree(answer.getBody())
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asText())
                .isEqualTo("/" + field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"880314450009", "101140012345", "881332450001", "12345678901", "88031445000a", "300101500014", ""
            })
    void anIinThatIsNobodysIsRefused(String wrong) {
        var ballot = residents.ballot(iin, contact);
        ballot.put("iin", wrong);

        assertRefused(residents.send(BALLOTS, ballot), 422, "iin-invalid");
        assertRefused(residents.send(CODES, residents.asking(wrong, contact)), 422, "iin-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "7", "\"text\"", "{} {}", "{\"iin\":\"1\",\"iin\":\"2\"}", "null"})
    void whatIsNoRequestIsRefused(String body) {
        assertThat(residents.send(BALLOTS, body).getStatusCode()).isEqualTo(400);
        assertThat(residents.send(CODES, body).getStatusCode()).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        var ballot = residents.ballot(iin, contact);
        ballot.put("code", "0".repeat(9000));

        assertRefused(residents.send(BALLOTS, ballot), 400, "body-too-large");
        assertRefused(
                residents.send(CODES, residents.asking(iin, "a".repeat(2000) + "@example.kz")), 400, "body-too-large");
    }

    @Test
    void anUnknownSurveyIsRefused() {
        assertRefused(residents.send(Residents.event(CODES, "other", "{}")), 404, "survey-unknown");
    }

    @ParameterizedTest
    @Event(value = "events/vote-ballot-base64.json", type = APIGatewayV2HTTPEvent.class)
    void aBodyInBase64IsReadAsAnyOther(APIGatewayV2HTTPEvent event) {
        assertRefused(residents.send(event), 400, "candidate-unknown");
    }

    @ParameterizedTest
    @Event(value = "events/vote-code.json", type = APIGatewayV2HTTPEvent.class)
    void aProofSignedWithAnotherKeyIsRefused(APIGatewayV2HTTPEvent event) {
        assertRefused(residents.send(event), 403, "proof-invalid");
    }

    @Test
    void theFunctionPutsUpdatesAndChecksAndNothingElse() {
        Operations.SEEN.clear();
        var ballot = residents.ballot(iin, contact);
        var wrong = residents.ballot(residents.iin(), contact);
        wrong.put("code", "0000-0000");
        residents.send(CODES, residents.asking(iin, contact));
        residents.send(CODES, residents.asking(iin, contact));
        for (var body : List.of(ballot, ballot, residents.ballot(iin, contact), wrong)) {
            residents.send(BALLOTS, body);
        }
        residents.now.set(Residents.OPEN.plus(Duration.ofDays(60)));
        residents.send(BALLOTS, wrong);

        assertThat(Operations.SEEN).containsOnly("PutItem", "UpdateItem", "ConditionCheckItem");
    }

    private static void assertRefused(APIGatewayV2HTTPResponse answer, int status, String type) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
        assertThat(answer.getBody()).contains("/problems/" + type + "\"");
        assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    }

    private static String receipt(APIGatewayV2HTTPResponse answer) {
        return Json.readOwn(answer.getBody(), JsonNode.class).path("receipt").asText();
    }

    private String network(String address) {
        return new Pseudonyms(residents.hash).network(Residents.SURVEY, address);
    }
}
