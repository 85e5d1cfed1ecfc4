package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffPagesTest {

    private static final String OBLAST = "100000000";
    private static final String DOSSIER = "d-101051000";
    private static final String UPLOAD = "POST /v1/dossiers/" + DOSSIER + "/upload";
    private static final String REGISTERED = "{\"dossier\":\"" + DOSSIER + "\",\"version\":1}";
    private static final String BEGUN = """
        {"complete":false,"received":[],"links":[{"number":1,"bytes":7,"method":"PUT","url":"/upload",\
        "headers":{"x-amz-meta-a":"1"}}]}\
        """;
    private static final byte[] ARCHIVE = "PK, say".getBytes(StandardCharsets.UTF_8);
    private static final String PARTICIPANT = """
        {"candidate":"d-101051000","name":"Бауыржан Тілеуов","oblast":"100000000","district":"101010000",\
        "okrug":"101051000","attributes":{}}\
        """;
    private static final String DISPUTES = """
        {"disputes":[{"number":"7Q2MX-4H9TN","survey":"satisfaction","okrug":"101051000","ground":"VOTE_TAKEN",\
        "day":"2027-05-20"}]}\
        """;

    private static final String RATING = """
        {"rating":{"stage":"selection","scopes":[{"scope":"100000000","standings":[{"rank":1,\
        "candidate":"d-101051000","total":81.25,"components":[{"component":"questionnaire","points":82.5,"weight":0.5,\
        "counted":9,"substituted":false}],"ties":[],"outcome":{"kind":"open"},"nominations":[]},{"rank":1,\
        "candidate":"d-101053000","total":81.25,"components":[],"ties":[{"step":"languages","value":"2",\
        "against":["d-101051000"]}],"outcome":{"kind":"open"},"nominations":[]}],"missing":[{"kind":\
        "castingVoteNeeded","candidates":["d-101051000","d-101053000"]}]}]},"inputsSha256":"00","by":"schedule",\
        "at":"2027-05-12T13:00:00Z","recount":{"equal":true,"differences":[]}}\
        """;

    private static final String HANDOVERS = """
        {"oblasts":[{"oblast":"100000000","name":{"kk":"Абай облысы","ru":"область Абай"},"stage":"regional","due":\
        "2027-07-15T18:30:00","state":"MISSING","candidate":"d-101051000","candidateName":"Бауыржан Тілеуов","missing":[\
        {"kk":"Мұрағатта жоқ: «Өтініш» (§9(1)).","ru":"В архиве нет: «Заявление» (§9(1))."}]}]}\
        """;

    private final PageStand stand = new PageStand();
    private final Phone phone = Phone.at(stand.uri());
    private final Page page = phone.page();

    @BeforeEach
    void contest() throws IOException {
        stand.on("GET /data/contest.json", 200, Files.readString(Path.of("../../contests/best-akim-2027.json")));
    }

    @AfterEach
    void close() {
        phone.close();
        stand.close();
    }

    private void signIn(String scope, String region) {
        var claims = "{\"sub\":\"p1\",\"name\":\"Айгүл Серікқызы\",\"scope\":\"%s\",\"uzdik_scope\":\"%s\"}"
                .formatted(scope, region);
        var token = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
        phone.context().addInitScript("sessionStorage.setItem('uzdik.token', '" + token + "')");
    }

    @Test
    void nobodyIsShownAnythingWithoutSigningIn() {
        for (var name : new String[] {"secretary", "commission", "agency"}) {
            page.navigate("/" + name + ".html");
            assertThat(page.locator("#sign-in")).hasText("Кіру");
            phone.look(name + "-0-signed-out");
        }
        assertThat(stand.heard("GET /v1/state")).isEmpty();
    }

    @Test
    void anotherRoleIsTurnedAway() {
        signIn("uzdik/member", OBLAST);
        page.navigate("/agency.html");
        assertThat(page.locator(".note.bad")).containsText("құқығыңыз жоқ");
        assertThat(stand.heard("GET /v1/state")).isEmpty();
    }

    @Test
    void theSecretaryRegistersAndUploads() throws Exception {
        signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, "{\"dossiers\":[]}");
        stand.on("POST /v1/dossiers", 201, REGISTERED);
        stand.on(UPLOAD, 200, BEGUN).then(UPLOAD, "{\"complete\":true,\"received\":[1],\"links\":[]}");
        stand.on("PUT /upload", 200, "{}");
        page.navigate("/secretary.html");
        phone.look("secretary-1-empty");
        page.locator("#add").click();
        button("Тіркеу және жүктеу").click();
        assertThat(page.locator("#fault")).containsText("Барлық өрістерді толтырып");
        fillIn();
        phone.look("secretary-2-form");
        button("Тіркеу және жүктеу").click();
        assertThat(page.locator(".note.good")).containsText("Құжаттар тіркеліп, жүктелді");
        var sent = Json.tree(stand.heard("POST /v1/dossiers").getFirst().body());
        assertThat(sent.path("sha256").asText()).isEqualTo(sha256());
        assertThat(sent.path("bytes").asInt()).isEqualTo(ARCHIVE.length);
        assertThat(sent.path("service").toString()).isEqualTo("[{\"from\":\"2023-07-10\"}]");
        assertThat(sent.path("penalties")).isEmpty();
        assertThat(stand.heard("PUT /upload").getFirst().body()).isEqualTo("PK, say");
        phone.look("secretary-3-uploaded");
    }

    @Test
    void anUploadThatBreaksOffSaysThatTheDeadlineIsKept() {
        signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, "{\"dossiers\":[]}");
        stand.on("POST /v1/dossiers", 201, REGISTERED);
        page.navigate("/secretary.html");
        page.locator("#add").click();
        fillIn();
        stand.on(UPLOAD, 409, """
            {"type":"https://uzdik.example/problems/window-closed","title":"—","status":409}\
            """);
        button("Тіркеу және жүктеу").click();
        assertThat(page.locator(".note.good")).containsText("мерзім сақталды");
    }

    private void fillIn() {
        page.locator("#district").selectOption("101010000");
        page.locator("#okrug").selectOption("101051000");
        page.locator("#candidateName").fill("Бауыржан Тілеуов");
        page.locator("#candidateEmail").fill("akim@uzdik.example");
        page.locator("#iin").fill("790922300005");
        page.locator("#nominatorKind").selectOption("LOCAL_EXECUTIVE_BODY");
        page.locator("#nominatorName").fill("Аудан әкімдігі");
        page.locator("#nominatorEmail").fill("nominator@uzdik.example");
        page.locator("#service-0-from").fill("2023-07-10");
        page.locator("#archive").setInputFiles(new FilePayload("құжаттар.zip", "application/zip", ARCHIVE));
    }

    @Test
    void findingsAreShownAndADecisionIsRecorded() throws IOException {
        signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, """
            {"dossiers":[{"dossier":"%s","okrug":"101051000","candidateName":"Бауыржан Тілеуов","version":1,\
            "state":"CHECKED","registeredAt":"2027-04-01T05:00:00Z"}]}\
            """.formatted(DOSSIER));
        stand.on("GET /v1/dossiers/" + DOSSIER, 200, """
            {"registration":{"dossier":"%s","version":1,"okrug":"101051000","candidateName":"Бауыржан Тілеуов",\
            "nominatorName":"Аудан әкімдігі","sha256":"%s","registeredAt":"2027-04-01T05:00:00Z"},"proposal":{\
            "admit":false,"findings":[{"rule":"oneYearInPost","clause":"§6","met":false,"message":{"kk":"Өтілі 5 ай,\
             кемінде 12 ай керек.","ru":"Стаж 5 месяцев, нужно не менее 12."}},{"rule":"complete","clause":"§11(2)",\
            "met":true,"message":{"kk":"Барлық құжат бар.","ru":"Все документы есть."},"file":"1.pdf"}],"files":[{"name":\
            "1.pdf","document":"application","bytes":250000},{"name":"жоспар.txt","document":null,"bytes":10}]},\
            "versions":[{"version":1,"registeredAt":"2027-04-01T05:00:00Z","by":"a@uzdik.example","bytes":7,"sha256":\
            "%s","changed":[]},{"version":2,"registeredAt":"2027-04-02T05:00:00Z","by":"b@uzdik.example","bytes":7,\
            "sha256":"%s","changed":["candidateEmail","iinHash","sha256"]}],"decisions":[]}\
            """.formatted(DOSSIER, sha256(), sha256(), "0".repeat(64)));
        stand.on("POST /v1/dossiers/" + DOSSIER + "/decision", 201, "{}");
        page.navigate("/secretary.html");
        button("Ашу").click();
        assertThat(page.locator("main")).containsText("Ұсыныс: жібермеу");
        assertThat(page.locator("main")).containsText("№1 нысан бойынша конкурсқа қатысу туралы өтініш");
        assertThat(page.locator("main")).containsText("Тізімде жоқ файл");
        assertThat(page.locator("main"))
                .containsText(
                        "Өзгергені: үміткердің электрондық поштасы, жеке сәйкестендіру нөмірі, құжаттар топтамасы");
        page.locator("#outcome-refuse").check();
        phone.look("secretary-4-findings");
        page.locator("#decide").click();
        assertThat(page.locator(".note.good")).containsText("Шешім тіркелді");
        var decision = Json.tree(stand.heard("POST /v1/dossiers/" + DOSSIER + "/decision")
                .getFirst()
                .body());
        assertThat(decision.path("refusedFor").toString()).isEqualTo("[\"oneYearInPost\"]");
        page.locator("#outcome-admit").check();
        page.locator("#attribute-languages").fill("3");
        page.locator("#note").fill("Өтілі құжатпен расталды.");
        phone.look("secretary-5-admit");
        page.locator("#decide").click();
        assertThat(page.locator("#decide")).isEnabled();
        var second = stand.heard("POST /v1/dossiers/" + DOSSIER + "/decision");
        assertThat(Json.tree(second.get(1).body()).path("attributes").toString())
                .isEqualTo("{\"complexProjects\":0,\"languages\":3,\"openness\":0,\"complaints\":0}");
    }

    @Test
    void aMemberFilesASheetAndTheChairBreaksATie() throws IOException {
        signIn("uzdik/member uzdik/chair", OBLAST);
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
        button("Бағалау").first().click();
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
        assertThat(Json.tree(stand.heard("PUT /v1/sheets/selection/questionnaire/" + DOSSIER)
                                .getFirst()
                                .body())
                        .toString())
                .isEqualTo("{\"points\":{\"indicators\":18,\"achievements\":12,\"experience\":5,\"awards\":0}}");
        page.locator("#to-list").click();
        button("Ерлан Сейітов: жоғары").click();
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
        button("Дауды жабу").click();
        assertThat(page.locator(".note.good")).containsText("Дау жабылды");
        assertThat(page.locator("#disputes summary")).containsText("Қаралмағаны: 0");
        assertThat(stand.heard("POST /v1/disputes/satisfaction/7Q2MX-4H9TN")
                        .getFirst()
                        .body())
                .isEqualTo("{\"reason\":\"Отбасы мүшесі дауыс берген.\"}");
    }

    @Test
    void aSecretarySeesInRussianWhatTheirOblastStillHandsOver() {
        page.context().addInitScript("localStorage.setItem('uzdik.language', 'ru')");
        signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, "{\"dossiers\":[]}");
        stand.on("GET /v1/handovers", 200, HANDOVERS.replace("MISSING", "OVERDUE"));
        page.navigate("/secretary.html");
        assertThat(page.locator("#handover")).containsText("Передача материалов и решения в Агентство");
        assertThat(page.locator("#handover")).containsText("Срок прошёл, не полностью");
        assertThat(page.locator("#handover li li")).containsText("В архиве нет: «Заявление» (§9(1)).");
        phone.look("secretary-handover-ru");
    }

    @Test
    void theAgencySeesWhatIsMissingAndAnnouncesInTwoSteps() {
        signIn("uzdik/agency", "republic");
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
        stand.on("GET /v1/handovers", 200, HANDOVERS);
        stand.on("POST /v1/ratings/selection", 503, "{\"message\":\"Service Unavailable\"}");
        stand.on("POST /v1/announcements/previews", 200, """
            {"stage":"selection","ready":false,"missing":[{"kind":"undecided","dossiers":["d-101051000"]}],\
            "secondPerson":true,"inputsSha256":"00","scopes":[]}\
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
        stand.on("POST /v1/ratings/selection", 200, RATING);
        page.clock().runFor(5_000);
        assertThat(page.locator("#slow")).hasCount(0);
        assertThat(page.locator(".note.good").first()).containsText("Қайта санау сәйкес келді");
        phone.look("agency-2-rating");
        page.locator("#announce-selection").click();
        assertThat(stand.heard("POST /v1/announcements")).isEmpty();
        assertThat(page.locator("#card-selection")).containsText("Шешім шықпаған құжаттар: Тұщыкөл ауылдық округі");
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

    @Test
    void resultsExplainEveryPlace() {
        stand.on("GET /data/results-selection.json", 200, """
            {"stage":"selection","title":{"kk":"Іріктеу","ru":"Отбор"},"announcedAt":"2027-05-14T05:00:00Z",\
            "definitionVersion":1,"ratingSha256":"00","evidence":"/evidence/evidence-selection.zip","protocol":{\
            "kk":"/protocols/selection-kk.html","ru":"/protocols/selection-ru.html"},"protocolPdf":{\
            "kk":"/protocols/selection-kk.pdf","ru":"/protocols/selection-ru.pdf"},"scopes":[{"scope":"100000000",\
            "name":{"kk":"Абай облысы","ru":"область Абай"},"standings":[{"rank":1,"candidate":"d-101051000","name":\
            "Бауыржан Тілеуов","okrug":{"kk":"Тұщыкөл ауылдық округі","ru":"сельский округ Тущыколь"},"district":{"kk":\
            "Жаңасемей ауданы","ru":"Жанасемейский район"},"total":81.25,"components":[{"component":"questionnaire",\
            "title":{"kk":"С","ru":"А"},"points":82.5,"weight":0.5,"counted":9},{"component":"residents",\
            "title":{"kk":"Т","ru":"Ж"},"points":70,"weight":0.2,"counted":21,"channels":{"electronic":12,"paper":9}}],\
            "outcome":{"kind":"chosen"},"verdict":{\
            "kk":"Өтті","ru":"Проходит"},"nominations":[],"explanation":{"kk":"Екі парақтың орташасы.","ru":"Среднее."}\
            }]}]}\
            """);
        page.navigate("/results.html");
        page.locator("summary").first().click();
        assertThat(page.locator("main")).containsText("Екі парақтың орташасы.");
        assertThat(page.locator("main")).containsText("электронды — 12, қағазда — 9");
        phone.look("results-1-selection");
        button("Өңірлік кезең").click();
        assertThat(page.locator("main")).containsText("әлі жарияланған жоқ");
        phone.look("results-2-not-yet");
    }

    private static String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(digest.digest(ARCHIVE)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
