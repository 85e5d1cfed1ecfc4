package kz.uzdik.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.json.Json;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The browser's own solver, held against who gives out the challenges. */
class ProofPageTest {

    private static final Altcha ALTCHA = new Altcha(new KeyedHash(new byte[32]));
    private static final Instant NOW = Instant.parse("2027-05-20T09:30:00Z");

    @AutoClose
    private final PageStand stand = new PageStand();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    /** A challenge that who answers as the API can lay out. */
    static String challenge() {
        return Json.write(ALTCHA.challenge(5_000, NOW, new SplittableRandom(7)));
    }

    @Test
    void itsSolutionsAreAccepted() throws Exception {
        page.navigate("/results.html");
        for (int seed = 1; seed <= 20; seed++) {
            var challenge = ALTCHA.challenge(1 + seed * seed * seed, NOW, new SplittableRandom(seed));
            var payload = (String) solve(challenge).get("payload");
            var json = new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
            assertThat(ALTCHA.accepts(Json.read(json, Altcha.Solution.class), NOW))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void thePageLivesWhileItWorks() throws Exception {
        page.navigate("/results.html");
        var salt = "5f3a1c0e9b7d2468ace01357?expires=1810819530&";
        var digest = MessageDigest.getInstance("SHA-256").digest((salt + 1_280_000).getBytes(StandardCharsets.UTF_8));
        var hardest = new Altcha.Challenge("SHA-256", HexFormat.of().formatHex(digest), 1_280_000, salt, "00");

        var work = solve(hardest);

        assertThat((Integer) work.get("ticks")).as("timers that ran meanwhile").isGreaterThan(5);
        assertThat((List<?>) work.get("told"))
                .hasSizeGreaterThan(5)
                .allMatch(share -> ((Number) share).doubleValue() < 1);
    }

    private Map<?, ?> solve(Altcha.Challenge challenge) throws Exception {
        return (Map<?, ?>) page.evaluate("""
            async (challenge) => {
              const { solve } = await import("/proof.js");
              let ticks = 0;
              const told = [];
              const timer = setInterval(() => ticks++, 1);
              const payload = await solve(JSON.parse(challenge), (share) => told.push(share));
              clearInterval(timer);
              return { payload, ticks, told };
            }\
            """, Json.write(challenge));
    }
}
