package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.host.Host;
import kz.uzdik.host.HostOptions;
import kz.uzdik.samples.SampleDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that the page packs itself, over a line that breaks in the middle, with the page closed before the rest. */
class BrokenUploadTest {

    private static final String OBLAST = "100000000";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    private static final Pattern SECOND_PART = Pattern.compile("[?&]partNumber=2(&|$)");

    @TempDir
    private Path folder;

    @Test
    void whatWasSentIsSafeAndTheRestFollowsAfterTheReload() throws Exception {
        var root = ProjectFolder.root();
        var start = LocalDateTime.parse("2027-04-01T10:00");
        var options = new HostOptions(root, root.resolve("template.yaml"), 0, null, null, start);
        var files = documents();
        try (var host = Host.start(options);
                var phone = Phone.at(URI.create(host.address()))) {
            var page = phone.page();
            page.navigate("/secretary.html");
            page.locator("#sign-in").click();
            page.locator("#as-secretary-" + OBLAST).click();
            fillIn(page, files);
            page.route(SECOND_PART, route -> route.abort("connectionreset"));
            page.locator("#register").click();
            assertThat(page.locator("main")).containsText("Байланыс үзілді. Сақталғаны: ", PATIENT);
            phone.look("upload-1-broken");

            page.reload();
            page.unroute(SECOND_PART);
            var sent = new CopyOnWriteArrayList<String>();
            page.onRequest(request -> {
                if (request.url().contains("partNumber=")) {
                    sent.add(request.url().replaceAll(".*partNumber=(\\d+).*", "$1"));
                }
            });
            page.locator("main .list button").click();
            assertThat(page.locator("#safe")).containsText("2 / 3", PATIENT);
            phone.look("upload-2-safe");
            page.locator("#again").setInputFiles(files.subList(0, 2).toArray(Path[]::new));
            page.locator("#resume").click();
            assertThat(page.locator("#messages")).containsText("тіркелген файл емес", PATIENT);
            assertThat(sent).isEmpty();
            page.locator("#again").setInputFiles(files.toArray(Path[]::new));
            page.locator("#resume").click();
            assertThat(page.locator("#messages")).containsText("жүктелді", PATIENT);
            assertThat(sent).contains("2").doesNotContain("1", "3");

            host.awaitIdle();
            page.locator("#to-list").click();
            page.locator("main .list button").click();
            assertThat(page.locator("main")).containsText("Ұсыныс: конкурсқа жіберу", PATIENT);
            phone.look("upload-3-checked");
        }
    }

    /** The documents of a sound dossier, 11 MB together, as files. */
    private List<Path> documents() throws IOException {
        var archive = folder.resolve("dossier.zip");
        SampleDossier.good(11, "Бауыржан Тілеуов", "Тұщыкөл").write(archive, 11 * MEBIBYTE);
        var files = new ArrayList<Path>();
        try (var zip = new ZipFile(archive.toFile())) {
            for (var entry : zip.stream().toList()) {
                var file = folder.resolve(Path.of(entry.getName()).getFileName().toString());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                files.add(file);
            }
        }
        return files;
    }

    private static void fillIn(Page page, List<Path> files) {
        page.locator("#add").click();
        page.locator("#district").selectOption("101010000");
        page.locator("#okrug").selectOption("101051000");
        page.locator("#candidateName").fill("Бауыржан Тілеуов");
        page.locator("#candidateEmail").fill("akim@uzdik.example");
        page.locator("#iin").fill("790922300005");
        page.locator("#nominatorKind").selectOption("LOCAL_EXECUTIVE_BODY");
        page.locator("#nominatorName").fill("Аудан әкімдігі");
        page.locator("#nominatorEmail").fill("nominator@uzdik.example");
        page.locator("#service-0-from").fill("2021-07-10");
        page.locator("#archive").setInputFiles(files.toArray(Path[]::new));
    }
}
