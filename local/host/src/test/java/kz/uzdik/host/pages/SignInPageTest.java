package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The page of a survey whose residents sign in, with its script, and a provider at an origin of its own: the one that
 * the template allows pages to talk to.
 */
class SignInPageTest {

    private static final String BALLOTS = "POST /v1/surveys/satisfaction/oidc-ballots";
    private static final String DISPUTES = "POST /v1/surveys/satisfaction/oidc-disputes";
    private static final String ALLOWED = "https://sso.uzdik.example";
    private static final String TOKEN = "header.claims.signature";
    private static final LocatorAssertions.HasTextOptions PATIENT =
            new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    @AutoClose
    private final PageStand stand = new PageStand();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri(), URI.create(ALLOWED));

    private final Page page = phone.page();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    @BeforeEach
    void contest() {
        SurveyPages.open(stand, "{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": false}");
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        provider(ALLOWED);
        page.onRequest((Request request) -> {
            asked.add(request.url());
            if (request.headers().containsKey("authorization")) {
                tokens.add(request.headers().get("authorization"));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"kk, Дауысыңыз қабылданды", "ru, Ваш голос принят"})
    void aBrokenConnectionCostsNothingAtTheProviderEither(String lang, String done) {
        breakOnce(ALLOWED + "/token");
        breakOnce("**/oidc-ballots");
        toTheSignIn(lang);
        signIn();
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
        assertThat(page.locator("h1")).hasText(done);
        phone.look("oidc-6-receipt-" + lang);
        assertThat(stand.heard(BALLOTS)).hasSize(1);
        assertThat(stand.body(BALLOTS, 0).path("answers").toString())
                .isEqualTo("{\"q1\":4,\"q2\":4,\"q3\":4,\"q4\":4,\"q5\":4}");
        assertThat(stand.body(BALLOTS, 0).has("iin")).isFalse();
        assertThat(tokens).containsOnly("Bearer " + TOKEN);
        assertThat(asked)
                .as("what the provider gave is in no address that names an okrug")
                .noneMatch(url ->
                        url.contains("/vote/") && url.replaceAll("#.*", "").contains("code="));
        assertThat(asked)
                .as("the provider does not learn for whom")
                .noneMatch(url -> url.startsWith(ALLOWED)
                        && url.contains(SurveyPages.akims().getLast().okrug()));
        assertThat(phone.kept()).doesNotContain(TOKEN, "answers", "verifier");
    }

    @Test
    void aProviderThatTheTemplateDoesNotAllowIsNotTalkedTo() {
        provider("https://elsewhere.example");
        toTheSignIn("ru");
        submit();
        assertThat(page.locator("#trouble")).containsText("Войти не удалось, голос не отправлен");
        assertThat(asked).noneMatch(url -> url.startsWith("https://elsewhere.example/authorize"));
    }

    @ParameterizedTest
    @CsvSource({"kk, Кіру аяқталмады", "ru, Войти не удалось"})
    void whoTurnsBackAtTheProviderHasTheirAnswersStill(String lang, String failed) {
        toTheSignIn(lang);
        submit();
        page.locator("#refuse").click();
        assertThat(page.locator("#trouble")).containsText(failed);
        phone.look("oidc-7-failed-" + lang);
        assertThat(stand.heard(BALLOTS)).isEmpty();
        signIn();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(stand.body(BALLOTS, 0).path("answers").toString())
                .isEqualTo("{\"q1\":4,\"q2\":4,\"q3\":4,\"q4\":4,\"q5\":4}");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Тоқтату, «Кіріп, қайта кіресіз, 'Бұл менің дауысым, жалғастыру'",
        "ru, Остановить, «Войти и проголосовать», войдите ещё раз, 'Это мой голос, продолжить'"
    })
    void aBallotWithoutReceiptIsTheSameDaysLater(String lang, String stop, String press, String how, String mine) {
        stand.on(BALLOTS, 503, "{}");
        toTheSignIn(lang);
        signIn();
        phone.button(stop).click();
        assertThat(page.locator("#trouble")).containsText(press);
        stand.on(BALLOTS, 200, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.evaluate("sessionStorage.clear()"); // what a browser forgets with its tab
        page.navigate(lang.equals("kk") ? "/" : "/ru.html");
        page.locator("#unsent a").click();
        assertThat(page.locator("#says")).containsText(how);
        phone.look("oidc-8-unconfirmed-" + lang);
        phone.button(mine).click();
        page.locator("#ballot button").click();
        signIn();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(last()).isEqualTo(stand.body(BALLOTS, 0));
    }

    @Test
    void aTokenThatHasEndedIsRenewedForTheSameBallot() {
        stand.on(BALLOTS, 401, "{\"message\":\"Unauthorized\"}");
        toTheSignIn("kk");
        signIn();
        assertThat(page.locator("#trouble")).containsText("Кіру аяқталмады");
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        signIn();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(last()).isEqualTo(stand.body(BALLOTS, 0));
    }

    @Test
    void whatIsRefusedIsDisputedWithTheSameToken() {
        stand.on(BALLOTS, 409, """
            {"type":"https://uzdik.example/problems/already-voted","title":"Тақырып","detail":"Қалай","status":409}\
            """);
        stand.on(DISPUTES, 201, "{\"number\":\"7Q2MX-4H9TN\"}");
        toTheSignIn("ru");
        signIn();
        phone.button("Заявить спор").click();
        assertThat(page.locator("#receipt")).hasText("7Q2MX-4H9TN", PATIENT);
        assertThat(tokens).hasSize(2).containsOnly("Bearer " + TOKEN);
    }

    /** A provider at {@code origin} that config.json names: discovery, a page where one signs in or refuses, tokens. */
    private void provider(String origin) {
        stand.on(
                "GET /config.json", 200, Json.write(Map.of("citizens", Map.of("issuer", origin, "clientId", "uzdik"))));
        var known = Json.write(
                Map.of("authorization_endpoint", origin + "/authorize", "token_endpoint", origin + "/token"));
        page.route(origin + "/.well-known/openid-configuration", route -> route.fulfill(json(known)));
        page.route(origin + "/token", route -> route.fulfill(json("{\"access_token\":\"" + TOKEN + "\"}")));
        page.route(url -> url.startsWith(origin + "/authorize"), route -> {
            var query = route.request().url();
            var back = stand.uri() + "/signed-in.html?state=" + query.replaceAll(".*[?&]state=([^&]*).*", "$1");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody("<!doctype html><link rel=icon href='data:,'><a id=enter href='" + back + "&code=c1'>+</a>"
                            + "<a id=refuse href='" + back + "&error=access_denied'>-</a>"));
        });
    }

    private static Route.FulfillOptions json(String body) {
        return new Route.FulfillOptions()
                .setContentType("application/json")
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setBody(body);
    }

    private void breakOnce(String url) {
        var tries = new AtomicInteger();
        page.route(url, route -> {
            if (tries.incrementAndGet() == 1) {
                route.abort("connectionreset");
            } else {
                route.fallback();
            }
        });
    }

    private void toTheSignIn(String lang) {
        page.navigate(SurveyPages.ballot(lang));
        SurveyPages.answerAll(page);
        page.locator("#ballot button").click();
    }

    private void signIn() {
        submit();
        page.locator("#enter").click();
    }

    private void submit() {
        page.locator("#code-form button.wide").click();
    }

    private JsonNode last() {
        return stand.body(BALLOTS, stand.heard(BALLOTS).size() - 1);
    }
}
