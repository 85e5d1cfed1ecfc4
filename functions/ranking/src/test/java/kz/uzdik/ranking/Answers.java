package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import kz.uzdik.json.Json;

/** What the functions answer, held against the status that is expected. */
final class Answers {

    private Answers() {}

    static void is(int status, APIGatewayV2HTTPResponse answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    }

    /** The body of an answer with {@code status}. */
    static JsonNode json(int status, APIGatewayV2HTTPResponse answer) throws JsonProcessingException {
        is(status, answer);
        return Json.tree(answer.getBody());
    }
}
