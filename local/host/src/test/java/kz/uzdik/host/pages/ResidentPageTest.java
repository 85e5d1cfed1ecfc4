package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResidentPageTest {

    private static final String CODES = "POST /v1/surveys/satisfaction/codes";
    private static final String BALLOTS = "POST /v1/surveys/satisfaction/ballots";
    private static final String IIN = "790922300005";

    private final PageStand stand = new PageStand();
    private final Phone phone = Phone.at(stand.uri());
    private final Page page = phone.page();

    @BeforeEach
    void contest() throws IOException {
        stand.on("GET /data/contest.json", 200, Files.readString(Path.of("../../contests/best-akim-2027.json")));
        stand.on("GET /v1/surveys/satisfaction/challenge", 200, ProofPageTest.challenge());
        stand.on(CODES, 202, "{\"minutes\":15}");
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
    }

    @AfterEach
    void close() {
        phone.close();
        stand.close();
    }

    private void candidates() throws IOException {
        var district = Json.tree(Files.readString(Path.of("../../contests/best-akim-2027.json")))
                .at("/oblasts/0/districts/0");
        var names = new String[] {"Бауыржан Тілеуов", "Гүлнар Әбдіқадырова", "Ерлан Сейітов"};
        var list = new StringBuilder();
        for (var i = 0; i < names.length; i++) {
            var okrug = district.at("/okrugs/" + i);
            list.append(i == 0 ? "" : ",").append("""
                {"candidate":"d-%s","ticket":"0123456789abcdef","name":"%s","oblast":"100000000",\
                "district":"%s","okrug":"%s","okrugName":%s}\
                """.formatted(
                            okrug.path("kato").asText(),
                            names[i],
                            district.path("kato").asText(),
                            okrug.path("kato").asText(),
                            okrug.path("name")));
        }
        stand.on(
                "GET /data/candidates-satisfaction.json",
                200,
                "{\"survey\":\"satisfaction\",\"candidates\":[" + list + "]}");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Қазақша, Әрі қарай, Код алу, Дауыс беру, Дауысыңыз қабылданды",
        "ru, Русский, Дальше, Получить код, Проголосовать, Ваш голос принят"
    })
    void theWholeWay(String lang, String language, String next, String code, String send, String done)
            throws IOException {
        candidates();
        page.navigate("/");
        button(language).click();
        assertThat(page.locator("html")).hasAttribute("lang", lang);
        phone.look("resident-1-choose-" + lang);
        page.locator("#oblast").selectOption("100000000");
        page.locator("#district").selectOption("101010000");
        page.getByText("Ерлан Сейітов").click();
        phone.look("resident-1-chosen-" + lang);
        button(next).click();
        for (var answer : new String[] {"q1=5", "q2=4", "q3=0", "q4=1", "q5=3"}) {
            answer(answer.substring(0, 2), answer.substring(3));
        }
        phone.look("resident-2-questions-" + lang);
        button(next).click();
        page.locator("#iin").fill(IIN);
        page.locator("#contact").fill("asel@uzdik.example");
        phone.look("resident-3-person-" + lang);
        button(code).click();
        page.locator("#code").fill("k7m3-px9w");
        phone.look("resident-4-code-" + lang);
        button(send).click();
        assertThat(page.locator("h1")).hasText(done);
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2");
        phone.look("resident-5-receipt-" + lang);
        var ballot = ballots(0);
        assertThat(ballot.path("ballot").asText()).matches("[0-9a-f]{32}");
        assertThat(ballot.path("answers").toString()).isEqualTo("{\"q1\":5,\"q2\":4,\"q3\":0,\"q4\":1,\"q5\":3}");
        assertThat(ballot.path("code").asText()).isEqualTo("K7M3PX9W");
        assertThat(ballot.path("iin").asText()).isEqualTo(IIN);
        assertThat(stand.heard(BALLOTS).getFirst().language()).isEqualTo(lang);
        assertThat(page.evaluate("localStorage.getItem('uzdik.ballot')")).isNull();
    }

    @Test
    void theLanguageIsRemembered() throws IOException {
        candidates();
        page.navigate("/");
        assertThat(page.locator("html")).hasAttribute("lang", "kk");
        button("Русский").click();
        page.navigate("/results.html");
        assertThat(page.locator("h1")).hasText("Результаты");
    }

    @Test
    void aSearchFindsKazakhLettersByRussianOnes() throws IOException {
        candidates();
        page.navigate("/");
        page.locator("#filter").fill("тущы");
        assertThat(page.locator("#candidates .choice")).hasCount(1);
        page.locator("#filter").fill("абдика");
        assertThat(page.getByText("Гүлнар Әбдіқадырова")).isVisible();
        page.locator("#filter").fill("жоқ ауыл");
        assertThat(page.locator("#candidates")).containsText("Ештеңе табылмады");
    }

    @ParameterizedTest
    @CsvSource({"kk, Қазақша, 2027 жылғы 17 мамыр", "ru, Русский, 17 мая 2027 г."})
    void beforeTheSurveyThePageSaysWhenItOpens(String lang, String language, String opens) {
        page.navigate("/");
        button(language).click();
        assertThat(page.locator("main")).containsText(opens);
        phone.look("resident-0-before-" + lang);
    }

    @Test
    void aBrokenConnectionIsTriedAgainWithTheSameBallot() throws IOException {
        candidates();
        var tries = new AtomicInteger();
        page.route("**/ballots", route -> {
            if (tries.incrementAndGet() <= 3) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        toTheCode();
        page.locator("#code").fill("K7M3PX9W");
        button("Дауыс беру").click();
        assertThat(page.locator("main")).containsText("Байланыс үзілді");
        assertThat(page.locator("main")).containsText("бір рет қана есептеледі");
        assertThat(page.locator("#receipt"))
                .hasText("K7M3P-X9WQ2", new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        assertThat(tries).hasValue(4);
        assertThat(stand.heard(BALLOTS)).hasSize(1);
    }

    @Test
    void aBallotWithoutReceiptSurvivesThePage() throws IOException {
        candidates();
        stand.on(BALLOTS, 503, "{}");
        toTheCode();
        page.locator("#code").fill("K7M3PX9W");
        button("Дауыс беру").click();
        button("Тоқтату").click();
        assertThat(page.locator(".note.bad")).containsText("екі рет есептелмейді");
        stand.on(BALLOTS, 200, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.reload();
        phone.look("resident-0-unconfirmed-kk");
        button("Бұл менің дауысым, жалғастыру").click();
        page.locator("#iin").fill(IIN);
        page.locator("#contact").fill("asel@uzdik.example");
        button("Код алу").click();
        page.locator("#code").fill("AAAABBBB");
        button("Дауыс беру").click();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(ballots(0).path("ballot")).isEqualTo(ballots(1).path("ballot"));
    }

    @Test
    void anotherPersonOnTheSamePhoneHasABallotOfTheirOwn() throws IOException {
        candidates();
        stand.on(BALLOTS, 503, "{}");
        toTheCode();
        page.locator("#code").fill("K7M3PX9W");
        button("Дауыс беру").click();
        button("Тоқтату").click();
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.reload();
        button("Жоқ, мен басқа адаммын").click();
        fillIn();
        page.locator("#code").fill("AAAABBBB");
        button("Дауыс беру").click();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(ballots(0).path("ballot")).isNotEqualTo(ballots(1).path("ballot"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, code-invalid, kk, Хаттағы кодты дәл көшіріңіз",
        "429, too-many-tries, ru, Подождите 15 минут",
        "409, already-voted, kk, Бір адам бір рет қана дауыс береді",
        "409, window-closed, ru, 'Закрывается: 14 июня 2027 г., 00:00'",
        "409, contact-used-up, kk, Басқа мекенжайды көрсетіңіз",
        "409, ballot-differs, ru, изменить его нельзя",
        "500, internal, kk, Байланыс үзілді"
    })
    void everyRefusalSaysHowToMendIt(int status, String type, String lang, String says) throws IOException {
        candidates();
        stand.on(BALLOTS, status, """
            {"type":"https://uzdik.example/problems/%s","title":"Тақырып","status":%d,\
            "opens":"2027-05-17T09:00:00","closes":"2027-06-14T00:00:00"}\
            """.formatted(type, status));
        toTheCode();
        if (lang.equals("ru")) {
            button("Русский").click();
        }
        page.locator("#code").fill("K7M3PX9W");
        page.locator("form button.wide").click();
        assertThat(page.locator("main .note").last()).containsText(says);
        assertThat(stand.heard(BALLOTS).getFirst().language()).isEqualTo(lang);
        phone.look("resident-4-" + type + "-" + lang);
    }

    @Test
    void slipsAreSeenBeforeAnythingIsSent() throws IOException {
        candidates();
        page.navigate("/");
        button("Әрі қарай").click();
        assertThat(page.locator(".note.bad")).containsText("Алдымен әкімді таңдаңыз");
        page.locator("#filter").fill("Ерлан");
        page.getByText("Ерлан Сейітов").click();
        button("Әрі қарай").click();
        answer("q1", "5");
        button("Әрі қарай").click();
        assertThat(page.locator(".note.bad")).containsText("Жауапсыз қалғаны: 4");
        for (var question : new String[] {"q2", "q3", "q4", "q5"}) {
            answer(question, "2");
        }
        button("Әрі қарай").click();
        page.locator("#iin").fill("790922300008");
        page.locator("#contact").fill("asel@uzdik.example");
        button("Код алу").click();
        assertThat(page.locator(".note.bad")).containsText("ЖСН дұрыс емес");
        assertThat(stand.heard(CODES)).isEmpty();
    }

    private void toTheCode() {
        page.navigate("/");
        fillIn();
    }

    private void fillIn() {
        page.locator("#filter").fill("Ерлан");
        page.getByText("Ерлан Сейітов").click();
        button("Әрі қарай").click();
        for (var question : new String[] {"q1", "q2", "q3", "q4", "q5"}) {
            answer(question, "4");
        }
        button("Әрі қарай").click();
        page.locator("#iin").fill(IIN);
        page.locator("#contact").fill("asel@uzdik.example");
        button("Код алу").click();
        assertThat(page.locator("#code")).isVisible();
    }

    private void answer(String question, String value) {
        page.locator("input[name=" + question + "][value='" + value + "']").check();
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private JsonNode ballots(int number) throws IOException {
        var all = stand.heard(BALLOTS);
        assertThat(all.stream().map(PageStand.Heard::request).collect(Collectors.toSet()))
                .hasSize(1);
        return Json.tree(all.get(number).body());
    }
}
