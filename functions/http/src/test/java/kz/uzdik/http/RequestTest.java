package kz.uzdik.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    record Form(String name, int age, List<Integer> marks, Map<String, Integer> answers) {}

    private static final String WHOLE = "{\"name\":\"a\",\"age\":1,\"marks\":[1,2],\"answers\":{\"q1\":5}}";

    @Test
    void aWholeBodyIsRead() {
        assertThat(request(WHOLE).body(Form.class, 1000).answers()).containsEntry("q1", 5);
        assertThat(request(" " + WHOLE + " \n").body(Form.class, 1000).age()).isEqualTo(1);
    }

    @Test
    void whereverItIsCutShortItIsNoJson() {
        for (int end = 0; end < WHOLE.length(); end++) {
            assertThat(refused(WHOLE.substring(0, end)).type())
                    .as("cut after %d", end)
                    .isEqualTo("not-json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "{}", "\"\"", "]", "1", "null", ",", "// ok"})
    void whatFollowsTheBodyMakesItNoJson(String rest) {
        assertThat(refused(WHOLE + " " + rest).type()).isEqualTo("not-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"a\"", "true", "[{}]"})
    void anotherRootIsNamedByTheEmptyPointer(String body) {
        assertThat(pointer(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"q1\":5|\"q1\":99999999999|/answers/q1",
                "\"q1\":5|\"q1\":5,\"q/2\":99999999999999999999999|/answers/q~12",
                "\"q1\":5|\"q1\":\"5\"|/answers/q1",
                "\"q1\":5|\"q1\":5.5|/answers/q1",
                "\"age\":1|\"age\":2147483648|/age",
                "\"age\":1|\"age\":-99999999999999999999|/age",
                "[1,2]|[1,99999999999]|/marks/1",
                "\"age\":1|\"age\":1,\"more\":1|/more",
            })
    void theFieldAtFaultIsNamed(String right, String wrong, String pointer) {
        assertThat(WHOLE).contains(right);
        assertThat(pointer(WHOLE.replace(right, wrong))).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|kk",
                "ru|ru",
                "RU-ru|ru",
                "ru-RU,ru;q=0.9,en;q=0.8|ru",
                "kk-KZ,kk;q=0.9,ru;q=0.8|kk",
                "kk;q=0.1,ru;q=0.9|ru",
                "kk;q=0.9,ru;q=0.1|kk",
                "ru,kk|ru",
                "kk,ru|kk",
                "en-US,en;q=0.9,ru;q=0.8|ru",
                "en-US,en|kk",
                "*|kk",
                "ru;q=0|kk",
                "ru;q=0,kk;q=0|kk",
                "ru;q=many|kk",
                "ru;q=2|kk",
                "rubbish|kk",
                "rus|kk",
                ";;q=,,|kk",
            })
    void theLanguageIsWhatWeighsMost(String header, String language) {
        var event = new APIGatewayV2HTTPEvent();
        event.setHeaders(header == null ? Map.of() : Map.of("accept-language", header));
        assertThat(new Request(event).language()).isEqualTo(language);
    }

    private static String pointer(String body) {
        var problem = refused(body);
        assertThat(problem.type()).isEqualTo("field-invalid");
        assertThat(problem.errors()).hasSize(1);
        return problem.errors().getFirst().pointer();
    }

    private static Problem refused(String body) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> request(body).body(Form.class, 1000))
                .actual()
                .problem();
    }

    private static Request request(String body) {
        var event = new APIGatewayV2HTTPEvent();
        event.setBody(body);
        return new Request(event);
    }
}
