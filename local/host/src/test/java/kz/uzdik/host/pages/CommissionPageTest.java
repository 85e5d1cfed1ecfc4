package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The page of a commission's member and chair. */
class CommissionPageTest {

    private static final String OBLAST = "100000000";
    private static final String DOSSIER = "d-101051000";
    private static final String PARTICIPANT = """
        {"candidate":"d-101051000","name":"Бауыржан Тілеуов","oblast":"100000000","district":"101010000",\
        "okrug":"101051000","attributes":{}}\
        """;
    private static final String DISPUTES = """
        {"disputes":[{"number":"7Q2MX-4H9TN","survey":"satisfaction","okrug":"101051000","ground":"VOTE_TAKEN",\
        "day":"2027-05-20"}]}\
        """;
    /** Two candidates with as many points, who wait for the chair. */
    static final String RATING = """
        {"rating":{"stage":"selection","scopes":[{"scope":"100000000","standings":[{"rank":1,\
        "candidate":"d-101051000","total":81.25,"components":[{"component":"questionnaire","points":82.5,"weight":0.5,\
        "counted":9,"substituted":false}],"ties":[],"outcome":{"kind":"open"},"nominations":[]},{"rank":1,\
        "candidate":"d-101053000","total":81.25,"components":[],"ties":[{"step":"languages","value":"2",\
        "against":["d-101051000"]}],"outcome":{"kind":"open"},"nominations":[]}],"missing":[{"kind":\
        "castingVoteNeeded","candidates":["d-101051000","d-101053000"]}]}]},"inputsSha256":"00","by":"schedule",\
        "at":"2027-05-12T13:00:00Z","recount":{"equal":true,"differences":[]}}\
        """;

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void aMemberFilesASheetAndTheChairBreaksATie() {
        phone.signIn("uzdik/member uzdik/chair", OBLAST);
        stand.on(
                "GET /v1/sheets/regional",
                409,
                "{\"type\":\"https://uzdik.example/problems/stage-not-open\",\"title\":\"—\",\"status\":409}");
        stand.on(
                "GET /v1/sheets/selection",
                200,
                "{\"scope\":\"100000000\",\"sheets\":[\"questionnaire\",\"project\"],\"candidates\":[" + PARTICIPANT
                        + "," + PARTICIPANT.replace("101051", "101053").replace("Бауыржан Тілеуов", "Ерлан Сейітов")
                        + "],\"filed\":[],\"recusals\":[]}");
        stand.on("GET /v1/ratings/selection", 200, RATING);
        stand.on("GET /v1/disputes", 200, DISPUTES);
        stand.on("GET /v1/interests", 200, "{\"okrugs\":[],\"relatives\":[]}");
        stand.on("PUT /v1/sheets/selection/questionnaire/" + DOSSIER, 201, "{}");
        stand.on("GET /v1/sittings/selection/100000000", 200, """
            {"scope":"100000000","next":2,"members":[],"sittings":[{"sitting":{"number":1,"version":1,"date":"2027-05-11",\
            "present":[],"agenda":[]},"quorate":true,"quorum":{"deciding":[],"needed":6,"absent":[],"recused":[]}}]}\
            """);
        stand.on("POST /v1/casting-votes/selection/100000000", 201, "{}");
        page.navigate("/commission.html");
        phone.look("commission-1-candidates");
        phone.button("Бағалау").first().click();
        page.locator("#questionnaire-indicators").fill("18");
        page.locator("#file-questionnaire").click();
        assertThat(page.locator(".note.bad")).containsText("Барлық өлшемге ұпай қойыңыз");
        page.locator("#questionnaire-achievements").fill("12");
        page.locator("#questionnaire-experience").fill("5");
        page.locator("#questionnaire-awards").fill("0");
        page.locator("#file-questionnaire").click();
        phone.look("commission-2-sheet");
        page.locator("#sure-questionnaire").click();
        assertThat(page.locator("main")).containsText("Барлығы: 35 / 50");
        assertThat(stand.body("PUT /v1/sheets/selection/questionnaire/" + DOSSIER, 0)
                        .toString())
                .isEqualTo("{\"points\":{\"indicators\":18,\"achievements\":12,\"experience\":5,\"awards\":0}}");
        page.locator("#to-list").click();
        phone.button("Ерлан Сейітов: жоғары").click();
        page.locator("#casting-reason").fill("Жобасы тиімдірек.");
        phone.look("commission-3-casting-vote");
        page.locator("#cast").click();
        assertThat(page.locator(".note.good")).containsText("Шешуші дауыс тіркелді");
        assertThat(stand.heard("POST /v1/casting-votes/selection/100000000")
                        .getFirst()
                        .body())
                .contains("\"sitting\":1,", "[\"d-101053000\",\"d-101051000\"]");
        page.locator("#disputes summary").click();
        assertThat(page.locator("#disputes summary")).containsText("Қаралмағаны: 1");
        assertThat(page.locator("#disputes")).containsText("7Q2MX-4H9TN · 2027-05-20");
        phone.look("commission-4-disputes");
        page.locator("#note-7Q2MX-4H9TN").fill("Отбасы мүшесі дауыс берген.");
        stand.on(
                "POST /v1/disputes/satisfaction/7Q2MX-4H9TN",
                201,
                "{\"note\":\"Отбасы мүшесі дауыс берген.\",\"by\":\"m1\",\"at\":\"2027-05-21T05:00:00Z\"}");
        phone.button("Дауды жабу").click();
        assertThat(page.locator(".note.good")).containsText("Дау жабылды");
        assertThat(page.locator("#disputes summary")).containsText("Қаралмағаны: 0");
        assertThat(stand.heard("POST /v1/disputes/satisfaction/7Q2MX-4H9TN")
                        .getFirst()
                        .body())
                .isEqualTo("{\"reason\":\"Отбасы мүшесі дауыс берген.\"}");
    }
}
