package kz.uzdik.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.uzdik.contest.vote.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vote by plain forms, as browsers without JavaScript send them. */
class FormDeskTest {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final Residents residents = new Residents();
    private final String iin = residents.iin();
    private final String contact = Residents.contact();
    private final String network = UUID.randomUUID().toString().substring(0, 4) + ":" + NETWORKS.incrementAndGet();

    @ParameterizedTest
    @CsvSource({"kk, Хаттағы кодты жазыңыз, Дауысыңыз қабылданды", "ru, Введите код из письма, Ваш голос принят"})
    void theWholeWayAndTheSameReceiptAgain(String language, String codeTitle, String done) {
        var asked = codes(form(Map.of("language", language)));
        assertThat(asked.getStatusCode()).isEqualTo(200);
        assertThat(asked.getBody()).contains("<html lang=\"" + language + "\">", codeTitle, contact);
        assertThat(asked.getHeaders())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Type", "text/html; charset=utf-8");
        assertThat(asked.getHeaders().get("Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
        assertThat(residents.mails(contact)).hasSize(1);

        var second = hidden(asked);
        second.put("code", residents.code(iin, contact));
        var cast = ballots(second);
        assertThat(cast.getStatusCode()).as(cast.getBody()).isEqualTo(201);
        assertThat(cast.getBody())
                .contains(done, Receipt.of(second.get("ballot")))
                .doesNotContain(iin, contact);
        assertThat(residents.stored())
                .singleElement()
                .satisfies(ballot ->
                        assertThat(ballot.answers()).containsEntry("q3", 0).containsEntry("q1", 5));

        residents.now.set(residents.now.get().plus(Duration.ofDays(3)));
        var again = ballots(second);
        assertThat(again.getStatusCode()).isEqualTo(200);
        assertThat(again.getBody()).contains(Receipt.of(second.get("ballot")));
        assertThat(residents.stored()).hasSize(1);
    }

    @Test
    void everyFormHasABallotOfItsOwn() {
        var first = hidden(codes(form(Map.of()))).get("ballot");
        var second = hidden(codes(form(Map.of()))).get("ballot");
        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({
        "iin, 123, 422, ЖСН он екі цифрдан тұрады.",
        "contact, nobody, 400, Электрондық пошта мекенжайын тексеріңіз.",
        "answer.q2, '', 400, Бұл сұраққа жауап беріңіз.",
        "answer.q2, 9, 400, Бағалау шкаласында мұндай жауап жоқ."
    })
    void aSlipIsToldAtItsFieldAndWhatWasTypedStays(String field, String value, int status, String says) {
        var answer = codes(form(Map.of(field, value)));
        assertThat(answer.getStatusCode()).isEqualTo(status);
        assertThat(answer.getBody())
                .contains("<span class=\"fault\" id=\"" + field + "-fault\">" + says)
                .contains("name=\"answer.q1\" value=\"5\" required checked")
                .contains("action=\"/v1/surveys/satisfaction/codes\"");
        if (!field.equals("iin")) {
            assertThat(answer.getBody()).contains("value=\"" + iin + "\"");
        }
        assertThat(residents.mails(contact)).isEmpty();
    }

    @Test
    void aWrongCodeIsAskedForAgainWithTheSameBallot() {
        var typed = hidden(codes(form(Map.of())));
        typed.put("code", "AAAA-AAAA");
        var answer = ballots(typed);
        assertThat(answer.getStatusCode()).isEqualTo(403);
        assertThat(answer.getBody()).contains("Код қате немесе ескірген.");
        assertThat(hidden(answer)).containsEntry("ballot", typed.get("ballot")).doesNotContainKey("code");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Осы ЖСН бойынша дауыс берілген., Егер сіз дауыс бермеген болсаңыз, Дауыңыз тіркелді",
        "ru, По этому ИИН голос уже отдан., Если вы не голосовали, Ваш спор записан"
    })
    void whoHasVotedIsToldAndMayDisputeItWithTheSameCode(String language, String taken, String how, String done) {
        var first = hidden(codes(form(Map.of())));
        first.put("code", residents.code(iin, contact));
        ballots(first);
        var second = hidden(codes(form(Map.of("language", language))));
        second.put("code", residents.code(iin, contact));
        var answer = ballots(second);
        assertThat(answer.getStatusCode()).isEqualTo(409);
        assertThat(answer.getBody()).contains(taken, how, "action=\"/v1/surveys/satisfaction/disputes\"");
        var dispute = hidden(answer);
        assertThat(dispute.keySet())
                .containsExactlyInAnyOrder("language", "candidate", "ticket", "iin", "contact", "code");

        var recorded = disputes(dispute);
        assertThat(recorded.getStatusCode()).as(recorded.getBody()).isEqualTo(201);
        assertThat(recorded.getBody())
                .contains("<html lang=\"" + language + "\">", done)
                .containsPattern("[0-9A-Z]{5}-[0-9A-Z]{5}")
                .doesNotContain(iin, contact);
        assertThat(disputes(dispute).getBody()).isEqualTo(recorded.getBody());
        assertThat(residents.stored()).hasSize(1);
    }

    @Test
    void aDisputeWithoutAValidCodeIsToldNothing() {
        var typed = form(Map.of("code", "AAAA-AAAA", "language", "ru"));
        var refused = disputes(typed);
        assertThat(refused.getStatusCode()).isEqualTo(403);
        assertThat(refused.getBody()).contains("Код неверен или устарел.").doesNotContain("disputes");
        typed.put("code", residents.code(iin, contact));
        assertThat(disputes(typed).getBody()).contains("По этому ИИН ещё не голосовали");
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        var answer = codes(form(Map.of("contact", "\"><script>alert('1')</script>", "language", "\"><b>")));
        assertThat(answer.getBody())
                .contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)")
                .doesNotContain("<script", "<b>");
    }

    @Test
    void aFieldThatNoBallotHasIsNotCarriedOn() {
        assertThat(hidden(codes(form(Map.of("weight", "7", "answer.q9", "5")))))
                .doesNotContainKeys("weight", "answer.q9");
    }

    @Test
    void oneNetworkGetsNoMoreCodesByFormsThanTheDefinitionAllows() {
        for (int i = 0; i < 60; i++) {
            assertThat(codes(form(Map.of("contact", Residents.contact()))).getStatusCode())
                    .isEqualTo(200);
        }
        var refused = codes(form(Map.of()));
        assertThat(refused.getStatusCode()).isEqualTo(429);
        assertThat(refused.getBody()).contains("JavaScript", "бір сағаттан кейін");
        assertThat(residents.mails(contact)).isEmpty();

        residents.now.set(residents.now.get().plus(Duration.ofHours(1)));
        assertThat(codes(form(Map.of())).getStatusCode()).isEqualTo(200);
    }

    @Test
    void askingAgainWithinFiveMinutesIsNotCountedAgain() {
        for (int i = 0; i < 70; i++) {
            assertThat(codes(form(Map.of())).getStatusCode()).isEqualTo(200);
        }
        assertThat(residents.mails(contact)).hasSize(1);
    }

    private Map<String, String> form(Map<String, String> changed) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("candidate", residents.candidate);
        fields.put("ticket", residents.hash.ticket(Residents.SURVEY, residents.candidate));
        fields.put("iin", iin);
        fields.put("contact", contact);
        fields.putAll(Map.of("answer.q1", "5", "answer.q2", "4", "answer.q3", "0", "answer.q4", "1", "answer.q5", "3"));
        fields.putAll(changed);
        return fields;
    }

    private APIGatewayV2HTTPResponse codes(Map<String, String> fields) {
        return residents.send(event(Residents.CODES, fields));
    }

    private APIGatewayV2HTTPResponse ballots(Map<String, String> fields) {
        return residents.send(event(Residents.BALLOTS, fields));
    }

    private APIGatewayV2HTTPResponse disputes(Map<String, String> fields) {
        return residents.send(event(Residents.DISPUTES, fields));
    }

    private APIGatewayV2HTTPEvent event(String route, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var event = Residents.event(
                route, Residents.SURVEY, Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);
        event.setHeaders(Map.of(
                "content-type",
                "application/x-www-form-urlencoded",
                "x-forwarded-for",
                network + "::1, 130.176.221.78"));
        return event;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> hidden(APIGatewayV2HTTPResponse page) {
        var fields = new LinkedHashMap<String, String>();
        var matcher = HIDDEN.matcher(page.getBody());
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }
}
