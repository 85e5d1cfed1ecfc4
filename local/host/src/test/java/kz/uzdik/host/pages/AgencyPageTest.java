package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The agency's page: where the contest stands, and the announcement in two steps. */
class AgencyPageTest {

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void theAgencySeesWhatIsMissingAndAnnouncesInTwoSteps() {
        phone.signIn("uzdik/agency", "republic");
        stand.on("GET /v1/state", 200, """
            {"contest":"best-akim-2027","title":{"kk":"К","ru":"К"},"now":"2027-05-12T13:00:00Z","zone":"Asia/Almaty",\
            "calendar":{"announced":"2027-03-29T09:00:00","intake":{"opens":"2027-03-29T09:00:00","closes":\
            "2027-04-20T00:00:00"},"uploadUntil":"2027-04-21T00:00:00","checkUntil":"2027-04-30T00:00:00",\
            "selectionUntil":"2027-05-14T18:30:00","regionalUntil":"2027-06-30T18:30:00","handoverUntil":\
            "2027-08-15T18:30:00","republicanUntil":"2027-09-20T18:30:00"},"openDisputes":{"satisfaction":2},"anomalies":[\
            {"survey":"satisfaction","oblast":"100000000","rule":"BURST","times":3},{"survey":"satisfaction","oblast":"",\
            "rule":"MAIL_DOMAIN","times":1}],"dossiers":[\
            {"oblast":"100000000","name":{"kk":"Абай облысы","ru":"область Абай"},"states":{"ADMITTED":3}}],"ballots":{\
            "satisfaction":40},"annulled":{"satisfaction":7},"stages":[{"stage":"selection","title":{"kk":"Іріктеу","ru":"Отбор"},"step":"OPEN",\
            "rated":[],"announced":[],"sheets":[{"scope":"100000000","name":{"kk":"Абай облысы","ru":"область Абай"},\
            "candidates":3,"filed":40,"ofAllMembers":54,"recusals":1,"members":9,"done":6,"corrections":2}],"missing":[{"kind":"scope","scope":"100000000",\
            "missing":[{"kind":"quorum","present":4,"needed":6,"absent":["m5"]}]},{"kind":"noSitting","scope":"100000000",\
            "sitting":1,"present":5,"needed":6,"absent":["Дана Қасым"]}],"unanswered":[{"scope":"100000000",\
            "member":"Айгүл Серікқызы","candidate":"d-101051000"}]},{"stage":"regional","title":{"kk":\
            "Өңірлік кезең","ru":"Региональный этап"},"step":"WAITING","rated":[],"announced":[],"sheets":[],\
            "missing":[]}]}\
            """);
        stand.on("GET /data/turnout-satisfaction.json", 200, """
            {"survey":"satisfaction","hour":"2027-05-20T10:00:00","step":5,"okrugs":[\
            {"okrug":"101051000","ballots":40},{"okrug":"101053000","ballots":20},{"okrug":"111031000","ballots":5}]}\
            """);
        stand.on("GET /v1/handovers", 200, SecretaryPageTest.HANDOVERS);
        stand.on("POST /v1/ratings/selection", 503, "{\"message\":\"Service Unavailable\"}");
        stand.on("POST /v1/announcements/previews", 200, """
            {"stage":"selection","ready":false,"missing":[{"kind":"undecided","dossiers":["d-101051000"]},\
            {"kind":"appealsPossible","dossiers":["d-101053000"],"until":"2027-05-04T00:00:00"}],"secondPerson":true,"inputsSha256":"00","scopes":[]}\
            """);
        stand.on("GET /v1/commissions/republic", 404, "{\"title\":\"—\",\"status\":404}");
        stand.on("PUT /v1/commissions/republic", 201, "{}");
        page.navigate("/agency.html");
        assertThat(page.locator("main")).containsText("Күші жойылған дауыс: 7");
        assertThat(page.locator("main")).containsText("Қатыспағандар: Дана Қасым");
        assertThat(page.locator("main")).containsText("Қаралмаған даулар: 2");
        assertThat(page.locator("#card-selection"))
                .containsText("Абай облысы: Айгүл Серікқызы — Тұщыкөл ауылдық округі");
        assertThat(page.locator("#card-selection tbody tr").first()).containsText("6 / 9");
        assertThat(page.locator("#handover li").first()).containsText("Абай облысы — Бауыржан Тілеуов");
        assertThat(page.locator("#handover")).containsText("Толық емес");
        assertThat(page.locator("#handover li li")).containsText("Мұрағатта жоқ: «Өтініш» (§9(1)).");
        page.locator("#conspicuous summary").click();
        assertThat(page.locator("#conspicuous")).containsText("Көзге түсетіні: 4");
        assertThat(page.locator("#conspicuous li").first()).containsText("Бір сағатта көп дауыс — 3");
        assertThat(page.locator("#conspicuous a"))
                .hasAttribute("href", "/votes.html?survey=satisfaction&oblast=100000000#figures");
        assertThat(page.locator("svg[role=img] text").nth(1)).hasText("60");
        page.locator("details:has(table caption:text('Облыстар бойынша дауыстар')) summary")
                .click();
        assertThat(page.locator("tbody tr:has-text('Абай облысы')").first()).containsText("30");
        phone.look("agency-1-state");
        page.clock().install();
        page.locator("#rate-selection").click();
        assertThat(page.locator("#slow")).containsText("Есептеу ұзағырақ жүріп жатыр");
        phone.look("agency-2-slow");
        stand.on("POST /v1/ratings/selection", 200, CommissionPageTest.RATING);
        page.clock().runFor(5_000);
        assertThat(page.locator("#slow")).hasCount(0);
        assertThat(page.locator(".note.good").first()).containsText("Қайта санау сәйкес келді");
        phone.look("agency-2-rating");
        page.locator("#announce-selection").click();
        assertThat(stand.heard("POST /v1/announcements")).isEmpty();
        assertThat(page.locator("#card-selection")).containsText("Шешім шықпаған құжаттар: Тұщыкөл ауылдық округі");
        assertThat(page.locator("#card-selection")).containsText("Шешімге апелляция беру мерзімі әлі өткен жоқ:");
        assertThat(page.locator("#card-selection")).containsText("2027 жылғы 4 мамыр");
        phone.look("agency-3-not-ready");
        stand.on("POST /v1/announcements/previews", 200, """
            {"stage":"selection","ready":true,"missing":[],"secondPerson":true,"inputsSha256":"00","scopes":[\
            {"scope":"100000000","chosen":[{"candidate":"d-101051000","total":81.25,"outcome":{"kind":"chosen"}}]}]}\
            """);
        stand.on(
                "POST /v1/announcements",
                202,
                "{\"stage\":\"selection\",\"proposedBy\":\"p1\",\"at\":\"2027-05-14T05:00:00Z\",\"inputsSha256\":\"00\"}");
        page.locator("#announce-selection").click();
        assertThat(page.locator("#card-selection")).containsText("Абай облысы: Тұщыкөл ауылдық округі");
        assertThat(page.locator("#card-selection")).containsText("екінші қызметкер растайды");
        assertThat(stand.heard("POST /v1/announcements")).isEmpty();
        phone.look("agency-4-preview");
        page.locator("#sure-selection").click();
        assertThat(page.locator("#messages")).containsText("басқа қызметкер растауы керек");
        page.locator("#commission-scope").selectOption("republic");
        page.locator("#members").fill("m1; Асқар Әлиев; m1@uzdik.example; chair\nm2; Дана");
        page.locator("#save-commission").click();
        assertThat(page.locator("main")).containsText("2-жолда төрт бөлік");
        page.locator("#members").fill("m1; Асқар Әлиев; m1@uzdik.example; chair");
        page.locator("#save-commission").click();
        assertThat(page.locator("#messages")).containsText("сақталды");
        assertThat(stand.heard("PUT /v1/commissions/republic").getFirst().body())
                .contains("\"role\":\"CHAIR\"");
    }
}
