package kz.uzdik.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotScale;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A page on a narrow phone that notes what a page must not do: errors on the console, exceptions, requests to anyone
 * but its own site, more width than the screen has.
 */
final class Phone implements AutoCloseable {

    static final int WIDTH = 360;
    private static final int DESK = 1280;
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final BrowserContext context;
    private final @Nullable BrowserContext examiner;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Phone(BrowserContext context, @Nullable BrowserContext examiner, List<URI> own) {
        this.context = context;
        this.examiner = examiner;
        this.page = context.newPage();
        page.onPageError(error -> faults.add("exception: " + error));
        page.onConsoleMessage(message -> {
            // The browser's own line for an answer of 400 and above; those that should not be are noted below.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                faults.add("console: " + message.text());
            }
        });
        page.onRequest(request -> {
            var uri = URI.create(request.url());
            if (uri.getScheme().startsWith("http")
                    && own.stream().noneMatch(o -> o.getAuthority().equals(uri.getAuthority()))) {
                faults.add("request to another site: " + request.url());
            }
        });
        page.onResponse(response -> {
            var path = URI.create(response.url()).getPath();
            if (response.status() >= 400 && !path.startsWith("/data/") && !path.startsWith("/v1/")) {
                faults.add(response.status() + " for " + path);
            }
        });
    }

    /** A phone without memory of earlier visits, which may talk to {@code sites} only. */
    static Phone at(URI... sites) {
        return new Phone(Chromium.BROWSER.newContext(options(sites[0])), null, List.of(sites));
    }

    /** The same with JavaScript turned off. */
    static Phone withoutScripts(URI... sites) {
        return new Phone(
                Chromium.BROWSER.newContext(options(sites[0]).setJavaScriptEnabled(false)),
                Chromium.BROWSER.newContext(options(sites[0])),
                List.of(sites));
    }

    private static Browser.NewContextOptions options(URI site) {
        return new Browser.NewContextOptions()
                .setViewportSize(WIDTH, 740)
                .setDeviceScaleFactor(2)
                .setReducedMotion(ReducedMotion.REDUCE) // a page that glides under the finger cannot be clicked
                .setBaseURL(site.toString());
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Whoever opens a page from now on is signed in with {@code scope} for {@code region}; the pages alone look at it. */
    void signIn(String scope, String region) {
        var claims = Json.write(Map.of("sub", "p1", "name", "Айгүл Серікқызы", "scope", scope, "uzdik_scope", region));
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        context.addInitScript("sessionStorage.setItem('uzdik.token', 'e30." + token + ".x')");
    }

    /** The button called {@code name}, and no longer. */
    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Everything that the browser keeps for this site. */
    String kept() {
        return page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                .toString();
    }

    /** Lets the clock that was installed in the page run on until {@code done}, for a minute of its time at most. */
    void pass(BooleanSupplier done) {
        for (var seconds = 0; !done.getAsBoolean(); seconds++) {
            assertThat(seconds).as("seconds that the page has waited").isLessThan(60);
            page.clock().runFor(1_000);
        }
    }

    /** As {@link #look}, but on a desk. */
    void lookWide(String name) {
        page.setViewportSize(DESK, 900);
        look(name, DESK);
        page.setViewportSize(WIDTH, 740);
    }

    /** Keeps a picture of the whole page and checks that it fits, is accessible and has broken no rule so far. */
    void look(String name) {
        look(name, WIDTH);
    }

    private void look(String name, int most) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", name + ".png"))
                .setFullPage(true)
                .setScale(ScreenshotScale.CSS));
        var width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        assertThat(width).as("width of " + name).isLessThanOrEqualTo(most);
        var examined = examined();
        var violations = violations(examined);
        assertThat(violations.stream()
                        .map(v -> v.getId() + ": "
                                + v.getNodes().stream().map(n -> n.getHtml()).toList())
                        .toList())
                .as("accessibility of " + name)
                .isEmpty();
        assertThat(faults).as("faults up to " + name).isEmpty();
        if (examined != page) {
            examined.close();
            page.bringToFront(); // a page behind another draws nothing, and nothing in it can be clicked
        }
    }

    /** In the page itself, which has no frames, and without what is in order: by far the quicker way to the same. */
    private static List<Rule> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    /** The page for axe, which is a script itself: where scripts are off, its text shown again where they are on. */
    private Page examined() {
        if (examiner == null) {
            return page;
        }
        var text = page.content().replaceAll("<script type=\"module\"[^>]*></script>", "");
        var shown = examiner.newPage();
        shown.route(
                page.url(),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(text)));
        shown.navigate(page.url());
        return shown;
    }

    @Override
    public void close() {
        if (examiner != null) {
            examiner.close();
        }
        context.close();
    }

    /** One browser for all tests: the installed one, or the one that Playwright fetches where none is. */
    private static final class Chromium {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            var isInstalled = Files.isExecutable(CHROMIUM);
            var environment = new HashMap<>(System.getenv());
            if (isInstalled) {
                environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            }
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.copyOf(environment)));
            var options = new BrowserType.LaunchOptions()
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run",
                            "--disable-dev-shm-usage"));
            if (isInstalled) {
                options.setExecutablePath(CHROMIUM);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright.chromium().launch(options);
        }
    }
}
