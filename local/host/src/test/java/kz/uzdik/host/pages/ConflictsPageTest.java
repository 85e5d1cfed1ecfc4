package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Suggested recusals: the member who declares and answers, the secretary who sees the answers, the agency that is warned. */
class ConflictsPageTest {

    private static final String CANDIDATE = "d-101051000";
    private static final String SUGGESTION = """
        {"member":"p1","candidate":"d-101051000","ground":"%s","reason":{"kk":"Комиссия мүшесі бұл аты-жөнді өз \
        туыстарының қатарында көрсеткен.","ru":"Член комиссии назвал это имя среди своих родственников."}}\
        """;

    @AutoClose
    private final PageStand stand = new PageStand();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void aMemberDeclaresAndAnswersWhatIsSuggested() throws IOException {
        signIn("uzdik/member", "100000000");
        stand.on("GET /v1/sheets/selection", 200, sheets("", ""));
        stand.on("GET /v1/interests", 200, "{\"okrugs\":[],\"relatives\":[]}");
        page.navigate("/commission.html");
        assertThat(page.locator("#interests summary")).containsText("Мәлімет берілмеген");
        page.locator("#interests summary").click();
        page.locator("#employer").fill("ОО «Парасат»");
        page.locator("#relatives").fill("Тілеуов Бауыржан\n\n Серікова Айгүл ");
        page.locator("#interest-district").selectOption("101010000");
        page.locator("#interest-okrug").selectOption("101051000");
        phone.look("conflicts-1-declaring");
        var declared = "{\"employer\":\"ОО «Парасат»\",\"okrugs\":[\"101051000\"],"
                + "\"relatives\":[\"Тілеуов Бауыржан\",\"Серікова Айгүл\"]}";
        stand.on("PUT /v1/interests", 200, declared.replace("{", "{\"declaredAt\":\"2027-05-05T06:00:00Z\","));
        stand.on(
                "GET /v1/sheets/selection",
                200,
                sheets(SUGGESTION.formatted("KIN") + "," + SUGGESTION.formatted("OKRUG"), ""));
        page.locator("#declare").click();
        assertThat(page.locator(".note.good").first()).containsText("Мәлімет сақталды");
        assertThat(stand.body("PUT /v1/interests", 0)).isEqualTo(Json.tree(declared));
        assertThat(page.locator("#interests summary")).containsText("Мәлімет берілген");
        assertThat(page.locator(".tag.warn").first()).containsText("Бас тарту ұсынылады");
        phone.look("conflicts-2-suggested");

        phone.button("Бағалау").click();
        assertThat(page.locator("main")).containsText("өз туыстарының қатарында көрсеткен");
        phone.look("conflicts-3-candidate");
        page.locator("#no-conflict-okrug summary").click();
        page.locator("#no-conflict-reason-okrug").fill("Он жыл бұрын көшкенмін");
        stand.on("PUT /v1/no-conflicts/selection/" + CANDIDATE, 201, "{}");
        page.locator("#no-conflict-send-okrug").click();
        assertThat(page.locator("main")).containsText("Сіз қақтығыс жоғын мәлімдедіңіз: Он жыл бұрын көшкенмін");
        assertThat(stand.body("PUT /v1/no-conflicts/selection/" + CANDIDATE, 0).toString())
                .isEqualTo("{\"ground\":\"OKRUG\",\"reason\":\"Он жыл бұрын көшкенмін\"}");

        page.locator("#recuse-kin").click();
        assertThat(page.locator("#reason")).isFocused();
        assertThat(page.locator("#reason"))
                .hasValue("Комиссия мүшесі бұл аты-жөнді өз туыстарының қатарында көрсеткен.");
        phone.look("conflicts-4-recusal");
        assertThat(stand.heard("PUT /v1/recusals/selection/" + CANDIDATE)).isEmpty();
        stand.on("PUT /v1/recusals/selection/" + CANDIDATE, 201, "{}");
        phone.button("Бас тарту").click();
        assertThat(page.locator(".note.good").first()).containsText("Бас тартуыңыз тіркелді");
        assertThat(page.locator("#recuse-kin")).hasCount(0);
    }

    @Test
    void inRussianTheSecretarySeesTheAnswers() {
        page.context().addInitScript("localStorage.setItem('uzdik.language', 'ru')");
        signIn("uzdik/secretary", "100000000");
        stand.on("GET /v1/sittings/selection/100000000", 200, """
            {"scope":"100000000","next":1,"members":[{"id":"p1","name":"Айгүл Серікқызы","role":"CHAIR"}],"sittings":[],\
            "suggestions":[{"suggestion":%s,"name":"Бауыржан Тілеуов","recused":false},{"suggestion":%s,\
            "name":"Бауыржан Тілеуов","recused":false,"noConflict":{"stage":"selection","member":"p1",\
            "candidate":"d-101051000","ground":"OKRUG","reason":"Переехала","at":"2027-05-05T06:00:00Z"}},\
            {"suggestion":%s,"name":"Бауыржан Тілеуов","recused":true}]}\
            """.formatted(
                        SUGGESTION.formatted("KIN"), SUGGESTION.formatted("OKRUG"), SUGGESTION.formatted("EMPLOYER")));
        page.navigate("/sittings.html");
        var rows = page.locator("#suggestions li");
        assertThat(rows.nth(0)).containsText("Айгүл Серікқызы — Бауыржан Тілеуов");
        assertThat(rows.nth(0)).containsText("Член комиссии назвал это имя среди своих родственников.");
        assertThat(rows.nth(0)).containsText("Ответа нет");
        assertThat(rows.nth(1)).containsText("Заявил, что конфликта нет: Переехала");
        assertThat(rows.nth(2)).containsText("Заявил самоотвод");
        phone.look("conflicts-5-secretary-ru");
    }

    private void signIn(String roles, String scope) {
        phone.signIn(roles, scope);
        stand.contest();
        var closed = "{\"type\":\"https://uzdik.example/problems/stage-not-open\",\"title\":\"—\",\"status\":409}";
        stand.on("GET /v1/sheets/regional", 409, closed);
        stand.on("GET /v1/ratings/selection", 404, closed);
        stand.on("GET /v1/disputes", 200, "{\"disputes\":[]}");
    }

    private static String sheets(String suggestions, String noConflicts) {
        return """
            {"scope":"100000000","sheets":["questionnaire","project"],"candidates":[{"candidate":"d-101051000",\
            "name":"Бауыржан Тілеуов","oblast":"100000000","district":"101010000","okrug":"101051000",\
            "attributes":{}}],"filed":[],"recusals":[],"abstentions":[],"suggestions":[%s],"noConflicts":[%s],\
            "members":[{"member":"p1","name":"Айгүл Серікқызы"}],"seals":[],"opened":[]}\
            """.formatted(suggestions, noConflicts);
    }
}
