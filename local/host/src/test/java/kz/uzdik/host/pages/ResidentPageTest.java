package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.uzdik.host.pages.Resident.BALLOTS;
import static kz.uzdik.host.pages.Resident.CODES;
import static kz.uzdik.host.pages.Resident.DISPUTES;
import static kz.uzdik.host.pages.Resident.IIN;
import static kz.uzdik.host.pages.Resident.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The residents' pages with their scripts. */
class ResidentPageTest {

    @AutoClose
    private final Resident resident = new Resident();

    private final PageStand stand = resident.stand();
    private final Phone phone = resident.phone();
    private final Page page = phone.page();

    @ParameterizedTest
    @CsvSource({"kk, Код алу, Дауыс беру, Дауысыңыз қабылданды", "ru, Получить код, Проголосовать, Ваш голос принят"})
    void theWholeWay(String lang, String code, String send, String done) {
        page.navigate("/");
        if (lang.equals("ru")) {
            page.getByText("Русский").click();
        }
        assertThat(page.locator("html")).hasAttribute("lang", lang);
        phone.look("resident-1-front-" + lang);
        page.locator("main a[href*='100000000']").click();
        phone.look("resident-2-oblast-" + lang);
        page.getByText("Ерлан Сейітов").click();
        phone.look("resident-3-form-" + lang);
        for (var answer : new String[] {"q1=5", "q2=4", "q3=0", "q4=1", "q5=3"}) {
            resident.answer(answer.substring(0, 2), answer.substring(3));
        }
        resident.person();
        phone.look("resident-4-filled-" + lang);
        phone.button(code).click();
        assertThat(page.locator("#code-sent")).containsText("asel@uzdik.example");
        page.locator("#code").fill("k7m3-px9w");
        phone.look("resident-5-code-" + lang);
        phone.button(send).click();
        assertThat(page.locator("h1")).hasText(done);
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2");
        assertThat(page.locator("#aloud")).containsText("K 7 M 3 P, X 9 W Q 2");
        phone.look("resident-6-receipt-" + lang);
        var ballot = stand.body(BALLOTS, 0);
        assertThat(ballot.path("ballot").asText()).matches("[0-9a-f]{32}");
        assertThat(ballot.path("answers").toString()).isEqualTo("{\"q1\":5,\"q2\":4,\"q3\":0,\"q4\":1,\"q5\":3}");
        assertThat(ballot.path("code").asText()).isEqualTo("K7M3PX9W");
        assertThat(ballot.path("iin").asText()).isEqualTo(IIN);
        assertThat(stand.heard(BALLOTS).getFirst().language()).isEqualTo(lang);
        assertThat(phone.kept()).doesNotContain(IIN, "asel@", "answers");
    }

    @Test
    void theLanguageIsRemembered() {
        page.navigate("/ru.html");
        page.navigate("/results.html");
        assertThat(page.locator("h1")).hasText("Результаты");
    }

    @ParameterizedTest
    @CsvSource({"тущы, Тұщыкөл", "абдика, Гүлнар Әбдіқадырова", "epлaн, Ерлан Сейітов", "Сейітов, Ерлан Сейітов"})
    void aSearchForgivesOtherLetters(String typed, String found) {
        page.navigate("/");
        page.locator("#find-satisfaction").fill(typed);
        assertThat(page.locator(".found a").first()).containsText(found);
        assertThat(page.locator(".found a").first()).hasAttribute("href", java.util.regex.Pattern.compile("-kk.html$"));
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        page.navigate("/ru.html");
        page.locator("#find-satisfaction").fill("нет такого");
        assertThat(page.locator(".found")).containsText("Ничего не найдено");
        phone.look("resident-1-found-nothing-ru");
        page.locator("#find-satisfaction").fill("Ерлан");
        assertThat(page.locator(".found")).containsText("Найдено: 1");
        phone.look("resident-1-found-ru");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, /, 2027 жылғы 17 мамыр, 2027-05-01T10:00, Дауыс беру әлі басталған жоқ",
        "ru, /ru.html, 17 мая 2027 г., 2027-05-01T10:00, Голосование ещё не началось",
        "kk, /, 2027 жылғы 14 маусым, 2027-06-20T10:00, Дауыс беру аяқталды",
        "ru, /ru.html, 14 июня 2027 г., 2027-06-20T10:00, Голосование закончилось"
    })
    void outsideTheSurveyThePageSaysWhen(String lang, String path, String when, LocalDateTime now, String says) {
        SurveyPages.front(stand, List.of(), now);
        page.navigate(path);
        assertThat(page.locator("main")).containsText(when);
        assertThat(page.locator("main")).containsText(says);
        phone.look("resident-0-" + now.toLocalDate() + "-" + lang);
    }

    @ParameterizedTest
    @CsvSource({
        "403, code-invalid, kk, true",
        "429, too-many-tries, ru, true",
        "409, already-voted, kk, false",
        "409, window-closed, ru, false",
        "409, contact-used-up, kk, false",
        "409, ballot-differs, ru, false"
    })
    void everyRefusalIsTold(int status, String type, String lang, boolean codeAgain) {
        stand.on(BALLOTS, status, """
            {"type":"https://uzdik.example/problems/%s","title":"Тақырып","detail":"Қалай","status":%d}\
            """.formatted(type, status));
        resident.toTheCode(lang);
        resident.vote();
        assertThat(page.locator("#trouble")).containsText("Тақырып");
        assertThat(page.locator("#trouble")).containsText("Қалай");
        assertThat(page.locator("#code")).hasCount(codeAgain ? 1 : 0);
        phone.look("resident-5-" + type + "-" + lang);
    }

    @ParameterizedTest
    @CsvSource({
        "kk, already-voted, Дау айту, Дауыңыз тіркелді, облыстық комиссия",
        "ru, not-on-roll, Заявить спор, Ваш спор записан, комиссия области"
    })
    void aRefusalThatCanBeDisputedIsDisputedWithTheSameCode(
            String lang, String type, String dispute, String done, String next) throws IOException {
        stand.on(BALLOTS, 409, """
            {"type":"https://uzdik.example/problems/%s","title":"Тақырып","detail":"Қалай","status":409}\
            """.formatted(type));
        var tries = new AtomicInteger();
        page.route("**/disputes", route -> {
            if (tries.incrementAndGet() == 1) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        stand.on(DISPUTES, 201, "{\"number\":\"7Q2MX-4H9TN\"}");
        resident.toTheCode(lang);
        resident.vote();
        phone.look("resident-6-disputable-" + type + "-" + lang);
        phone.button(dispute).click();
        assertThat(page.locator("#receipt")).hasText("7Q2MX-4H9TN", PATIENT);
        assertThat(page.locator("h1")).hasText(done);
        assertThat(page.locator("main")).containsText(next);
        phone.look("resident-7-disputed-" + lang);
        assertThat(stand.body(DISPUTES, 0))
                .isEqualTo(Json.tree("{\"iin\":\"" + IIN
                        + "\",\"contact\":\"asel@uzdik.example\",\"code\":\"K7M3PX9W\","
                        + "\"candidate\":\"" + SurveyPages.akims().getLast().candidate()
                        + "\",\"ticket\":\"0123456789abcdef\"}"));
        assertThat(phone.kept()).doesNotContain(IIN, "asel@");
    }

    @Test
    void slipsAreSeenBeforeAnythingIsSent() {
        page.navigate(SurveyPages.ballot("kk"));
        resident.answer("q1", "5");
        phone.button("Код алу").click();
        assertThat(page.locator("#q-q2 .fault")).containsText("Жауапсыз қалғаны: 4");
        phone.look("resident-3-unanswered-kk");
        for (var question : new String[] {"q2", "q3", "q4", "q5"}) {
            resident.answer(question, "2");
        }
        page.locator("#iin").fill("790922300008");
        page.locator("#contact").fill("asel");
        phone.button("Код алу").click();
        assertThat(page.locator(".fault")).containsText("ЖСН дұрыс емес");
        assertThat(page.locator("#iin")).isFocused();
        page.locator("#iin").fill("790922 300005");
        phone.button("Код алу").click();
        assertThat(page.locator(".fault")).containsText("пошта мекенжайын");
        phone.look("resident-3-slips-kk");
        assertThat(stand.heard(CODES)).isEmpty();
    }

    @Test
    void theKeyboardIsEnough() {
        page.navigate("/");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.locator("#find-satisfaction").focus();
        page.keyboard().type("Ерлан");
        assertThat(page.locator(".found a")).hasCount(1);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**" + SurveyPages.ballot("kk"));
        resident.input("q1", "1").focus();
        for (var question = 1; question <= 5; question++) {
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Tab");
        }
        assertThat(page.locator("#iin")).isFocused();
        page.keyboard().type(IIN);
        page.keyboard().press("Tab");
        page.keyboard().type("asel@uzdik.example");
        page.keyboard().press("Enter");
        assertThat(page.locator("#code")).isVisible();
        page.locator("#code").focus();
        page.keyboard().type("K7M3PX9W");
        page.keyboard().press("Enter");
        assertThat(page.locator("#receipt")).isVisible();
    }

    /** 360 px at 200 % are 180 px: nothing may stick out to the side. */
    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru"})
    void twiceAsLargeItStillFits(String lang) {
        page.setViewportSize(180, 370);
        for (var path : new String[] {
            lang.equals("kk") ? "/" : "/ru.html",
            "/vote/satisfaction/100000000-" + lang + ".html",
            SurveyPages.ballot(lang),
            lang.equals("kk") ? "/receipt.html" : "/receipt-ru.html"
        }) {
            page.navigate(path);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(180);
        }
        page.navigate(SurveyPages.ballot(lang));
        resident.fillIn();
        page.locator("#ballot button").click();
        resident.vote();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(180);
    }

    @ParameterizedTest
    @CsvSource({"/receipt.html, 'Түбіртектер 17 рет тексерілді'", "/receipt-ru.html, 'Квитанции проверили: 17'"})
    void receiptsAreLookedUp(String path, String says) {
        page.navigate(path);
        assertThat(page.locator("main")).containsText(says);
        phone.look("receipt-1" + path.replaceAll("[/.]", "-"));
    }
}
