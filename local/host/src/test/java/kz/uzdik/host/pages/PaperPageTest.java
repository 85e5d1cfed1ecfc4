package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on paper ballots, by the secretary who enters a count and by the member who confirms it. */
class PaperPageTest {

    private static final String OBLAST = "100000000";
    private static final String PAPER = "/v1/surveys/satisfaction/paper";
    private static final String CANDIDATE = "d-101051000";

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @BeforeEach
    void contest() {
        stand.on("GET /data/candidates-satisfaction.json", 200, """
            {"survey":"satisfaction","candidates":[{"candidate":"%s","ticket":"0","name":"Бауыржан Тілеуов",\
            "oblast":"100000000","oblastName":{"kk":"Абай облысы","ru":"Абайская область"},"district":"101010000",\
            "districtName":{"kk":"А","ru":"А"},"okrug":"101051000","okrugName":{"kk":"Ақбұлақ","ru":"Акбулак"}}]}\
            """.formatted(CANDIDATE));
        listed(true, "");
    }

    private void listed(boolean over, String counts) {
        stand.on("GET " + PAPER + "/" + OBLAST, 200, """
            {"survey":"satisfaction","mode":"SHOWN","closes":"2027-06-14T00:00:00","over":%s,"announced":false,\
            "counts":[%s]}\
            """.formatted(over, counts));
    }

    private static String count(int version, String more) {
        return """
            {"candidate":"%s","version":%d,"count":{"ballots":30,"counts":{"q1":{"5":20}}},"sha256":"0","by":"p1",\
            "at":"2027-06-15T05:00:00Z","holds":false,"scanned":false%s}\
            """.formatted(CANDIDATE, version, more);
    }

    private void signIn(String scope) {
        phone.signIn(scope, OBLAST);
        page.navigate("/paper.html");
    }

    @Test
    void theSecretaryEntersACountAfterSeeingItWhole() throws IOException {
        signIn("uzdik/secretary");
        page.locator("#candidate").selectOption(CANDIDATE);
        page.locator("#ballots").fill("30");
        page.locator("#q1-5").fill("31");
        page.locator("#preview").click();
        assertThat(page.locator("#fault")).containsText("сканды көрсетіңіз");
        page.locator("#scan")
                .setInputFiles(
                        new FilePayload("хаттама.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8)));
        page.locator("#preview").click();
        assertThat(page.locator("#fault")).containsText("бюллетеньнен көп");
        page.locator("#lang-ru").click();
        page.locator("#preview").click();
        assertThat(page.locator("#fault")).containsText("больше, чем бюллетеней");
        page.locator("#lang-kk").click();
        page.locator("#q1-5").fill("20");
        phone.look("paper-1-form");
        page.locator("#preview").click();
        assertThat(page.locator("#previewed")).containsText("Жауапсыз");
        assertThat(page.locator("#previewed")).containsText("хаттама.pdf");
        assertThat(stand.heard("POST " + PAPER)).isEmpty();
        phone.look("paper-2-preview");
        page.locator("#change").click();
        assertThat(page.locator("#q1-5")).hasValue("20");
        page.locator("#preview").click();
        stand.on(
                "POST " + PAPER,
                201,
                "{\"entered\":{},\"upload\":{\"method\":\"PUT\",\"url\":\"/scan\",\"headers\":{}}}");
        stand.on("PUT /scan", 200, "{}");
        listed(true, count(1, ",\"scan\":\"/scan\"").replace("\"scanned\":false", "\"scanned\":true"));
        page.locator("#send").click();
        assertThat(page.locator(".note.good")).containsText("басқа адам растайды");
        assertThat(page.locator("#counts")).containsText("Расталмаған");
        assertThat(page.locator("#counts")).containsText("Өзіңіз енгізген");
        assertThat(page.locator("#confirm-" + CANDIDATE)).hasCount(0);
        assertThat(stand.heard("PUT /scan").getFirst().body()).isEqualTo("%PDF");
        assertThat(stand.body("POST " + PAPER, 0)).isEqualTo(Json.tree("""
            {"candidate":"%s","version":1,"ballots":30,"counts":{"q1":{"5":20}},"scan":{"sha256":\
            "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027","bytes":4,"type":"application/pdf"}}\
            """.formatted(CANDIDATE)));
        phone.look("paper-3-entered");
        page.locator("#candidate").selectOption(CANDIDATE);
        assertThat(page.locator("#enter")).containsText("1-нұсқа");
        page.locator("#ballots").fill("29");
        page.locator("#scan").setInputFiles(new FilePayload("2.pdf", "application/pdf", new byte[] {1}));
        page.locator("#preview").click();
        assertThat(page.locator("#fault")).containsText("себебін екі тілде");
    }

    @Test
    void anotherPersonConfirmsAndIsToldWhyNot() {
        listed(
                true,
                count(1, ",\"scan\":\"/scan\"")
                        .replace("\"by\":\"p1\"", "\"by\":\"p2\"")
                        .replace("\"scanned\":false", "\"scanned\":true"));
        signIn("uzdik/member");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#enter")).hasCount(0);
        assertThat(page.locator("#counts a")).hasAttribute("href", "/scan");
        stand.on(
                "POST " + PAPER + "-checks",
                409,
                "{\"type\":\"x/paper-version\",\"title\":\"Внесена другая версия.\"}");
        page.locator("#confirm-" + CANDIDATE).click();
        assertThat(page.locator("#messages")).containsText("другая версия");
        stand.on("POST " + PAPER + "-checks", 201, "{}");
        listed(
                true,
                count(1, ",\"scan\":\"/scan\",\"confirmedBy\":\"p1\"").replace("\"holds\":false", "\"holds\":true"));
        page.locator("#confirm-" + CANDIDATE).click();
        assertThat(page.locator(".note.good")).containsText("подтверждён");
        assertThat(page.locator("#counts")).containsText("Действует");
        phone.look("paper-4-confirmed");
    }

    @Test
    void nothingIsEnteredWhilePeopleVote() {
        listed(false, "");
        signIn("uzdik/secretary");
        assertThat(page.locator("main")).containsText("содан кейін саналады");
        assertThat(page.locator("#enter")).hasCount(0);
        phone.look("paper-5-open");
    }
}
