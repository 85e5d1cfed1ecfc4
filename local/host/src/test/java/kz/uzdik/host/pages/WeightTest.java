package kz.uzdik.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first view on a bad line: everything that a browser fetches for it, compressed as CloudFront does. */
class WeightTest {

    /** 14 KB: what a server may send before it must wait for the first acknowledgement. */
    private static final int MOST = 14_336;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ru.html", "/vote/satisfaction/100000000-kk.html", "/receipt.html"})
    void theFirstViewIsLight(String path) {
        assertLight("{\"kind\": \"code\", \"roll\": false}", path, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "code; {\"kind\": \"code\", \"roll\": false}",
                "oidc; {\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": false}",
                "invite; {\"kind\": \"invite\"}"
            })
    void aBallotIsLightHoweverOneShowsWhoOneIs(String by, String identity) {
        for (var language : new String[] {"kk", "ru"}) {
            assertLight(identity, "/vote/satisfaction/101053000-" + language + ".html", "/vote-" + by + ".js");
        }
    }

    private static void assertLight(String identity, String path, String script) {
        try (var stand = new PageStand();
                var phone = Phone.at(stand.uri())) {
            SurveyPages.open(stand, identity);
            var sizes = new LinkedHashMap<String, Integer>();
            var files = new ConcurrentHashMap<String, byte[]>();
            phone.page()
                    .onRequestFinished(request ->
                            files.put(request.url(), request.response().body()));
            phone.page().navigate(path);
            phone.page().waitForLoadState(LoadState.NETWORKIDLE);
            files.forEach((url, bytes) -> sizes.put(url, gzip(bytes)));
            assertThat(sizes).containsKeys(stand.uri() + path, stand.uri() + "/app.css", stand.uri() + "/icon.svg");
            if (!script.isEmpty()) {
                assertThat(sizes).containsKeys(stand.uri() + script, stand.uri() + "/vote.js");
            }
            assertThat(total(sizes)).as(path + ": " + sizes).isLessThanOrEqualTo(MOST);
            phone.look("weight" + path.replaceAll("[/.]", "-") + script.replaceAll("[/.]", "-"));
        }
    }

    private static int total(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToInt(size -> size).sum();
    }

    /** Level 6, which is what web servers take unless told otherwise. */
    private static int gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed) {
            {
                def.setLevel(6);
            }
        }) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.size();
    }
}
