package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.uzdik.host.pages.Resident.BALLOTS;
import static kz.uzdik.host.pages.Resident.IIN;
import static kz.uzdik.host.pages.Resident.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ballot on a bad line: it waits on the phone, is sent again as it is, and never becomes two. */
class UnsentBallotTest {

    @AutoClose
    private final Resident resident = new Resident();

    private final PageStand stand = resident.stand();
    private final Phone phone = resident.phone();
    private final Page page = phone.page();

    @Test
    void theReceiptStaysUntilAnotherPersonVotes() {
        resident.toTheCode();
        resident.vote();
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2");
        page.reload();
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2");
        page.locator("#another").click();
        page.navigate(SurveyPages.ballot("kk"));
        assertThat(page.locator("#ballot")).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kk", "ru"})
    void aBrokenConnectionIsTriedAgainWithTheSameBallot(String lang) {
        var tries = new AtomicInteger();
        page.route("**/ballots", route -> {
            if (tries.incrementAndGet() <= 3) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        page.clock().install();
        resident.toTheCode(lang);
        resident.vote();
        assertThat(page.locator("#says")).containsText(lang.equals("kk") ? "Байланыс үзілді" : "Связь прервалась");
        assertThat(page.locator("#says"))
                .containsText(lang.equals("kk") ? "бір рет қана есептеледі" : "учтён только один раз");
        phone.look("resident-5-waiting-" + lang);
        phone.pass(() -> tries.get() == 4);
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
        assertThat(tries).hasValue(4);
        assertThat(stand.heard(BALLOTS)).hasSize(1);
    }

    @Test
    void offlineInTheMiddleItGoesOnAsSoonAsTheConnectionIsBack() {
        resident.toTheCode();
        phone.context().setOffline(true);
        resident.vote();
        assertThat(page.locator("#says")).containsText("Байланыс үзілді");
        assertThat(stand.heard(BALLOTS)).isEmpty();
        phone.context().setOffline(false);
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
        assertThat(stand.heard(BALLOTS)).hasSize(1);
    }

    @Test
    void offlineWhenTheCodeIsAskedForItGoesOnToo() {
        page.navigate(SurveyPages.ballot("kk"));
        resident.fillIn();
        phone.context().setOffline(true);
        phone.button("Код алу").click();
        assertThat(page.locator("#says")).containsText("Байланыс үзілді");
        phone.context().setOffline(false);
        assertThat(page.locator("#code")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    }

    @Test
    void aPageClosedWhileSendingGoesOnSendingWhenItIsReloaded() {
        stand.on(BALLOTS, 503, "{}");
        resident.toTheCode();
        resident.vote();
        assertThat(page.locator("#says")).containsText("Байланыс үзілді");
        stand.on(BALLOTS, 200, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.reload();
        assertThat(page.locator("#receipt")).hasText("K7M3P-X9WQ2", PATIENT);
        assertThat(stand.body(BALLOTS, 0))
                .isEqualTo(stand.body(BALLOTS, stand.heard(BALLOTS).size() - 1));
        assertThat(phone.kept()).doesNotContain(IIN, "asel@", "answers");
    }

    @Test
    void answersSurviveAReload() {
        page.navigate(SurveyPages.ballot("kk"));
        resident.answer("q1", "5");
        resident.answer("q2", "0");
        page.reload();
        assertThat(resident.input("q1", "5")).isChecked();
        assertThat(resident.input("q2", "0")).isChecked();
        assertThat(page.locator("#says")).isEmpty();
    }

    @Test
    void answersGivenBeforeTheScriptIsThereCount() {
        var held = new ArrayList<Route>();
        page.route("**/vote.js", held::add);
        page.navigate(SurveyPages.ballot("kk"), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        resident.fillIn();
        held.getFirst().resume();
        page.waitForLoadState();
        phone.button("Код алу").click();
        resident.vote();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(stand.body(BALLOTS, 0).path("answers").toString())
                .isEqualTo("{\"q1\":4,\"q2\":4,\"q3\":4,\"q4\":4,\"q5\":4}");
    }

    @ParameterizedTest
    @CsvSource({
        "kk, Тоқтату, 'Бұл менің дауысым, жалғастыру', Код алу",
        "ru, Остановить, 'Это мой голос, продолжить', Получить код"
    })
    void aBallotWithoutReceiptIsTheSameDaysLater(String lang, String stop, String mine, String code) {
        stand.on(BALLOTS, 503, "{}");
        resident.toTheCode(lang);
        resident.vote();
        phone.button(stop).click();
        assertThat(page.locator(".note.bad")).containsText(lang.equals("kk") ? "екі рет есептелмейді" : "дважды");
        phone.look("resident-5-stopped-" + lang);
        stand.on(BALLOTS, 200, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.evaluate("sessionStorage.clear()"); // what a browser forgets with its tab
        page.navigate(lang.equals("kk") ? "/" : "/ru.html");
        phone.look("resident-0-unconfirmed-" + lang);
        page.locator("#unsent a").click();
        phone.look("resident-3-unconfirmed-" + lang);
        phone.button(mine).click();
        resident.person();
        phone.button(code).click();
        resident.vote();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(stand.body(BALLOTS, 0).path("ballot"))
                .isEqualTo(stand.body(BALLOTS, 1).path("ballot"));
        assertThat(stand.body(BALLOTS, 0).path("answers"))
                .isEqualTo(stand.body(BALLOTS, 1).path("answers"));
    }

    @Test
    void anotherPersonOnTheSamePhoneHasABallotOfTheirOwn() {
        stand.on(BALLOTS, 503, "{}");
        resident.toTheCode();
        resident.vote();
        phone.button("Тоқтату").click();
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        page.reload();
        phone.button("Жоқ, мен басқа адаммын").click();
        resident.fillIn();
        phone.button("Код алу").click();
        resident.vote();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(stand.body(BALLOTS, 0).path("ballot"))
                .isNotEqualTo(stand.body(BALLOTS, 1).path("ballot"));
    }

    @Test
    void aBallotThatWasSentIsNeverChanged() {
        stand.on(BALLOTS, 503, "{}");
        resident.toTheCode();
        resident.vote();
        phone.button("Тоқтату").click();
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
        phone.button("Артқа").click();
        resident.answer("q1", "1");
        phone.button("Код алу").click();
        resident.vote();
        assertThat(page.locator("#receipt")).isVisible();
        assertThat(stand.body(BALLOTS, 0).path("ballot"))
                .isNotEqualTo(stand.body(BALLOTS, 1).path("ballot"));
    }
}
