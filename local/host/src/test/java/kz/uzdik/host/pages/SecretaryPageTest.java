package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The secretary's page: a dossier is registered, looked at and decided on. */
class SecretaryPageTest {

    private static final String OBLAST = "100000000";
    private static final String DOSSIER = "d-101051000";
    private static final String UPLOAD = "POST /v1/dossiers/" + DOSSIER + "/upload";
    private static final String REGISTERED = "{\"dossier\":\"" + DOSSIER + "\",\"version\":1}";
    private static final String BEGUN = """
        {"complete":false,"received":[],"links":[{"number":1,"bytes":7,"method":"PUT","url":"/upload",\
        "headers":{"x-amz-meta-a":"1"}}]}\
        """;
    private static final byte[] ARCHIVE = "PK, say".getBytes(StandardCharsets.UTF_8);

    /** What one oblast has not yet handed over whole. */
    static final String HANDOVERS = """
        {"oblasts":[{"oblast":"100000000","name":{"kk":"Абай облысы","ru":"область Абай"},"stage":"regional","due":\
        "2027-07-15T18:30:00","state":"MISSING","candidate":"d-101051000","candidateName":"Бауыржан Тілеуов","missing":[\
        {"kk":"Мұрағатта жоқ: «Өтініш» (§9(1)).","ru":"В архиве нет: «Заявление» (§9(1))."}]}]}\
        """;

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void theSecretaryRegistersAndUploads() throws Exception {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, "{\"dossiers\":[]}");
        stand.on("POST /v1/dossiers", 201, REGISTERED);
        stand.on(UPLOAD, 200, BEGUN).then(UPLOAD, "{\"complete\":true,\"received\":[1],\"links\":[]}");
        stand.on("PUT /upload", 200, "{}");
        page.navigate("/secretary.html");
        phone.look("secretary-1-empty");
        page.locator("#add").click();
        phone.button("Тіркеу және жүктеу").click();
        assertThat(page.locator("#fault")).containsText("Барлық өрістерді толтырып");
        fillIn();
        phone.look("secretary-2-form");
        phone.button("Тіркеу және жүктеу").click();
        assertThat(page.locator(".note.good")).containsText("Құжаттар тіркеліп, жүктелді");
        var sent = stand.body("POST /v1/dossiers", 0);
        assertThat(sent.path("sha256").asText()).isEqualTo(sha256());
        assertThat(sent.path("bytes").asInt()).isEqualTo(ARCHIVE.length);
        assertThat(sent.path("service").toString()).isEqualTo("[{\"from\":\"2023-07-10\"}]");
        assertThat(sent.path("penalties")).isEmpty();
        assertThat(stand.heard("PUT /upload").getFirst().body()).isEqualTo("PK, say");
        phone.look("secretary-3-uploaded");
    }

    @Test
    void anUploadThatBreaksOffSaysThatTheDeadlineIsKept() {
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, "{\"dossiers\":[]}");
        stand.on("POST /v1/dossiers", 201, REGISTERED);
        page.navigate("/secretary.html");
        page.locator("#add").click();
        fillIn();
        stand.on(UPLOAD, 409, """
            {"type":"https://uzdik.example/problems/window-closed","title":"—","status":409}\
            """);
        phone.button("Тіркеу және жүктеу").click();
        assertThat(page.locator(".note.warn")).containsText("мерзім сақталды");
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
    void aSecretarySeesInRussianWhatTheirOblastStillHandsOver() {
        page.context().addInitScript("localStorage.setItem('uzdik.language', 'ru')");
        phone.signIn("uzdik/secretary", OBLAST);
        stand.on("GET /v1/dossiers", 200, "{\"dossiers\":[]}");
        stand.on("GET /v1/handovers", 200, HANDOVERS.replace("MISSING", "OVERDUE"));
        page.navigate("/secretary.html");
        assertThat(page.locator("#handover")).containsText("Передача материалов и решения в Агентство");
        assertThat(page.locator("#handover")).containsText("Срок прошёл, есть не всё");
        assertThat(page.locator("#handover li li")).containsText("В архиве нет: «Заявление» (§9(1)).");
        phone.look("secretary-handover-ru");
    }

    @Test
    void findingsAreShownAndADecisionIsRecorded() throws IOException {
        phone.signIn("uzdik/secretary", OBLAST);
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
        phone.button("Ашу").click();
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
        var decision = stand.body("POST /v1/dossiers/" + DOSSIER + "/decision", 0);
        assertThat(decision.path("refusedFor").toString()).isEqualTo("[\"oneYearInPost\"]");
        page.locator("#outcome-admit").check();
        page.locator("#attribute-languages").fill("3");
        page.locator("#note").fill("Өтілі құжатпен расталды.");
        phone.look("secretary-5-admit");
        page.locator("#decide").click();
        assertThat(page.locator("#decide")).isEnabled();
        assertThat(stand.body("POST /v1/dossiers/" + DOSSIER + "/decision", 1)
                        .path("attributes")
                        .toString())
                .isEqualTo("{\"complexProjects\":0,\"languages\":3,\"openness\":0,\"complaints\":0}");
    }

    private static String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(digest.digest(ARCHIVE)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
