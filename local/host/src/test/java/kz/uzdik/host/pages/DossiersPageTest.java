package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.uzdik.json.Json;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists, decisions on many at once, appeals, and who joins a dossier, on the page for those who work on dossiers. */
class DossiersPageTest {

    private static final String OBLAST = "100000000";
    private static final List<String> OKRUGS = List.of("101051000", "101053000", "101055000", "103231000");
    private static final List<String> PEOPLE =
            List.of("Ерлан Сейітов", "Бауыржан Тілеуов", "Әсел Қасымова", "Дана Омарова");
    private static final List<String> STEPS = List.of("CHECKED", "CHECKED", "ADMITTED", "REGISTERED");

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @BeforeEach
    void contest() {
        stand.on("GET /v1/dossiers", 200, list(STEPS));
    }

    @Test
    void theListIsCountedFilteredAndOrdered() throws IOException {
        phone.signIn("uzdik/agency", "republic");
        page.navigate("/secretary.html");
        assertThat(page.locator("#step-all")).hasText("Барлығы: 4");
        assertThat(page.locator("#step-CHECKED")).hasText("Тексерілді: 2");
        assertThat(names())
                .hasText(new String[] {"Әсел Қасымова", "Бауыржан Тілеуов", "Дана Омарова", "Ерлан Сейітов"});
        assertThat(page.locator("#dossiers li").nth(1)).containsText("ұсынушы: 2");
        assertThat(page.locator("#add")).hasCount(0);
        assertThat(page.locator("#many")).hasCount(0);
        page.locator("summary").click();
        page.locator("#order").selectOption("byTime");
        assertThat(names())
                .hasText(new String[] {"Дана Омарова", "Әсел Қасымова", "Бауыржан Тілеуов", "Ерлан Сейітов"});
        page.locator("#oblast").selectOption(OBLAST);
        page.locator("#district").selectOption("101010000");
        assertThat(names()).hasCount(3);
        assertThat(page.locator("#step-all")).hasText("Барлығы: 3");
        page.locator("#step-CHECKED").click();
        assertThat(names()).hasText(new String[] {"Бауыржан Тілеуов", "Ерлан Сейітов"});
        page.locator("#find").fill("тілеу");
        assertThat(names()).hasText("Бауыржан Тілеуов");
        phone.look("dossiers-1-list");
        phone.lookWide("dossiers-1-list-wide");

        var download = page.waitForDownload(() -> page.locator("#export").click());
        assertThat(download.suggestedFilename()).isEqualTo("dossiers.xlsx");
        try (var book = new ReadableWorkbook(Files.newInputStream(download.path()))) {
            var rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0).getCellText(1)).isEqualTo("Үміткер");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("d-101053000");
            assertThat(rows.get(1).getCellText(1)).isEqualTo("Бауыржан Тілеуов");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("Тексерілді");
            assertThat(rows.get(1).getCellAsNumber(8))
                    .hasValueSatisfying(n -> assertThat(n.intValue()).isEqualTo(2));
        }
    }

    @Test
    void manyAreDecidedOnAfterALookAtThem() {
        phone.signIn("uzdik/secretary", OBLAST);
        page.navigate("/secretary.html");
        page.locator("#many").click();
        assertThat(page.locator("#choose-d-103231000")).isDisabled();
        page.locator("#choose-checked").click();
        assertThat(page.locator("#chosen")).hasText("Белгіленді: 2");
        phone.look("dossiers-2-choose");
        page.locator("#many-next").click();
        assertThat(page.locator("#outcome-d-101051000")).hasValue("refuse");
        page.locator("#d-101053000-languages").fill("3");
        phone.look("dossiers-3-say");
        phone.lookWide("dossiers-3-say-wide");
        stand.on("POST /v1/decisions/preview", 200, outcomes("POSSIBLE"));
        stand.on("POST /v1/decisions", 200, outcomes("RECORDED"));
        page.locator("#look").click();
        assertThat(page.locator("#outcomes")).containsText("Шешіледі: 1");
        assertThat(page.locator("#outcomes")).containsText("Құжаттардың соңғы нұсқасы әлі тексерілген жоқ.");
        assertThat(page.locator("#press")).hasText("1 шешімді тіркеу");
        phone.look("dossiers-4-preview");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#press")).hasText("Записать решений: 1");
        phone.lookWide("dossiers-4-preview-wide-ru");
        assertThat(stand.heard("POST /v1/decisions")).isEmpty();

        stand.on("POST /v1/decisions", 503, "{}");
        page.locator("#press").click();
        assertThat(page.locator(".note.bad")).isVisible();
        stand.on("POST /v1/decisions", 200, outcomes("RECORDED"));
        page.locator("#press").click();
        assertThat(page.locator("#messages .note.good")).containsText("Записано решений: 1");
        phone.look("dossiers-5-done-ru");
        var pressed = stand.heard("POST /v1/decisions");
        assertThat(pressed).hasSize(2);
        assertThat(pressed.get(1).body()).isEqualTo(pressed.get(0).body());
        var sent = stand.body("POST /v1/decisions", 0).get("decisions");
        assertThat(sent.findValuesAsText("number")).containsExactly("1", "1");
        assertThat(sent.at("/0/refusedFor").toString()).isEqualTo("[\"completeDossier\"]");
        assertThat(sent.at("/1/attributes/languages").asInt()).isEqualTo(3);
        page.locator("#many-leave").click();
        assertThat(names()).hasCount(4);
    }

    @Test
    void anAppealOpensTheDossierAgainAndTheDecisionNamesIt() {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers/d-101051000", 200, dossier("REFUSED", "[]", "2099-01-01T00:00:00Z"));
        stand.on("POST /v1/dossiers/d-101051000/appeals", 201, "{}");
        page.navigate("/secretary.html");
        open("Ерлан Сейітов");
        assertThat(page.locator("main")).containsText("Ауыл одағы (Қоғамдық ұйым)");
        page.locator("#appeal").click();
        page.locator("#by-CANDIDATE").check();
        page.locator("#appeal-send").click();
        assertThat(page.locator(".note.bad")).containsText("себебін жазыңыз");
        page.locator("#appeal-reason").fill("Анықтама мерзімінде берілген.");
        phone.look("dossiers-6-appeal");
        stand.on(
                "GET /v1/dossiers/d-101051000",
                200,
                dossier(
                        "APPEALED",
                        "[{\"dossier\":\"d-101051000\",\"decision\":1,\"by\":\"CANDIDATE\",\"reason\":"
                                + "\"Анықтама мерзімінде берілген.\",\"at\":\"2027-04-23T05:00:00Z\"}]",
                        null));
        page.locator("#appeal-send").click();
        assertThat(page.locator("#messages")).containsText("Апелляция тіркелді");
        assertThat(stand.heard("POST /v1/dossiers/d-101051000/appeals")
                        .getFirst()
                        .body())
                .isEqualTo("{\"decision\":1,\"by\":\"CANDIDATE\",\"reason\":\"Анықтама мерзімінде берілген.\"}");
        assertThat(page.locator("#history")).containsText("күшінде емес");
        assertThat(page.locator("form .note.warn")).containsText("1-шешімге апелляция берілген");
        phone.look("dossiers-7-appealed");
        phone.lookWide("dossiers-7-appealed-wide");

        stand.on("POST /v1/dossiers/d-101051000/decision", 201, "{}");
        page.locator("#outcome-admit").check();
        page.locator("#decide").click();
        assertThat(page.locator(".note.bad")).containsText("Апелляция бойынша шешімнің себебін");
        page.locator("#note").fill("Анықтама расталды.");
        page.locator("#decide").click();
        assertThat(page.locator("#messages")).containsText("Шешім тіркелді");
        var decision = stand.body("POST /v1/dossiers/d-101051000/decision", 0);
        assertThat(decision.get("number").asInt()).isEqualTo(2);
        assertThat(decision.get("onAppeal").asInt()).isEqualTo(1);
    }

    @Test
    void whatOthersDidShowsByItself() {
        phone.signIn("uzdik/secretary", OBLAST);
        page.clock().install();
        page.navigate("/secretary.html");
        assertThat(page.locator("#step-APPEALED")).hasText("Апелляция қаралуда: 0");
        stand.on("GET /v1/dossiers", 200, list(List.of("APPEALED", "CHECKED", "ADMITTED", "REGISTERED")));
        page.clock().runFor(16_000);
        assertThat(page.locator("#step-APPEALED")).hasText("Апелляция қаралуда: 1");
    }

    @Test
    void aSecondNominatorJoinsAndSendsNoArchive() {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("POST /v1/dossiers", 201, "{\"dossier\":\"d-101051000\",\"version\":1,\"joined\":1}");
        page.navigate("/secretary.html");
        page.locator("#add").click();
        page.locator("#district").selectOption("101010000");
        page.locator("#okrug").selectOption("101051000");
        assertThat(page.locator("#correctsNominator")).not().isChecked();
        page.locator("#candidateName").fill("Ерлан Сейітов");
        page.locator("#candidateEmail").fill("akim@uzdik.example");
        page.locator("#iin").fill("790922300005");
        page.locator("#nominatorKind").selectOption("PUBLIC_ORGANISATION");
        page.locator("#nominatorName").fill("Ауыл одағы");
        page.locator("#nominatorEmail").fill("odaq@uzdik.example");
        page.locator("#service-0-from").fill("2023-07-10");
        page.locator("#archive")
                .setInputFiles(
                        new FilePayload("құжаттар.zip", "application/zip", "PK".getBytes(StandardCharsets.UTF_8)));
        phone.look("dossiers-8-joining");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Тіркеу және жүктеу"))
                .click();
        assertThat(page.locator("#messages")).containsText("жаңа ұсынушы соларға қосылды");
        assertThat(stand.heard("POST /v1/dossiers/d-101051000/upload")).isEmpty();
        assertThat(stand.body("POST /v1/dossiers", 0).has("correctsNominator")).isFalse();
    }

    @Test
    void aFileIsSavedAndWhoOpenedItIsShown() throws IOException {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers/d-101051000", 200, dossier("REFUSED", "[]", null));
        stand.on("GET /v1/dossiers/d-101051000/retrievals", 200, """
            {"retrievals":[{"file":"docs/1.txt","version":1,"by":"m1","byName":"Дана Омарова","at":"2027-04-23T05:00:00Z"}]}\
            """);
        var id = new AtomicReference<String>();
        page.route(Pattern.compile(".*/retrievals/[0-9a-f]{32}(/[12])?$"), route -> {
            var path = URI.create(route.request().url()).getPath();
            var answer = new Route.FulfillOptions();
            if (route.request().method().equals("PUT")) {
                id.set(path);
                answer.setStatus(201).setContentType("application/json").setBody("""
                    {"id":"x","file":"docs/1.txt","packedBytes":9,"bytes":9,"crc":3421780262,"deflated":false,"pieceBytes":5}\
                    """);
            } else {
                assertThat(path).startsWith(id.get() + "/");
                answer.setStatus(200)
                        .setContentType("application/octet-stream")
                        .setBody(path.endsWith("/1") ? "12345" : "6789");
            }
            route.fulfill(answer);
        });
        page.navigate("/secretary.html");
        open("Ерлан Сейітов");
        var download = page.waitForDownload(
                () -> page.getByLabel("Файлды алу: docs/1.txt").click());
        assertThat(download.suggestedFilename()).isEqualTo("1.txt");
        assertThat(Files.readString(download.path())).isEqualTo("123456789");
        assertThat(page.locator("#messages")).containsText("Файл сақталды: 1.txt");
        page.locator("#retrievals").click();
        assertThat(page.locator("details").filter(new Locator.FilterOptions().setHasText("Дана Омарова")))
                .containsText("docs/1.txt");
        phone.look("dossiers-9-retrieved");
        page.route(
                Pattern.compile(".*/retrievals/[0-9a-f]{32}$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(410)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"https://uzdik.example/problems/archive-removed\",\"title\":"
                                + "\"Құжаттар мұрағаты жойылған.\",\"status\":410}")));
        page.getByLabel("Файлды алу: docs/1.txt").click();
        assertThat(page.locator(".note.bad")).containsText("Құжаттар мұрағаты жойылған.");
        page.route(
                Pattern.compile(".*/retrievals/[0-9a-f]{32}$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"https://uzdik.example/problems/threat-found\",\"title\":\"Бұл"
                                + " мұрағаттан зиянды бағдарлама табылды: файлдары ешкімге"
                                + " берілмейді.\",\"detail\":\"Ұсынушыдан таза"
                                + " көшірмесін сұраңыз.\",\"status\":409}")));
        page.getByLabel("Файлды алу: docs/1.txt").click();
        assertThat(page.locator(".note.bad")).containsText("зиянды бағдарлама табылды");
        assertThat(page.locator(".note.bad")).containsText("таза көшірмесін сұраңыз");
    }

    @Test
    void theSecretarySaysWhichFileIsWhatAndAllSeeThatTheySaidSo() throws IOException {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers/d-101051000", 200, checked("", ""));
        page.navigate("/secretary.html");
        open("Ерлан Сейітов");
        var unknown = page.locator("#files li").nth(1);
        assertThat(unknown).containsText("Тізімде жоқ файл");
        assertThat(unknown.locator("details")).hasAttribute("open", "");
        assertThat(page.locator("#what-0")).hasAttribute("aria-label", "Бұл қай құжат? құжаттар/Өтініш.pdf");
        assertThat(page.locator("#item-0")).isHidden();
        assertThat(page.locator("#state-1")).isDisabled();
        assertThat(page.locator("#item-1 option")).hasCount(8);
        assertThat(page.locator("#item-1")).not().containsText("бейнеролик");
        assertThat(page.locator("#statements")).hasCount(0);
        phone.look("dossiers-10-what-is-it");

        page.locator("#item-1").selectOption("questionnaire");
        page.route(
                "**/statements/1",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(409)
                        .setContentType("application/problem+json")
                        .setBody("{\"type\":\"https://uzdik.example/problems/decided-already\",\"title\":"
                                + "\"Бұл құжаттар бойынша шешім шықты.\",\"status\":409}")));
        page.locator("#state-1").click();
        assertThat(page.locator(".note.bad")).containsText("шешім шықты");
        page.unroute("**/statements/1");
        page.clock().install();
        stand.on("PUT /v1/dossiers/d-101051000/statements/1", 503, "{}")
                .then("PUT /v1/dossiers/d-101051000/statements/1", "{}");
        stand.on("GET /v1/dossiers/d-101051000", 200, checked(",\"statement\":1", """
            {"dossier":"d-101051000","number":1,"version":1,"file":"скан0004.pdf","item":"questionnaire","by":"s-1",\
            "byName":"Айгүл Серікқызы","at":"2027-04-22T05:00:00Z"}\
            """));
        page.locator("#state-1").click();
        assertThat(page.locator("main [role=status]").last()).containsText("қайта тексерілуде");
        page.clock().runFor(4_000);
        assertThat(page.locator("#messages")).containsText("Тіркелді, құжаттар қайта тексерілді.");
        var saying = "PUT /v1/dossiers/d-101051000/statements/1";
        assertThat(stand.heard(saying)).hasSize(2);
        assertThat(stand.body(saying, 1))
                .isEqualTo(Json.tree("{\"version\":1,\"file\":\"скан0004.pdf\",\"item\":\"questionnaire\"}"))
                .isEqualTo(stand.body(saying, 0));
        assertThat(unknown).containsText("Хатшы көрсетті: Айгүл Серікқызы");
        assertThat(page.locator("#checked-under")).isVisible();
        phone.look("dossiers-11-said");

        stand.on("POST /v1/dossiers/d-101051000/decision", 201, "{}");
        page.locator("#outcome-admit").check();
        page.locator("#decide").click();
        assertThat(page.locator("#messages")).containsText("Шешім тіркелді");
        var decision = stand.body("POST /v1/dossiers/d-101051000/decision", 0);
        assertThat(decision.get("statement").asInt()).isEqualTo(1);
    }

    @Test
    void theCommissionSeesWhatTheSecretarySaid() {
        phone.signIn("uzdik/member", OBLAST);
        stand.on("GET /v1/dossiers/d-101051000", 200, checked(",\"statement\":2", """
            {"dossier":"d-101051000","number":1,"version":1,"file":"скан0004.pdf","item":"indicators","by":"s-1",\
            "byName":"Айгүл Серікқызы","at":"2027-04-22T05:00:00Z"},{"dossier":"d-101051000","number":2,"version":1,\
            "file":"скан0004.pdf","item":"questionnaire","by":"s-1","byName":"Айгүл Серікқызы",\
            "at":"2027-04-22T06:00:00Z"}\
            """));
        page.navigate("/secretary.html");
        open("Ерлан Сейітов");
        assertThat(page.locator("#files li").nth(1)).containsText("Хатшы көрсетті: Айгүл Серікқызы");
        assertThat(page.locator("#files form")).hasCount(0);
        assertThat(page.locator("#statements li")).hasCount(2);
        assertThat(page.locator("#statements li").first()).containsText("скан0004.pdf");
        assertThat(page.locator("#statements li").first()).not().containsText("кейінгісімен ауыстырылды");
        assertThat(page.locator("#statements li").last()).containsText("кейінгісімен ауыстырылды");
        phone.look("dossiers-12-member");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#statements")).containsText("Что указал секретарь");
        assertThat(page.locator("#checked-under")).hasText("Проверка учла указания секретаря.");
        phone.lookWide("dossiers-12-member-wide-ru");
    }

    @Test
    void whatCameBackIsShownWithWhatToDo() throws IOException {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on(
                "GET /v1/dossiers",
                200,
                list(STEPS).replaceFirst("\"nominators\":1}", "\"nominators\":1,\"returned\":3}"));
        var returned = """
            "returned":[{"dossier":"d-101051000","mail":"dossier-registered/d-101051000/1/nominator","recipient":\
            "nominator","kind":"dossier-registered","what":"BOUNCED","reason":"NoEmail","at":"2027-04-01T05:01:00Z"},\
            {"dossier":"d-101051000","mail":"dossier-decided/d-101051000-1/candidate","recipient":"candidate","kind":\
            "dossier-decided","what":"COMPLAINT","reason":"abuse","at":"2027-04-22T05:01:00Z"},{"dossier":\
            "d-101051000","mail":"handover-reminder/regional/d-101051000","recipient":"secretary","kind":\
            "handover-reminder","what":"NOT_NOW","reason":"MailboxFull","at":"2027-07-10T05:01:00Z"}],"appeals":\
            """;
        stand.on(
                "GET /v1/dossiers/d-101051000",
                200,
                dossier("REFUSED", "[]", null).replace("\"appeals\":", returned));
        page.navigate("/secretary.html");
        assertThat(page.locator("#dossiers")).containsText("жетпеген хат: 3");
        open("Ерлан Сейітов");
        assertThat(page.locator("#returned li").nth(0)).containsText("Ұсынушыға, құжаттардың тіркелгені туралы");
        assertThat(page.locator("#returned li").nth(1)).containsText("Алушы хатты спам деп белгіледі.");
        assertThat(page.locator("#returned li").nth(1)).not().containsText("abuse");
        assertThat(page.locator("#returned li").nth(2)).containsText("Хатшыға, материалдарды тапсыру туралы ескерту");
        assertThat(page.locator("#returned .note")).containsText("дұрыс мекенжаймен қайта тіркеңіз");
        assertThat(page.locator("#returned .note")).containsText("бұдан былай хат жібермеңіз");
        phone.look("dossiers-13-returned");
        page.locator("#lang-ru").click();
        assertThat(page.locator("#returned .note")).containsText("зарегистрируйте их заново с верным адресом");
        phone.lookWide("dossiers-13-returned-wide-ru");
    }

    private void open(String candidate) {
        page.locator("#dossiers li")
                .filter(new Locator.FilterOptions().setHasText(candidate))
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    private Locator names() {
        return page.locator("#dossiers li strong");
    }

    private static String list(List<String> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> """
                    {"dossier":"d-%s","okrug":"%s","candidateName":"%s","version":1,"state":"%s",\
                    "registeredAt":"2027-04-0%dT05:00:00Z","admitProposed":%s,"unmet":%s,"decisions":0,"nominators":%d}\
                    """.formatted(
                                OKRUGS.get(i),
                                OKRUGS.get(i),
                                PEOPLE.get(i),
                                steps.get(i),
                                i + 1,
                                steps.get(i).equals("REGISTERED") ? "null" : String.valueOf(i != 0),
                                i == 0 ? "[\"completeDossier\"]" : "[]",
                                i == 1 ? 2 : 1))
                .collect(Collectors.joining(",", "{\"dossiers\":[", "]}"));
    }

    private static String outcomes(String course) {
        return """
            {"decisions":[{"dossier":"d-101051000","candidateName":"Ерлан Сейітов","admitted":false,"reasons":{"kk":\
            "§11(2) Қызметтік тізім жоқ.","ru":"§11(2) Нет послужного списка."},"overrules":false,"course":"%s"},{\
            "dossier":"d-101053000","candidateName":"Бауыржан Тілеуов","admitted":true,"reasons":{"kk":"","ru":""},\
            "overrules":true,"course":"IMPOSSIBLE","problem":{"type":"https://uzdik.example/problems/not-checked",\
            "title":"Құжаттардың соңғы нұсқасы әлі тексерілген жоқ.","status":409}}]}\
            """.formatted(course);
    }

    /** A dossier that is checked, with a file of a telling name and one of none; {@code statements} were made on it. */
    private static String checked(String under, String statements) {
        return """
            {"registration":{"dossier":"d-101051000","version":1,"okrug":"101051000","candidateName":"Ерлан Сейітов",\
            "nominatorName":"Аудан әкімдігі","bytes":7,"sha256":"%s","registeredAt":"2027-04-01T05:00:00Z"},\
            "state":"CHECKED","proposal":{"admit":%s,"findings":[],"files":[{"name":"құжаттар/Өтініш.pdf","document":\
            "application","bytes":9},{"name":"скан0004.pdf"%s,"bytes":9}]%s},"versions":[],"nominations":[],\
            "decisions":[],"appeals":[],"statements":[%s]}\
            """.formatted(
                        "0".repeat(64),
                        !under.isEmpty(),
                        under.isEmpty() ? "" : ",\"document\":\"questionnaire\"",
                        under,
                        statements);
    }

    private static String dossier(String state, String appeals, String appealUntil) {
        return """
            {"registration":{"dossier":"d-101051000","version":1,"okrug":"101051000","candidateName":"Ерлан Сейітов",\
            "nominatorName":"Аудан әкімдігі","bytes":7,"sha256":"%s","registeredAt":"2027-04-01T05:00:00Z"},"state":"%s",\
            "proposal":{"admit":false,"findings":[{"rule":"completeDossier","clause":"§11(2)","met":false,"message":{"kk":\
            "Қызметтік тізім жоқ.","ru":"Нет послужного списка."}}],"files":[{"name":"docs/1.txt","document":null,"bytes":9}]},"versions":[],"nominations":[{"number":1,\
            "kind":"PUBLIC_ORGANISATION","name":"Ауыл одағы","registeredAt":"2027-04-02T05:00:00Z"}],"decisions":[{\
            "dossier":"d-101051000","number":1,"admitted":false,"refusedFor":["completeDossier"],"note":"",\
            "at":"2027-04-22T05:00:00Z"}],"appeals":%s%s}\
            """.formatted(
                "0".repeat(64), state, appeals, appealUntil == null ? "" : ",\"appealUntil\":\"" + appealUntil + "\"");
    }
}
