package kz.uzdik.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.contest.vote.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vote of who was invited, by plain forms; and what these say to who signs in. */
class InviteFormTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");

    private final Residents residents = new Residents("{\"kind\": \"invite\"}");
    private final String token = new Invites(residents.hash)
            .tokens(Residents.SURVEY, residents.candidate, 1)
            .getFirst();

    @ParameterizedTest
    @CsvSource({
        "kk, Шақыру кодын жазыңыз, Дауысыңыз қабылданды, Осы шақыру кодымен дауыс берілген.",
        "ru, Введите код приглашения, Ваш голос принят, По этому приглашению голос уже отдан."
    })
    void questionsThenTheTokenThenTheReceipt(String language, String title, String done, String again) {
        var asked = send(answers(language));
        assertThat(asked.getStatusCode()).isEqualTo(200);
        assertThat(asked.getBody()).contains("<html lang=\"" + language + "\">", title, "name=\"token\"");

        var typed = hidden(asked);
        typed.put("token", token.toLowerCase(java.util.Locale.ROOT));
        var cast = send(typed);
        assertThat(cast.getStatusCode()).as(cast.getBody()).isEqualTo(201);
        assertThat(cast.getBody())
                .contains(done, Receipt.of(typed.get("ballot")))
                .doesNotContain(token);
        assertThat(send(typed).getStatusCode()).isEqualTo(200);
        assertThat(residents.stored()).hasSize(1);

        var second = hidden(send(answers(language)));
        second.put("token", token);
        var refused = send(second);
        assertThat(refused.getStatusCode()).isEqualTo(409);
        assertThat(refused.getBody()).contains(again);
        var disputed = disputing(refused);
        assertThat(disputed).containsEntry("token", token).doesNotContainKeys("ballot", "answer.q1");
        var recorded = send(Residents.DISPUTES, disputed);
        assertThat(recorded.getStatusCode()).isEqualTo(201);
        assertThat(recorded.getBody()).doesNotContain(token).containsPattern(">[0-9A-Z]{5}-[0-9A-Z]{5}<");
        assertThat(send(Residents.DISPUTES, disputed)).isEqualTo(recorded);
    }

    @Test
    void aWrongTokenIsToldAtItsFieldAndTheBallotStaysTheSame() {
        var typed = hidden(send(answers("ru")));
        typed.put("token", "AAAA");
        var answer = send(typed);
        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getBody()).contains("<span class=\"fault\" id=\"token-fault\">Код приглашения неверен");
        assertThat(hidden(answer)).containsEntry("ballot", typed.get("ballot")).doesNotContainKey("token");
        assertThat(residents.stored()).isEmpty();
    }

    @Test
    void anOpenQuestionComesBackBeforeTheTokenIsAskedFor() {
        var open = answers("kk");
        open.remove("answer.q2");
        var answer = send(open);
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.getBody())
                .contains("id=\"answer.q2-fault\"", "action=\"/v1/surveys/satisfaction/ballots\"")
                .doesNotContain("name=\"iin\"", "name=\"ballot\"");
    }

    @Test
    void otherRoutesTakeNoInvite() {
        assertThat(send(Residents.CODES, answers("ru")).getStatusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"kk, JavaScript қажет", "ru, нужен JavaScript"})
    void whereOneSignsInAFormIsAnsweredWithWhatItNeeds(String language, String says) {
        var signedIn = new Residents("{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": false}");
        var answer = signedIn.send(form(Residents.BALLOTS, answers(language)));
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(answer.getBody()).contains("<html lang=\"" + language + "\">", says);
        assertThat(signedIn.stored()).isEmpty();
    }

    private Map<String, String> answers(String language) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("language", language);
        fields.put("candidate", residents.candidate);
        fields.put("ticket", residents.hash.ticket(Residents.SURVEY, residents.candidate));
        fields.putAll(Map.of("answer.q1", "5", "answer.q2", "4", "answer.q3", "0", "answer.q4", "1", "answer.q5", "3"));
        return fields;
    }

    private APIGatewayV2HTTPResponse send(Map<String, String> fields) {
        return send(Residents.BALLOTS, fields);
    }

    private APIGatewayV2HTTPResponse send(String route, Map<String, String> fields) {
        return residents.send(form(route, fields));
    }

    private static APIGatewayV2HTTPEvent form(String route, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var event = Residents.event(route, Residents.SURVEY, body);
        event.setHeaders(Map.of(
                "content-type", "application/x-www-form-urlencoded", "x-forwarded-for", "95.56.7.8, 130.176.221.78"));
        return event;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> disputing(APIGatewayV2HTTPResponse page) {
        var form = page.getBody();
        assertThat(form).contains("action=\"/v1/surveys/satisfaction/disputes\"");
        return hidden(form.substring(form.indexOf("<form id=\"dispute\"")));
    }

    private static Map<String, String> hidden(APIGatewayV2HTTPResponse page) {
        return hidden(page.getBody());
    }

    private static Map<String, String> hidden(String html) {
        var fields = new LinkedHashMap<String, String>();
        var matcher = HIDDEN.matcher(html);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }
}
