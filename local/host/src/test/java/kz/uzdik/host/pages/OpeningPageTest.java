package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The commission's page while the sheets are sealed, and once the chair has opened them. */
class OpeningPageTest {

    private static final String CANDIDATE = "d-101051000";
    private static final String SEALED = "a".repeat(64);
    private static final String SHEET = """
        {"stage":"selection","sheet":"questionnaire","candidate":"d-101051000","member":"%s","points":{\
        "indicators":%d,"achievements":10,"experience":3,"awards":4},"version":1,"filedAt":"2027-05-05T06:00:00Z"}\
        """;

    @AutoClose
    private final PageStand stand = new PageStand();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void theOthersPointsAreSeenOnlyAfterTheOpening() {
        signIn();
        stand.on("GET /v1/sheets/selection", 200, sheets("[]"));
        stand.on(
                "PUT /v1/openings/selection/" + CANDIDATE,
                409,
                problem(
                        "sheets-missing",
                        ",\"missing\":[{\"kind\":\"sheetNotFiled\",\"member\":\"p2\","
                                + "\"sheet\":\"project\",\"candidate\":\"d-101051000\"}]"));
        page.navigate("/commission.html");
        page.locator("#open-sheets").click();
        assertThat(page.locator("#opening")).containsText("Парақ тапсырылмаған: Дәурен Қасымов");
        phone.look("commission-4-not-complete");
        open();
        assertThat(page.locator("main")).containsText("Парақ тапсырған мүшелер: 2");
        assertThat(page.locator("main")).containsText("Парақтың таңбасы: " + SEALED);
        assertThat(page.locator("main")).not().containsText("Ашылған парақтар");
        phone.look("commission-5-sealed");
        page.locator("#to-list").click();

        stand.on("PUT /v1/openings/selection/" + CANDIDATE, 201, "{}");
        stand.on(
                "GET /v1/sheets/selection",
                200,
                sheets("[" + opened("p1", 18, SEALED) + "," + opened("p2", 11, "b".repeat(64)) + "]"));
        page.locator("#open-sheets").click();
        assertThat(page.locator(".note.good")).containsText("Ашылған үміткерлер: 1 / 1.");
        assertThat(page.locator("#opening")).hasCount(0);
        assertThat(stand.heard("PUT /v1/openings/selection/" + CANDIDATE)).hasSize(2);
        open();
        assertThat(page.locator("tbody tr").nth(1)).containsText("Дәурен Қасымов");
        assertThat(page.locator("tbody tr").nth(1)).containsText("28");
        phone.look("commission-6-opened");
    }

    @Test
    void aFiledSheetIsCorrectedByAFurtherVersionWithItsReason() {
        signIn();
        stand.on("GET /v1/sheets/selection", 200, sheets("[" + opened("p1", 18, SEALED) + "]"));
        page.navigate("/commission.html");
        open();
        page.locator("#correct-questionnaire summary").click();
        page.locator("#correct-questionnaire-indicators").fill("12");
        page.locator("#correct-send-questionnaire").click();
        assertThat(page.locator("#correct-questionnaire .note.bad")).containsText("Себебін жазыңыз");
        page.locator("#correct-reason-questionnaire").fill("Кестенің басқа жолын қарадым");
        phone.look("commission-7-correction");
        stand.on("PUT /v1/sheets/selection/questionnaire/" + CANDIDATE, 201, "{}");
        var corrected = SHEET.formatted("p1", 12)
                .replace("\"version\":1", "\"version\":2,\"correction\":\"Кестенің басқа жолын қарадым\"");
        stand.on(
                "GET /v1/sheets/selection",
                200,
                sheets("[" + opened("p1", 18, SEALED) + ",{\"sheet\":" + corrected + ",\"salt\":\"" + "1".repeat(32)
                                + "\",\"sha256\":\"" + "c".repeat(64) + "\"}]")
                        .replace("\"filed\":[", "\"filed\":[" + corrected + ","));
        page.locator("#correct-send-questionnaire").click();
        assertThat(page.locator(".note.good").first()).containsText("Түзету тіркелді");
        assertThat(stand.body("PUT /v1/sheets/selection/questionnaire/" + CANDIDATE, 0)
                        .toString())
                .isEqualTo("{\"points\":{\"indicators\":12,\"achievements\":10,\"experience\":3,\"awards\":4},"
                        + "\"version\":2,\"correction\":\"Кестенің басқа жолын қарадым\"}");
        assertThat(page.locator("main")).containsText("Барлығы: 29 / 50");
        page.locator("#versions-questionnaire summary").click();
        assertThat(page.locator("#versions-questionnaire")).containsText("18 → 12");
        assertThat(page.locator("tbody tr").first()).containsText("1-нұсқа, кейін түзетілген");
        assertThat(page.locator("tbody tr").nth(1)).containsText("2-нұсқа: Кестенің басқа жолын қарадым");
        phone.look("commission-8-corrected");
    }

    private void signIn() {
        phone.signIn("uzdik/member uzdik/chair", "100000000");
        stand.contest();
        stand.on("GET /v1/sheets/regional", 409, problem("stage-not-open", ""));
        stand.on("GET /v1/ratings/selection", 403, problem("sheets-sealed", ""));
        stand.on("GET /v1/disputes", 200, "{\"disputes\":[]}");
        stand.on("GET /v1/interests", 200, "{\"okrugs\":[],\"relatives\":[]}");
    }

    private void open() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Бағалау").setExact(true))
                .click();
    }

    private static String sheets(String opened) {
        return """
            {"scope":"100000000","sheets":["questionnaire","project"],"candidates":[{"candidate":"d-101051000",\
            "name":"Бауыржан Тілеуов","oblast":"100000000","district":"101010000","okrug":"101051000",\
            "attributes":{}}],"filed":[%s],"recusals":[],"members":[{"member":"p1","name":"Айгүл Серікқызы"},\
            {"member":"p2","name":"Дәурен Қасымов"}],"seals":[%s,%s],"opened":%s}\
            """.formatted(SHEET.formatted("p1", 18), seal("p1", SEALED), seal("p2", "b".repeat(64)), opened);
    }

    private static String seal(String member, String sha256) {
        return """
            {"sheet":"questionnaire","candidate":"d-101051000","member":"%s","version":1,"sha256":"%s"}\
            """.formatted(member, sha256);
    }

    private static String opened(String member, int points, String sha256) {
        return "{\"sheet\":" + SHEET.formatted(member, points) + ",\"salt\":\"" + "0".repeat(32) + "\",\"sha256\":\""
                + sha256 + "\"}";
    }

    private static String problem(String type, String more) {
        return "{\"type\":\"https://uzdik.example/problems/" + type + "\",\"title\":\"—\",\"status\":409" + more + "}";
    }
}
