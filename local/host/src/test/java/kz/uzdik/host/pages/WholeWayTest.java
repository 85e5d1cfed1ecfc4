package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Criterion;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.engines.Mail;
import kz.uzdik.engines.Person;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.host.Host;
import kz.uzdik.host.HostOptions;
import kz.uzdik.host.People;
import kz.uzdik.json.Json;
import kz.uzdik.samples.SampleDossier;
import org.junit.jupiter.api.Test;

/** From a commission's appointment to a resident's receipt and the published results, by the pages, on a real host. */
class WholeWayTest {

    private static final String OBLAST = "100000000";
    private static final String OKRUG = "101051000";
    private static final String DOSSIER = "d-" + OKRUG;
    private static final String RESIDENT = "asel@uzdik.example";
    private static final Pattern CODE = Pattern.compile("(?m)^ {4}([0-9A-Z]{4}-[0-9A-Z]{4})$");
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theWholeWay() throws Exception {
        var root = ProjectFolder.root();
        var start = LocalDateTime.parse("2027-04-01T10:00");
        var options = new HostOptions(root, root.resolve("template.yaml"), 0, null, null, start);
        try (var host = Host.start(options)) {
            appoint(host);
            register(host);
            decide(host);
            judge(host);
            moveTo(host, "2027-05-14T10:00");
            sit(host);
            announce(host);
            moveTo(host, "2027-05-20T10:00");
            vote(host);
            voteWithoutScripts(host, "kk", "/", "860101400023", "plain-kk@uzdik.example");
            voteWithoutScripts(host, "ru", "/ru.html", "870101400035", "plain-ru@uzdik.example");
            disputeWithoutScripts(host, "kk", "860101400023", "again-kk@uzdik.example");
            disputeWithoutScripts(host, "ru", "870101400035", "again-ru@uzdik.example");
            lookups(host);
            results(host);
            assertThat(host.deadLetters().all()).isEmpty();
        }
    }

    private static void appoint(Host host) {
        try (var phone = signedIn(host, "/agency.html", "agency")) {
            var page = phone.page();
            page.locator("#commission-scope").selectOption(OBLAST);
            assertThat(page.locator("main")).containsText("Комиссия құрамы әлі енгізілмеген", PATIENT);
            page.locator("#members")
                    .fill(IntStream.rangeClosed(1, 9)
                            .mapToObj(i -> "member-%s-%d; Мүше %d; member-%s-%d@uzdik.example; %s"
                                    .formatted(OBLAST, i, i, OBLAST, i, i == 1 ? "chair" : "member"))
                            .collect(Collectors.joining("\n")));
            page.locator("#save-commission").click();
            assertThat(page.locator("#messages")).containsText("сақталды", PATIENT);
            phone.look("whole-1-commission");
            phone.lookWide("whole-1-commission-wide");
        }
    }

    private static void register(Host host) throws InterruptedException {
        try (var phone = signedIn(host, "/secretary.html", "secretary-" + OBLAST)) {
            var page = phone.page();
            page.locator("#add").click();
            page.locator("#district").selectOption("101010000");
            page.locator("#okrug").selectOption(OKRUG);
            page.locator("#candidateName").fill("Бауыржан Тілеуов");
            page.locator("#candidateEmail").fill("akim@uzdik.example");
            page.locator("#iin").fill("790922300005");
            page.locator("#nominatorKind").selectOption("LOCAL_EXECUTIVE_BODY");
            page.locator("#nominatorName").fill("Аудан әкімдігі");
            page.locator("#nominatorEmail").fill("nominator@uzdik.example");
            page.locator("#service-0-from").fill("2021-07-10");
            var zip = SampleDossier.good(7, "Бауыржан Тілеуов", "Тұщыкөл").zip();
            page.locator("#archive").setInputFiles(new FilePayload("құжаттар.zip", "application/zip", zip));
            page.locator("#register").click();
            assertThat(page.locator("#messages")).containsText("Құжаттар тіркеліп, жүктелді", PATIENT);
            phone.look("whole-2-registered");
            phone.lookWide("whole-2-registered-wide");
        }
        host.awaitIdle();
        assertThat(to(host, "nominator@uzdik.example")).hasSize(1);
    }

    private static void decide(Host host) throws InterruptedException {
        try (var phone = signedIn(host, "/secretary.html", "secretary-" + OBLAST)) {
            var page = phone.page();
            page.locator("main .list button").click();
            assertThat(page.locator("main")).containsText("Ұсыныс: конкурсқа жіберу", PATIENT);
            phone.look("whole-3-findings");
            phone.lookWide("whole-3-findings-wide");
            page.locator("#outcome-admit").check();
            page.locator("#attribute-languages").fill("3");
            page.locator("#decide").click();
            assertThat(page.locator("#messages")).containsText("Шешім тіркелді", PATIENT);
        }
        host.awaitIdle();
        assertThat(to(host, "akim@uzdik.example").getLast().text()).contains("жіберді", "допустила");
    }

    private void judge(Host host) throws IOException, InterruptedException {
        try (var phone = signedIn(host, "/commission.html", "member-" + OBLAST + "-1")) {
            var page = phone.page();
            page.locator("main .list button").click();
            for (var sheet : sheets(host)) {
                for (var criterion : sheet.criteria()) {
                    page.locator("#" + sheet.id() + "-" + criterion.id()).fill("4");
                }
                page.locator("#file-" + sheet.id()).click();
                page.locator("#sure-" + sheet.id()).click();
                assertThat(page.locator("#messages")).containsText("Парақ тапсырылды", PATIENT);
                assertThat(page.locator("#file-" + sheet.id())).hasCount(0);
            }
            phone.look("whole-4-sheets");
            phone.lookWide("whole-4-sheets-wide");
        }
        for (var i = 2; i <= 9; i++) {
            for (var sheet : sheets(host)) {
                file(host, person(host, "member-" + OBLAST + "-" + i), sheet, 4 + i % 2);
            }
        }
    }

    private static void sit(Host host) {
        try (var phone = signedIn(host, "/sittings.html", "secretary-" + OBLAST)) {
            var page = phone.page();
            assertThat(page.locator("main")).containsText("отырыс тіркелмеген", PATIENT);
            page.locator("#date").fill("2027-05-06");
            for (var i = 1; i <= 5; i++) {
                page.locator("#present-member-" + OBLAST + "-" + i).check();
            }
            page.locator("#agenda").fill("Сауалнама мен жобаларды бағалау\nІріктеу");
            page.locator("#save-sitting").click();
            assertThat(page.locator("#sitting-1")).containsText("Кворум жоқ: 5, керегі 6", PATIENT);
            phone.look("whole-4-sitting");
            phone.lookWide("whole-4-sitting-wide");
            page.locator("#correct-1").click();
            page.locator("#present-member-" + OBLAST + "-6").check();
            page.locator("#correction").fill("Алтыншы мүше жазылмай қалған.");
            page.locator("#save-sitting").click();
            assertThat(page.locator("#sitting-1")).containsText("Кворум бар: 6, керегі 6", PATIENT);
            assertThat(page.locator("#sitting-1")).containsText("Алтыншы мүше жазылмай қалған.");
        }
    }

    private static List<Sheet> sheets(Host host) {
        return host.definition().sheets().stream()
                .filter(s -> s.id().equals("questionnaire") || s.id().equals("project"))
                .toList();
    }

    private void file(Host host, Person member, Sheet sheet, int points) throws IOException, InterruptedException {
        var body = Json.write(
                Map.of("points", sheet.criteria().stream().collect(Collectors.toMap(Criterion::id, c -> points))));
        var answer = http.send(
                HttpRequest.newBuilder(
                                URI.create(host.address() + "/v1/sheets/selection/" + sheet.id() + "/" + DOSSIER))
                        .header("Authorization", "Bearer " + host.token(member))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static void announce(Host host) throws InterruptedException {
        try (var phone = signedIn(host, "/agency.html", "agency")) {
            var page = phone.page();
            page.locator("#rate-selection").click();
            assertThat(page.locator("#messages")).containsText("Қайта санау сәйкес келді", PATIENT);
            phone.look("whole-5-rating");
            phone.lookWide("whole-5-rating-wide");
            page.locator("#announce-selection").click();
            page.locator("#sure-selection").click();
            assertThat(page.locator("#messages")).containsText("Жарияланды", PATIENT);
        }
        host.awaitIdle();
        assertThat(to(host, "akim@uzdik.example").getLast().subject()).contains("Кезең нәтижесі", "Результат этапа");
    }

    private static void vote(Host host) throws InterruptedException {
        try (var phone = Phone.at(URI.create(host.address()))) {
            var page = phone.page();
            page.navigate("/ru.html");
            page.locator("#find-satisfaction").fill("бауыржан");
            page.locator(".found a").click();
            fillIn(host, page, "850101400011", RESIDENT);
            page.locator("#ballot button").click();
            assertThat(page.locator("#code-sent")).containsText("Код отправлен на адрес", PATIENT);
            page.locator("#code").fill(code(host, RESIDENT));
            page.locator("#code-form button.wide").click();
            assertThat(page.locator("h1")).containsText("Ваш голос принят", PATIENT);
            assertThat(page.locator("#receipt").textContent()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
            phone.look("whole-6-receipt");
            phone.lookWide("whole-6-receipt-wide");
        }
        host.awaitIdle();
    }

    /** From the front page to the receipt and its being looked up, by plain links and forms. */
    private static void voteWithoutScripts(Host host, String language, String home, String iin, String contact)
            throws InterruptedException {
        try (var phone = Phone.withoutScripts(URI.create(host.address()))) {
            var page = phone.page();
            page.navigate(home);
            phone.look("plain-1-front-" + language);
            page.locator("main a[href*='" + OBLAST + "']").click();
            phone.look("plain-2-oblast-" + language);
            page.getByText("Бауыржан Тілеуов").click();
            fillIn(host, page, "790922300008", contact);
            page.locator("#ballot button").click();
            assertThat(page.locator("#iin-fault")).isVisible();
            assertThat(page.locator("#contact")).hasValue(contact);
            phone.look("plain-3-slip-" + language);
            page.locator("#iin").fill(iin);
            page.locator("#ballot button").click();
            assertThat(page.locator("#code")).isVisible();
            assertThat(page.url()).doesNotContain(iin);
            page.locator("#code").fill("AAAA-AAAA");
            page.locator("#code-form button").click();
            assertThat(page.locator(".note.bad")).isVisible();
            phone.look("plain-4-code-" + language);
            page.locator("#code").fill(code(host, contact));
            page.locator("#code-form button").click();
            var receipt = page.locator("#receipt").textContent();
            assertThat(receipt).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
            phone.look("plain-5-receipt-" + language);
            page.reload();
            assertThat(page.locator("#receipt")).hasText(receipt);
            host.awaitIdle();
            lookUp(phone, receipt, language);
        }
    }

    /** The same person comes again, through another address, and says that the first vote was not theirs. */
    private static void disputeWithoutScripts(Host host, String language, String iin, String contact)
            throws InterruptedException {
        try (var phone = Phone.withoutScripts(URI.create(host.address()))) {
            var page = phone.page();
            page.navigate("/vote/satisfaction/" + OKRUG + "-" + language + ".html");
            fillIn(host, page, iin, contact);
            page.locator("#ballot button").click();
            page.locator("#code").fill(code(host, contact));
            page.locator("#code-form button").click();
            assertThat(page.locator(".note.bad")).isVisible();
            phone.look("plain-9-taken-" + language);
            page.locator("#dispute button").click();
            assertThat(page.locator("#receipt").textContent()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
            assertThat(page.url()).doesNotContain(iin);
            phone.look("plain-10-disputed-" + language);
        }
    }

    private static void lookUp(Phone phone, String receipt, String language) {
        var page = phone.page();
        page.locator("main a.button").click();
        page.locator("#receipt").fill(receipt.toLowerCase(Locale.ROOT).replace('-', ' '));
        page.locator("main button").click();
        assertThat(page.locator(".note.good .receipt")).hasText(receipt);
        phone.look("plain-6-counted-" + language);
        page.locator("#receipt").fill("00000-00000");
        page.locator("main button").click();
        assertThat(page.locator(".note.warn")).isVisible();
        phone.look("plain-7-not-counted-" + language);
        page.locator("#receipt").fill("K7");
        page.locator("main button").click();
        assertThat(page.locator("#receipt-fault")).isVisible();
        phone.look("plain-8-no-receipt-" + language);
    }

    /** How many receipts were looked up is published with the hour. */
    private static void lookups(Host host) throws InterruptedException {
        moveTo(host, "2027-05-20T13:10");
        try (var phone = Phone.at(URI.create(host.address()))) {
            phone.page().navigate("/receipt.html");
            assertThat(phone.page().locator("main")).containsText("Түбіртектер 2 рет тексерілді");
            var file = phone.page().request().get(host.address() + "/data/receipts.json");
            assertThat(file.text().replace(" ", "")).contains("\"lookups\":2");
        }
    }

    private static void fillIn(Host host, Page page, String iin, String contact) {
        for (var question : host.definition().surveys().getFirst().questions()) {
            page.locator("input[name='answer." + question.id() + "'][value='5']")
                    .check();
        }
        page.locator("#iin").fill(iin);
        page.locator("#contact").fill(contact);
    }

    private static String code(Host host, String contact) throws InterruptedException {
        host.awaitIdle();
        var code = CODE.matcher(to(host, contact).getLast().text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static void results(Host host) {
        var pageHeaders = host.template().pageHeaders().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        assertThat(pageHeaders).containsKey("content-security-policy");
        try (var phone = Phone.at(URI.create(host.address()))) {
            var page = phone.page();
            page.navigate("/results.html");
            page.locator("summary").first().click();
            assertThat(page.locator("main")).containsText("Бауыржан Тілеуов", PATIENT);
            phone.look("whole-7-results");
            phone.lookWide("whole-7-results-wide");
            for (var link : page.locator("main section a").all()) {
                var answer = page.request().get(host.address() + link.getAttribute("href"));
                assertThat(answer.status()).as(link.getAttribute("href")).isEqualTo(200);
                assertThat(answer.headers()).containsAllEntriesOf(pageHeaders);
            }
        }
    }

    private static Phone signedIn(Host host, String path, String person) {
        var phone = Phone.at(URI.create(host.address()));
        phone.page().navigate(path);
        phone.page().locator("#sign-in").click();
        phone.page().locator("#as-" + person).click();
        phone.page().locator("#sign-out").waitFor();
        return phone;
    }

    private static Person person(Host host, String id) {
        return Objects.requireNonNull(People.of(host.definition()).stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElse(null));
    }

    private static void moveTo(Host host, String local) throws InterruptedException {
        host.clock()
                .moveTo(LocalDateTime.parse(local)
                        .atZone(host.definition().zone())
                        .toInstant());
        host.awaitIdle();
    }

    private static List<Mail> to(Host host, String address) {
        return host.engines().ses().mailsTo(address);
    }
}
