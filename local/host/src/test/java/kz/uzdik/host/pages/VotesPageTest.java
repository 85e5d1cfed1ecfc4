package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page on a survey under attack, by a chair and by others. */
class VotesPageTest {

    private static final String OBLAST = "100000000";
    private static final String SURVEY = "/v1/surveys/satisfaction/";
    private static final String CANDIDATE = "d-101051000";

    private String frozen = "{}";

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
        acts("");
    }

    private void acts(String acts) {
        stand.on("GET " + SURVEY + "acts", 200, """
            {"survey":"satisfaction","next":%d,"announced":false,"accepted":120,"counted":%d,\
            "window":{"opens":"2027-05-17T09:00:00","closes":"2027-06-14T00:00:00"},"frozen":%s,"acts":[%s]}\
            """.formatted(
                        acts.isEmpty() ? 1 : 2, acts.isEmpty() ? 120 : 80, frozen, acts));
    }

    private void signIn(String scope) {
        phone.signIn(scope, OBLAST);
        page.navigate("/votes.html");
    }

    @Test
    void aChairSeesHowManyBeforeAnnullingAndUndoesIt() throws IOException {
        signIn("uzdik/chair");
        assertThat(page.locator("main")).containsText("120");
        page.locator("#candidate").selectOption(CANDIDATE);
        page.locator("#fromHour").fill("2027-05-21T00:30");
        page.locator("#network").fill("0000beef");
        stand.on("POST " + SURVEY + "previews", 200, "{\"next\":1,\"minimumGroup\":5,\"shares\":[]}");
        page.locator("#preview").click();
        assertThat(page.locator("#annul")).containsText("5 дауыстан аз");
        assertThat(page.locator("#annul-do")).hasCount(0);
        stand.on("POST " + SURVEY + "previews", 200, """
            {"next":1,"minimumGroup":5,"ballots":40,"shares":[{"candidate":"%s","ballots":40,"of":80}]}\
            """.formatted(CANDIDATE));
        page.locator("#preview").click();
        assertThat(page.locator("#previewed")).containsText("50 %");
        phone.look("votes-1-preview");
        page.locator("#annul-do").click();
        assertThat(page.locator("#messages")).containsText("Себебін екі тілде");
        assertThat(stand.heard("POST " + SURVEY + "acts")).isEmpty();
        page.locator("#reason-kk").fill("Бір желіден шабуыл.");
        page.locator("#reason-ru").fill("Атака из одной сети.");
        var act = """
            {"number":1,"what":{"kind":"annulment","ballots":{"scope":"100000000","candidate":"%s",\
            "fromHour":"2027-05-21T00","network":"0000beef"}},"reason":{"kk":"Бір желіден шабуыл.",\
            "ru":"Атака из одной сети."}\
            """.formatted(CANDIDATE);
        stand.on("POST " + SURVEY + "acts", 201, "{}");
        acts(act + ",\"by\":\"p1\",\"at\":\"2027-05-21T05:00:00Z\",\"ballots\":40}");
        page.locator("#annul-do").click();
        assertThat(page.locator(".note.good")).containsText("күші жойылды");
        var sent = stand.body("POST " + SURVEY + "acts", 0);
        assertThat(sent).isEqualTo(Json.tree(act + "}"));
        phone.look("votes-2-annulled");
        page.locator("#undo-1").click();
        page.locator("#reason-kk").fill("Қателік.");
        page.locator("#reason-ru").fill("Ошибка.");
        page.locator("#undo-1-do").click();
        assertThat(page.locator(".note.good")).containsText("қайтадан есепке алынады");
        var undone = stand.body("POST " + SURVEY + "acts", 1);
        assertThat(undone.path("what")).isEqualTo(Json.tree("{\"kind\":\"reinstatement\",\"annulment\":1}"));
        assertThat(undone.path("number").asInt()).isEqualTo(2);
    }

    @Test
    void theAgencyStopsACandidatesVotesAndMovesTheEnd() throws IOException {
        signIn("uzdik/agency");
        page.locator("#freeze-candidate").selectOption(CANDIDATE);
        page.locator("#freeze").click();
        page.locator("#reason-kk").fill("Шабуыл.");
        page.locator("#reason-ru").fill("Атака.");
        phone.look("votes-4-freeze");
        stand.on("POST " + SURVEY + "acts", 201, "{}");
        frozen = "{\"" + CANDIDATE + "\":{\"kk\":\"Шабуыл.\",\"ru\":\"Атака.\"}}";
        acts("");
        page.locator("#freeze-do").click();
        assertThat(page.locator(".note.good")).containsText("тоқтатылды");
        assertThat(page.locator("#frozen")).containsText("Шабуыл.");
        page.locator("#unfreeze-" + CANDIDATE).click();
        page.locator("#reason-kk").fill("Аяқталды.");
        page.locator("#reason-ru").fill("Закончилась.");
        page.locator("#unfreeze-" + CANDIDATE + "-do").click();
        assertThat(page.locator(".note.good")).containsText("қайтадан қабылданады");
        page.locator("#closes").fill("2027-06-16T00:00");
        page.locator("#extend").click();
        page.locator("#reason-kk").fill("Шабуыл болды.");
        page.locator("#reason-ru").fill("Была атака.");
        page.locator("#extend-do").click();
        assertThat(page.locator(".note.good")).containsText("ұзартылды");
        assertThat(stand.heard("POST " + SURVEY + "acts")).hasSize(3);
        assertThat(stand.body("POST " + SURVEY + "acts", 0).path("what"))
                .isEqualTo(Json.tree("{\"kind\":\"freeze\",\"candidate\":\"" + CANDIDATE + "\"}"));
        assertThat(stand.body("POST " + SURVEY + "acts", 1)
                        .path("what")
                        .path("kind")
                        .asText())
                .isEqualTo("unfreeze");
        assertThat(stand.body("POST " + SURVEY + "acts", 2).path("what"))
                .isEqualTo(Json.tree("{\"kind\":\"extension\",\"closes\":\"2027-06-16T00:00:00\"}"));
        phone.look("votes-5-moved");
    }

    @Test
    void theTurnoutIsReadWhenSomebodyAsks() {
        stand.on("GET /data/turnout-satisfaction.json", 200, """
            {"survey":"satisfaction","hour":"2027-05-20T10:00:00","step":5,"okrugs":[{"okrug":"101051000","ballots":10},\
            {"okrug":"101053000","ballots":0}]}\
            """);
        page.navigate("/results.html?stage=regional");
        assertThat(page.locator("#turnout-satisfaction")).isVisible();
        assertThat(stand.heard("GET /data/turnout-satisfaction.json")).isEmpty();
        page.locator("#turnout-satisfaction summary").click();
        assertThat(page.locator("#turnout-satisfaction")).containsText("5-ден аз");
        phone.look("results-turnout");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#turnout-satisfaction")).containsText("меньше 5");
    }

    @Test
    void othersSeeWhatWasDoneAndCannotDoIt() {
        acts("""
            {"number":1,"what":{"kind":"annulment","ballots":{"scope":"100000000","channel":"web"}},"reason":{"kk":"Шабуыл.",\
            "ru":"Атака."},"by":"m1","at":"2027-05-21T05:00:00Z","ballots":40}\
            """);
        signIn("uzdik/member");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#act-1")).containsText("Атака.");
        assertThat(page.locator("#annul")).hasCount(0);
        assertThat(page.locator("#undo-1")).hasCount(0);
        phone.look("votes-3-member");
    }

    @Test
    void theReportShowsWhatIsConspicuousAndTheVotesByHour() {
        signIn("uzdik/member");
        page.locator("#lang-ru").click();
        stand.on("GET " + SURVEY + "figures/" + OBLAST, 200, """
            {"survey":"satisfaction","oblast":"100000000","closed":false,"okrugs":[],"anomalies":[]}\
            """);
        page.locator("#figures-show").click();
        assertThat(page.locator("#figures")).containsText("голосов пока нет");
        stand.on("GET " + SURVEY + "figures/" + OBLAST, 200, """
            {"survey":"satisfaction","oblast":"100000000","closed":false,"okrugs":[\
            {"candidate":"d-101053000","ballots":9,"hours":{"2027-05-18T10":9},"channels":{"web":9},"networks":{}},\
            {"candidate":"%s","ballots":72,"hours":{"2027-05-20T10":10,"2027-05-21T03":60,"2027-05-23T04":2},\
            "channels":{"web":72},"networks":{"0000beef":60,"00000000":10}}],"anomalies":[{"rule":"BURST",\
            "okrug":"101051000","what":"2027-05-21T03","ballots":60,"of":72,"limit":25,"sentence":{"kk":"Дауыс көп.",\
            "ru":"В час 21.05.2027 принято голосов 60 из 72."}}]}\
            """.formatted(CANDIDATE));
        page.locator("#figures-show").click();
        assertThat(page.locator("#figures")).containsText("принято голосов 60 из 72");
        assertThat(page.locator("#figures-okrug")).hasValue(CANDIDATE);
        assertThat(page.locator("#figures svg desc")).hasText("Всего голосов: 72. Больше всего — 60: 21.05, 03:00.");
        assertThat(page.locator("#figures svg rect")).hasCount(3);
        page.locator("#figures summary").first().click();
        assertThat(page.locator("#figures details[open]")).containsText("23.05, 04:00");
        phone.look("votes-4-figures");
        page.locator("#figures-okrug").selectOption("d-101053000");
        assertThat(page.locator("#figures svg rect")).hasCount(1);
        page.locator("#lang-kk").click();
        assertThat(page.locator("#figures")).containsText("Дауыс көп.");
        phone.look("votes-5-figures-kk");
    }
}
