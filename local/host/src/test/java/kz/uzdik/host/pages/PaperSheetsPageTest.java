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

/** The page on absent members' sheets, by the secretary who enters one and by the member who confirms it. */
class PaperSheetsPageTest {

    private static final String LIST = "/v1/paper-sheets/selection/100000000";
    private static final String CHECK = "/v1/paper-sheet-checks/selection/100000000";

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @BeforeEach
    void contest() {
        listed("");
    }

    private void listed(String entries) {
        stand.on("GET " + LIST, 200, """
            {"scope":"100000000","announced":false,"sheets":["questionnaire","project"],"members":[{"member":"p2","name":\
            "Дәурен Қасымов"},{"member":"p7","name":"Сәуле Ахметова"}],"candidates":[{"candidate":"d-101051000","name":\
            "Бауыржан Тілеуов","oblast":"100000000","district":"101010000","okrug":"101051000","attributes":{}}],\
            "opened":[],"filed":[{"sheet":"questionnaire","candidate":"d-101051000","member":"p2","paper":false}],\
            "aside":[],"entries":[%s]}\
            """.formatted(entries));
    }

    private static String entry(String more) {
        return """
            {"sheet":"questionnaire","candidate":"d-101051000","member":"p7","version":1,"sha256":"%s","bytes":4,\
            "type":"application/pdf","by":"p1","at":"2027-05-05T06:00:00Z","takenBack":false,%s}\
            """.formatted("315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027", more);
    }

    private static String points() {
        return "\"points\":{\"indicators\":12,\"achievements\":10,\"experience\":3,\"awards\":4},\"scan\":\"/scan\"";
    }

    private void signIn(String scope) {
        phone.signIn(scope, "100000000");
        page.navigate("/paper-sheets.html");
    }

    @Test
    void theSecretaryEntersTheSheetOfWhoIsAbsentAndOfNobodyElse() throws IOException {
        signIn("uzdik/secretary");
        page.locator("#member").selectOption("p2");
        page.locator("#candidate").selectOption("d-101051000");
        page.locator("#sheet").selectOption("questionnaire");
        assertThat(page.locator("#enter .note.warn")).containsText("өзі тапсырған");
        assertThat(page.locator("#send")).hasCount(0);
        page.locator("#member").selectOption("p7");
        page.locator("#paper-questionnaire-indicators").fill("12");
        page.locator("#paper-questionnaire-achievements").fill("10");
        page.locator("#paper-questionnaire-experience").fill("3");
        page.locator("#send").click();
        assertThat(page.locator("#fault")).containsText("барлық ұпайды және сканды");
        page.locator("#paper-questionnaire-awards").fill("4");
        page.locator("#scan")
                .setInputFiles(
                        new FilePayload("парақ.pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.UTF_8)));
        phone.look("paper-sheets-1-form");
        stand.on(
                "POST " + LIST,
                201,
                "{\"entered\":{},\"upload\":{\"method\":\"PUT\",\"url\":\"/scan\",\"headers\":{}}}");
        stand.on("PUT /scan", 200, "{}");
        listed(entry("\"open\":true,\"mayConfirm\":false,\"scanned\":true," + points()));
        page.locator("#send").press("Enter"); // the picture moved the page, and a click would miss
        assertThat(page.locator(".note.good")).containsText("басқа адам растайды");
        assertThat(stand.heard("PUT /scan").getFirst().body()).isEqualTo("%PDF");
        assertThat(stand.body("POST " + LIST, 0)).isEqualTo(Json.tree("""
            {"sheet":"questionnaire","candidate":"d-101051000","member":"p7","version":1,"points":{"indicators":12,\
            "achievements":10,"experience":3,"awards":4},"scan":{"sha256":\
            "315d429b7714cedb6ad04ac31240145257692630457f3c88253c5beceac76027","bytes":4,"type":"application/pdf"}}\
            """));
        assertThat(page.locator("#entries")).containsText("Расталмаған");
        assertThat(page.locator("#entries")).containsText("Өзіңіз енгізген");
        phone.look("paper-sheets-2-entered");
        page.locator("#entries details summary").click();
        page.locator("#why-p7-d-101051000-questionnaire").fill("Мүше өзі келді");
        page.locator("#take-back-p7-d-101051000-questionnaire").click();
        assertThat(page.locator(".note.good")).containsText("қайтарып алынды");
        assertThat(stand.heard("POST " + LIST).getLast().body())
                .contains("\"version\":2,\"points\":{}", "\"reason\":\"Мүше өзі келді\"");
    }

    @Test
    void aMemberConfirmsWhatTheyMaySee() {
        var by = entry("\"open\":true,\"mayConfirm\":false,\"scanned\":true").replace("\"by\":\"p1\"", "\"by\":\"s1\"");
        listed(by);
        signIn("uzdik/member");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#enter")).hasCount(0);
        assertThat(page.locator("#entries")).containsText("Баллы закрыты");
        var shown = entry("\"open\":true,\"mayConfirm\":true,\"scanned\":true," + points())
                .replace("\"by\":\"p1\"", "\"by\":\"s1\"");
        listed(shown);
        page.locator("#refresh").click();
        assertThat(page.locator("#entries a")).hasAttribute("href", "/scan");
        phone.look("paper-sheets-3-confirm");
        stand.on("POST " + CHECK, 201, "{}");
        listed(shown.replace(
                "\"open\":true,\"mayConfirm\":true", "\"confirmedBy\":\"p1\",\"open\":false,\"mayConfirm\":false"));
        page.locator("#confirm-p7-d-101051000-questionnaire").click();
        assertThat(page.locator(".note.good")).containsText("теперь это лист члена комиссии");
        assertThat(page.locator("#entries .tag.good")).containsText("Подтверждён");
        phone.look("paper-sheets-4-confirmed");
    }
}
