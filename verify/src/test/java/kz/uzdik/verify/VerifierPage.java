package kz.uzdik.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page that recounts packs, opened in a real browser as a file on a disk, on a phone's width. */
final class VerifierPage implements AutoCloseable {

    private static final int WIDTH = 360;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path WEB = Path.of("../web").toAbsolutePath().normalize();

    private final Playwright playwright;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    VerifierPage() {
        var installed = Files.isExecutable(CHROMIUM);
        var environment = new HashMap<>(System.getenv());
        var options = new BrowserType.LaunchOptions()
                .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-dev-shm-usage"));
        if (installed) {
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            options.setExecutablePath(CHROMIUM);
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.copyOf(environment)));
        page = playwright.chromium().launch(options).newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, 740));
        page.onPageError(error -> faults.add("exception: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("blob:")) {
                faults.add("request: " + request.url());
            }
        });
        open("kk");
    }

    void open(String language) {
        page.navigate(WEB.resolve("verify.html").toUri() + "?lang=" + language);
    }

    /** What the page says of {@code pack}: {@code agrees …}, or {@code differs …}. */
    String verdict(byte[] pack) {
        page.setInputFiles("#pack", new FilePayload("evidence.zip", "application/zip", pack));
        return verdict();
    }

    /** The same of a pack too large to be handed over in memory. */
    String verdict(Path pack) {
        page.setInputFiles("#pack", pack);
        return verdict();
    }

    private String verdict() {
        var outcome = page.waitForSelector("#agrees, #differs", new Page.WaitForSelectorOptions().setTimeout(300_000));
        var said = outcome.getAttribute("id") + " " + outcome.innerText();
        page.evaluate("document.getElementById('outcome').replaceChildren()");
        return said;
    }

    /** What it looks like with the outcome of {@code pack} on it: as wide as the phone, and accessible. */
    void look(byte[] pack) {
        page.setInputFiles("#pack", new FilePayload("evidence.zip", "application/zip", pack));
        page.waitForSelector("#agrees, #differs");
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(WIDTH);
        var ours = List.copyOf(faults);
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var violations = new AxeBuilder(page)
                .options(options)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .setLegacyMode(true)
                .analyze()
                .getViolations();
        // The checker itself tries to fetch the style sheet, which the page's policy forbids to whatever runs in it.
        faults.retainAll(ours);
        assertThat(violations.stream()
                        .map(violation -> violation.getId() + ": "
                                + violation.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .isEmpty();
    }

    /** Errors on the console, exceptions, and requests to anywhere. */
    List<String> faults() {
        return faults;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
