package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The agency corrects an announcement on its page; both results' pages say how they belong together. */
class CorrectionPageTest {

    private static final String STATE = """
        {"contest":"best-akim-2027","title":{"kk":"К","ru":"К"},"now":"2027-05-14T13:00:00Z","zone":"Asia/Almaty",\
        "calendar":{"announced":"2027-03-29T09:00:00","intake":{"opens":"2027-03-29T09:00:00","closes":\
        "2027-04-20T00:00:00"},"uploadUntil":"2027-04-21T00:00:00","checkUntil":"2027-04-30T00:00:00","selectionUntil":\
        "2027-05-13T00:00:00","regionalUntil":"2027-07-01T00:00:00","handoverUntil":"2027-07-08T00:00:00",\
        "republicanUntil":"2027-08-01T00:00:00"},"dossiers":[],"ballots":{},"annulled":{},"paper":{},\
        "openDisputes":{},"anomalies":[],"stages":[{"stage":"selection","title":{"kk":"Іріктеу","ru":"Отбор"},"step":"%s",\
        "rated":[],"announced":[{"number":1,"at":"2027-05-14T05:00:00Z","by":"p1","published":true}],%s\
        "sheets":[],"missing":[]}]}\
        """;
    private static final String CORRECTION = """
        "correction":{"stage":"selection","number":1,"evidenceSha256":"aa","reason":{"kk":"Өтілі расталмады.",\
        "ru":"Стаж не подтвердился."},"by":"p1","at":"2027-05-14T12:00:00Z"},\
        """;
    private static final String RESULTS = """
        {"stage":"selection","title":{"kk":"Іріктеу","ru":"Отбор"},"number":%d,"announcedAt":"2027-05-14T05:00:00Z",%s\
        "definitionVersion":1,"ratingSha256":"00","evidence":"/evidence/e.zip","evidenceSha256":"bb","protocol":{\
        "kk":"/p-kk.html","ru":"/p-ru.html"},"protocolPdf":{"kk":"/p-kk.pdf","ru":"/p-ru.pdf"},"scopes":[]}\
        """;
    private static final String CORRECTS = """
        "corrects":{"number":1,"announcedAt":"2027-05-13T05:00:00Z","evidenceSha256":"aa","reason":{"kk":\
        "Өтілі расталмады.","ru":"Стаж не подтвердился."},"changes":[{"scope":"100000000","candidate":"d-101051000",\
        "name":"Бауыржан Тілеуов","effect":"LOSES","before":{"kk":"Келесі кезеңге өтеді. 81,25","ru":"Проходит"},\
        "after":{"kk":"Рейтингте жоқ.","ru":"В рейтинге нет."}}]},\
        """;

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void theAgencyOpensACorrectionSeesWhatItChangesAndAnnouncesIt() {
        phone.signIn("uzdik/agency", "republic");
        stand.on("GET /v1/state", 200, STATE.formatted("ANNOUNCED", ""));
        stand.on("POST /v1/corrections", 201, "{}");
        page.navigate("/agency.html");
        page.locator("#correct-selection summary").click();
        assertThat(page.locator("#correct-selection")).containsText("тек тіркелетін әрекеттер");
        page.locator("#correct-kk-selection").fill("Өтілі расталмады.");
        page.locator("#correct-ru-selection").fill("Стаж не подтвердился.");
        phone.look("correction-1-reason");
        stand.on("GET /v1/state", 200, STATE.formatted("CORRECTING", CORRECTION));
        page.locator("#open-selection").click();
        assertThat(page.locator("#messages")).containsText("Түзету басталды");
        assertThat(page.locator("#card-selection")).containsText("Себебі: Өтілі расталмады.");
        assertThat(stand.heard("POST /v1/corrections").getFirst().body())
                .isEqualTo("{\"stage\":\"selection\",\"number\":1,\"reason\":{\"kk\":\"Өтілі расталмады.\","
                        + "\"ru\":\"Стаж не подтвердился.\"}}");
        stand.on("POST /v1/announcements/previews", 200, """
            {"stage":"selection","ready":true,"missing":[],"secondPerson":false,"inputsSha256":"00","scopes":[],\
            "corrects":{"number":1},"changes":[{"scope":"100000000","candidate":"d-101051000","effect":"LOSES",\
            "before":{"rank":1,"total":81.25}}]}\
            """);
        stand.on("POST /v1/announcements", 201, "{\"stage\":\"selection\",\"published\":true}");
        page.locator("#announce-selection").click();
        assertThat(page.locator("#changes"))
                .containsText(
                        "Тұщыкөл ауылдық округі (Жаңасемей ауданы) — орнынан айырылады: 1-орын, 81.25 → рейтингте жоқ");
        phone.look("correction-2-preview");
        page.locator("#sure-selection").click();
        assertThat(page.locator("#messages")).containsText("Жарияланды");
        assertThat(stand.heard("POST /v1/announcements").getFirst().body())
                .isEqualTo("{\"stage\":\"selection\",\"corrects\":1}");
    }

    @Test
    void theAgencySeesWhichMailsDidNotArriveAndSendsOneAgain() {
        phone.signIn("uzdik/agency", "republic");
        stand.on("GET /v1/state", 200, STATE.formatted("ANNOUNCED", ""));
        stand.on("GET /v1/mails", 200, """
            {"mails":[{"mail":"dossier-decided/d-101051000-1/nominator","round":"r1","kind":"dossier-decided",\
            "why":"NoEmail","tries":1,"at":"2027-05-14T05:00:00Z"},{"mail":"announcement/selection/m7","round":"r2",\
            "kind":"announcement","why":"AddressClosed","tries":10,"at":"2027-05-14T05:00:00Z"},\
            {"mail":"dossier-reminder/d-101051000-1/intake","round":"r3","kind":"dossier-reminder",\
            "why":"MailboxFull","tries":1,"at":"2027-04-19T05:00:00Z"},\
            {"mail":"handover-reminder/regional/d-101051000","round":"r4","kind":"handover-reminder",\
            "why":"Throttled","tries":1,"at":"2027-07-10T05:00:00Z"}]}\
            """).then("GET /v1/mails", "{\"mails\":[]}");
        stand.on("POST /v1/mails", 201, "{}");
        page.navigate("/agency.html");
        assertThat(page.locator("#mails")).containsText("бір рет кетеді");
        page.locator("#mails-show").click();
        assertThat(page.locator("#mails li").nth(0))
                .containsText("Тұщыкөл ауылдық округі (Жаңасемей ауданы) · кімге: ұсынушы");
        assertThat(page.locator("#mails li").nth(0)).containsText("себебі: мекенжай хат қабылдамады");
        assertThat(page.locator("#mails li").nth(1)).containsText("жіберу әрекеті: 10");
        assertThat(page.locator("#mails li").nth(2)).containsText("кімге: хатшы");
        assertThat(page.locator("#mails li").nth(2)).containsText("себебі: пошта жәшігі толып тұр");
        assertThat(page.locator("#mails li").nth(3)).containsText("кімге: хатшы");
        assertThat(page.locator("#mails li").nth(3)).containsText("пошта қызметінің жауабы — Throttled");
        assertThat(page.locator("[id='again-handover-reminder/regional/d-101051000']"))
                .hasAttribute("aria-label", "Қайта жіберу: Материалдарды тапсыру туралы ескерту, хатшы");
        phone.look("mails-1-given-up");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#mails li").nth(1)).containsText("сначала нужно исправить адрес");
        phone.lookWide("mails-1-given-up-wide-ru");
        page.locator("#mails li button").first().click();
        assertThat(page.locator("#messages")).containsText("снова поставлено на отправку");
        assertThat(page.locator("#mails-none")).isVisible();
        assertThat(stand.heard("POST /v1/mails").getFirst().body())
                .isEqualTo("{\"mail\":\"dossier-decided/d-101051000-1/nominator\",\"round\":\"r1\"}");
    }

    @Test
    void theCorrectedResultsStayAndSaySo() {
        stand.on("GET /data/results-selection.json", 200, RESULTS.formatted(2, CORRECTS));
        stand.on("GET /data/results-selection-1.json", 200, RESULTS.formatted(1, ""));
        page.navigate("/results.html?stage=selection");
        assertThat(page.locator("#correction")).containsText("Бауыржан Тілеуов — орнынан айырылады");
        assertThat(page.locator("#correction")).containsText("Себебі: Өтілі расталмады.");
        assertThat(page.locator("#superseded")).hasCount(0);
        phone.look("correction-3-results");
        page.locator("#correction a").click();
        assertThat(page.locator("#superseded")).containsText("Бұл қорытынды түзетілген");
        assertThat(page.locator("#correction")).hasCount(0);
        phone.look("correction-4-superseded");
    }
}
