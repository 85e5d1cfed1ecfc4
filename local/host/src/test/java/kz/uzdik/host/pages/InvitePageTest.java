package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of a survey that asks for an invite, with its script, in bad weather. */
class InvitePageTest {

    private static final String BALLOTS = "POST /v1/surveys/satisfaction/ballots";
    private static final String DISPUTES = "POST /v1/surveys/satisfaction/disputes";
    private static final String TOKEN = "K7M3PX9WQ2HJ4TNB";
    private static final String OTHER = "9WQ2HJ4TNBK7M3PX";
    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    @AutoClose
    private final PageStand stand = new PageStand();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void contest() {
        SurveyPages.open(stand, "{\"kind\": \"invite\"}");
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.onRequest((Request request) -> asked.add(request.url()));
    }

    @ParameterizedTest
    @CsvSource({"kk, Байланыс үзілді, Дауысыңыз қабылданды", "ru, Связь прервалась, Ваш голос принят"})
    void aBrokenConnectionIsTriedAgainWithTheSameBallot(String lang, String broken, String done) {
        var tries = new AtomicInteger();
        page.route("**/ballots", route -> {
            if (tries.incrementAndGet() <= 2) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        page.clock().install();
        toTheToken(lang, "#" + TOKEN);
        send();
        assertThat(page.locator("#says")).containsText(broken);
        phone.look("invite-5-waiting-" + lang);
        phone.pass(() -> tries.get() == 3);
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
        assertThat(page.locator("h1")).hasText(done);
        assertThat(stand.heard(BALLOTS)).hasSize(1);
        assertThat(stand.body(BALLOTS, 0).path("token").asText()).isEqualTo(TOKEN);
        assertThat(stand.body(BALLOTS, 0).path("answers").toString())
                .isEqualTo("{\"q1\":4,\"q2\":4,\"q3\":4,\"q4\":4,\"q5\":4}");
        assertThat(asked).noneMatch(url -> url.replaceAll("#.*", "").contains(TOKEN));
        assertThat(phone.kept()).doesNotContain(TOKEN, "answers");
    }

    @Test
    void offlineInTheMiddleItGoesOnAsSoonAsTheConnectionIsBack() {
        toTheToken("kk", "");
        phone.context().setOffline(true);
        page.locator("#token").fill("k7m3-px9w q2hj-4tnb");
        send();
        assertThat(page.locator("#says")).containsText("Байланыс үзілді");
        assertThat(stand.heard(BALLOTS)).isEmpty();
        phone.context().setOffline(false);
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
    }

    @Test
    void aPageClosedWhileSendingGoesOnSendingWhenItIsReloaded() {
        stand.on(BALLOTS, 503, "{}");
        toTheToken("kk", "#" + TOKEN);
        send();
        assertThat(page.locator("#says")).containsText("Байланыс үзілді");
        stand.on(BALLOTS, 200, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.reload();
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
        assertThat(last()).isEqualTo(stand.body(BALLOTS, 0));
        assertThat(phone.kept()).doesNotContain(TOKEN, "answers");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Тоқтату, шақыру кодын қайта жазасыз, 'Бұл менің дауысым, жалғастыру'",
        "ru, Остановить, введите код приглашения ещё раз, 'Это мой голос, продолжить'"
    })
    void aBallotWithoutReceiptIsTheSameDaysLater(String lang, String stop, String how, String mine) {
        stand.on(BALLOTS, 503, "{}");
        toTheToken(lang, "#" + TOKEN);
        send();
        phone.button(stop).click();
        phone.look("invite-6-stopped-" + lang);
        stand.on(BALLOTS, 200, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.evaluate("sessionStorage.clear()"); // what a browser forgets with its tab
        page.navigate(lang.equals("kk") ? "/" : "/ru.html");
        page.locator("#unsent a").click();
        assertThat(page.locator("#says")).containsText(how);
        assertThat(page.locator("#says")).not().containsText(Pattern.compile("ЖСН|ИИН"));
        phone.look("invite-7-unconfirmed-" + lang);
        phone.button(mine).click();
        page.locator("#ballot button").click();
        page.locator("#token").fill(TOKEN);
        send();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(last()).isEqualTo(stand.body(BALLOTS, 0));
    }

    @Test
    void anotherTokenIsAnotherBallot() {
        stand.on(BALLOTS, 503, "{}");
        toTheToken("ru", "#" + TOKEN);
        send();
        phone.button("Остановить").click();
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.locator("#token").fill(OTHER);
        send();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(last().path("ballot")).isNotEqualTo(stand.body(BALLOTS, 0).path("ballot"));
    }

    @Test
    void theLinksTokenOutlivesAReloadAndTheOtherLanguageButNotItsPerson() {
        toTheToken("kk", "#" + TOKEN);
        assertThat(page.url()).doesNotContain(TOKEN);
        page.reload();
        page.locator("#ballot button").click();
        assertThat(page.locator("#token")).hasValue(TOKEN);
        page.getByText("Русский").click();
        page.waitForURL("**" + SurveyPages.ballot("ru"));
        page.locator("#ballot button").click();
        assertThat(page.locator("#token")).hasValue(TOKEN);
        stand.on(BALLOTS, 503, "{}");
        send();
        phone.button("Остановить").click();
        page.reload();
        phone.button("Нет, я другой человек").click();
        assertThat(phone.kept()).doesNotContain(TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"kk, Шақыру коды 16 таңбадан тұрады", "ru, Код приглашения состоит из 16 знаков"})
    void whatIsNoTokenIsSaidAtItsFieldAndWhatIsWrongCanBeMended(String lang, String tooShort) {
        toTheToken(lang, "");
        page.locator("#token").fill("K7M3");
        send();
        assertThat(page.locator(".fault")).containsText(tooShort);
        assertThat(page.locator("#token")).isFocused();
        phone.look("invite-8-slip-" + lang);
        assertThat(stand.heard(BALLOTS)).isEmpty();
        stand.on(BALLOTS, 403, problem("invite-invalid"));
        page.locator("#token").fill(OTHER);
        send();
        assertThat(page.locator("#trouble")).containsText("Тақырып");
        assertThat(page.locator("#token")).isVisible();
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.locator("#token").fill(TOKEN);
        send();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(stand.body(BALLOTS, 1).path("answers"))
                .isEqualTo(stand.body(BALLOTS, 0).path("answers"));
    }

    @ParameterizedTest
    @CsvSource({"kk, Дау айту, Дауыңыз тіркелді", "ru, Заявить спор, Ваш спор записан"})
    void aTokenThatIsUsedIsDisputedWithItself(String lang, String dispute, String done) throws IOException {
        stand.on(BALLOTS, 409, problem("already-voted"));
        var tries = new AtomicInteger();
        page.route("**/disputes", route -> {
            if (tries.incrementAndGet() == 1) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        stand.on(DISPUTES, 201, "{\"number\":\"7Q2MX-4H9TN\"}");
        toTheToken(lang, "#" + TOKEN);
        send();
        phone.look("invite-9-taken-" + lang);
        phone.button(dispute).click();
        assertThat(page.locator("#receipt")).hasText("7Q2MX-4H9TN", PATIENT);
        assertThat(page.locator("h1")).hasText(done);
        phone.look("invite-10-disputed-" + lang);
        assertThat(stand.body(DISPUTES, 0))
                .isEqualTo(Json.tree("{\"token\":\"" + TOKEN + "\",\"candidate\":\""
                        + SurveyPages.akims().getLast().candidate() + "\",\"ticket\":\"0123456789abcdef\"}"));
    }

    private static String problem(String type) {
        return "{\"type\":\"https://uzdik.example/problems/" + type + "\",\"title\":\"Тақырып\",\"detail\":\"Қалай\"}";
    }

    private void toTheToken(String lang, String fragment) {
        page.navigate(SurveyPages.ballot(lang) + fragment);
        SurveyPages.answerAll(page);
        page.locator("#ballot button").click();
        assertThat(page.locator("#token")).isVisible();
    }

    private void send() {
        page.locator("#code-form button.wide").click();
    }

    private JsonNode last() {
        return stand.body(BALLOTS, stand.heard(BALLOTS).size() - 1);
    }
}
