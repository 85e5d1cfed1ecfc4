package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Announced results as people see them: bars, turnout, trust, files, one's own receipt. */
class ResultsPageTest {

    /** Pages and scripts together, compressed; the contest's definition and the results come on top. */
    private static final int MOST = 24_576;

    private static final String TRUST = """
        "trust": {"question": "q5", "trusting": 4, "dontKnow": true, "compared": {"percent": 84, "title": {"kk": \
        "Ауыл тұрғындарының сауалнамасы, 2025 жылғы қараша", "ru": "Опрос сельских жителей, ноябрь 2025 года"}}},
              "minimumGroup": 5, "personsPerContact": 4\
        """;
    private static final String PLACE = """
        {"rank":%d,"candidate":"%s","name":"%s","okrug":{"kk":"Тұщыкөл ауылдық округі","ru":"сельский округ Тущыколь"},\
        "district":{"kk":"Жаңасемей ауданы","ru":"Жанасемейский район"},"total":%s,"components":[\
        {"component":"selection","title":{"kk":"І","ru":"О"},"points":81.25,"weight":0.25,"counted":1},\
        {"component":"essay","title":{"kk":"Э","ru":"Э"},"points":70,"weight":0.15,"counted":9},\
        {"component":"residents","title":{"kk":"Т","ru":"Ж"},"points":62.5,"weight":0.2,"counted":%d,\
        "channels":{"electronic":%d,"paper":%d}},\
        {"component":"ethics","title":{"kk":"Ә","ru":"Э"},"points":40,"weight":0.05,"counted":8,\
        "channels":{"electronic":8,"paper":0}}],"outcome":{"kind":"chosen"},"verdict":{"kk":"Өтті","ru":"Проходит"},\
        "nominations":[],"explanation":{"kk":"Екі парақтың орташасы.","ru":"Среднее двух листов."}}\
        """;
    private static final String RESULTS = """
        {"stage":"regional","title":{"kk":"Өңірлік кезең","ru":"Региональный этап"},"number":1,"announcedAt":\
        "2027-06-28T05:00:00Z","definitionVersion":1,"ratingSha256":"00","evidence":"/evidence/evidence-regional.zip",\
        "evidenceSha256":"e0","protocol":{"kk":"/protocols/regional-kk.html","ru":"/protocols/regional-ru.html"},\
        "protocolPdf":{"kk":"/protocols/regional-kk.pdf","ru":"/protocols/regional-ru.pdf"},%s"files":[\
        {"kind":"XLSX","language":"kk","path":"/data/results-regional-kk.xlsx","bytes":9,"sha256":"a1"},\
        {"kind":"XLSX","language":"ru","path":"/data/results-regional-ru.xlsx","bytes":9,"sha256":"a2"},\
        {"kind":"CSV","language":"ru","path":"/data/results-regional-ru.csv","bytes":9,"sha256":"a3"}],\
        "scopes":[{"scope":"100000000","name":{"kk":"Абай облысы","ru":"область Абай"},"standings":[%s]},\
        {"scope":"110000000","name":{"kk":"Ақмола облысы","ru":"Акмолинская область"},"standings":[%s]}]}\
        """;
    private static final String SHARE = """
        "trust":[{"survey":"satisfaction","akims":2,"trusting":61,"answers":84,"percent":72.6,"compared":{"percent":84,\
        "title":{"kk":"Ауыл тұрғындарының сауалнамасы, 2025 жылғы қараша","ru":\
        "Опрос сельских жителей, ноябрь 2025 года"}}}],\
        """;

    @AutoClose
    private final PageStand stand = new PageStand();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @BeforeEach
    void contest() throws IOException {
        var shipped = Files.readString(Path.of("../../contests/best-akim-2027.json"));
        var asking = shipped.replaceFirst("\"minimumGroup\": 5,\\s*\"personsPerContact\": 4", TRUST);
        assertThat(asking).isNotEqualTo(shipped);
        stand.on("GET /data/contest.json", 200, asking);
    }

    private static String results(String trust) {
        return RESULTS.formatted(
                trust,
                PLACE.formatted(1, "d-101051000", "Бауыржан Тілеуов", "43.31", 60, 60, 0),
                PLACE.formatted(1, "d-113031000", "Әсел Қуанышқызы", "39.5", 24, 24, 9));
    }

    @Test
    void everyNumberIsDrawnAndSaid() {
        stand.on("GET /data/results-regional.json", 200, results(SHARE));
        page.navigate("/results.html");
        assertThat(page.locator("ol.list svg").first())
                .hasAttribute(
                        "aria-label",
                        "1. Іріктеу балдары: 81.25 × 0.25; 2. Эссе: 70 × 0.15; 5. Тұрғындардың бағасы: 62.5 × 0.2;"
                                + " 6. Қызметтік әдеп: 40 × 0.05; барлығы 43.31");
        assertThat(page.locator(".legend li").nth(4)).containsText("Тұрғындардың бағасы");
        assertThat(page.locator("#voted-satisfaction tbody tr")).hasCount(2);
        assertThat(page.locator("#voted-satisfaction tbody tr").nth(0)).containsText("60");
        assertThat(page.locator("#voted-satisfaction tbody tr").nth(1)).containsText("24, қағазда 9");
        assertThat(page.locator("#trust-satisfaction tbody tr").nth(0)).containsText("72,6");
        assertThat(page.locator("#trust-satisfaction tbody tr").nth(1))
                .containsText("Ауыл тұрғындарының сауалнамасы, 2025 жылғы қараша");
        assertThat(page.locator("#trust-satisfaction")).containsText("4, 5 деп жауап бергендердің үлесі: 61 / 84.");
        assertThat(page.locator("#trust-satisfaction")).containsText("«Білмеймін» дегендер де саналған.");
        var whole = page.locator("#voted-satisfaction rect").nth(0).boundingBox().width;
        var part = page.locator("#voted-satisfaction rect").nth(1).boundingBox().width;
        assertThat(part / whole).isBetween(0.54, 0.56);
        phone.look("results-3-charts");
        phone.lookWide("results-3-charts-wide");
        page.navigate("/results.html?lang=ru");
        assertThat(page.locator("#trust-satisfaction")).containsText("Ответившие «не знаю» учтены.");
        assertThat(page.locator("#voted-satisfaction tbody tr").nth(1)).containsText("24, на бумаге 9");
        assertThat(page.locator("#downloads a[href='/data/results-regional-ru.csv']"))
                .hasText("Таблица: CSV");
        assertThat(page.locator("#downloads a[href='/data/results-regional-kk.xlsx']"))
                .hasCount(0);
        page.locator("#downloads summary").click();
        assertThat(page.locator("#downloads dl")).containsText("evidence-regional.zip");
        assertThat(page.locator("#downloads dl")).containsText("a3");
        phone.look("results-4-charts-ru");
        phone.lookWide("results-4-charts-ru-wide");
    }

    @Test
    void whereNobodyWasAskedForTrustNothingIsSaidOfIt() {
        stand.on("GET /data/results-regional.json", 200, results("\"trust\":[],"));
        page.navigate("/results.html");
        assertThat(page.locator("#voted-satisfaction")).isVisible();
        assertThat(page.locator("#trust-satisfaction")).hasCount(0);
    }

    @Test
    void aReceiptIsLookedUpFromHere() {
        stand.on("GET /data/results-regional.json", 200, results(""));
        page.navigate("/results.html?lang=ru");
        page.locator("#receipt").fill("7Q2MX-4H9TN");
        stand.on("GET /v1/receipts", 200, "{}");
        page.waitForResponse(
                answer -> answer.url().endsWith("/v1/receipts?language=ru&receipt=7Q2MX-4H9TN"),
                () -> page.locator("#receipts button").click());
    }

    @Test
    void thePageIsLight() {
        stand.on("GET /data/results-regional.json", 200, results(SHARE));
        var sizes = new ConcurrentHashMap<String, Integer>();
        page.onRequestFinished(request -> {
            if (!request.url().contains("/data/")) {
                sizes.put(request.url(), gzip(request.response().body()));
            }
        });
        page.navigate("/results.html");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(sizes).containsKeys(stand.uri() + "/results.js", stand.uri() + "/charts.js");
        assertThat(sizes.values().stream().mapToInt(size -> size).sum())
                .as(sizes.toString())
                .isLessThanOrEqualTo(MOST);
    }

    private static int gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.size();
    }
}
