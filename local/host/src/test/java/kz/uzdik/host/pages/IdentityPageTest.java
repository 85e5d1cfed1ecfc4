package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.files.Published;
import kz.uzdik.host.Host;
import kz.uzdik.host.HostOptions;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.pages.Akim;
import kz.uzdik.pages.BallotPage;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The residents' page of surveys that ask for a token instead of a code, against a working host. */
class IdentityPageTest {

    private static final String CANDIDATE = "d-101053000";
    private static final LocatorAssertions.ContainsTextOptions PATIENT =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @TempDir
    private Path folder;

    @Test
    void residentsSignInAtTheProviderComeBackVoteOnceAndDispute() throws IOException {
        try (var host = host("{\"kind\": \"oidc\", \"claim\": \"iin\", \"roll\": false}")) {
            publish(host);
            signInAndVote(host, "kk", "790922", "Дауысыңыз қабылданды");
            signInAndVote(host, "ru", "880314", "Ваш голос принят");
            signInAndDispute(host, "kk", "790922", "Осы ЖСН бойынша дауыс берілген", "Дауыңыз тіркелді");
            signInAndDispute(host, "ru", "880314", "По этому ИИН голос уже отдан", "Ваш спор записан");
            withoutScriptsItSaysSo(host, "kk", "JavaScript қажет");
            withoutScriptsItSaysSo(host, "ru", "нужен JavaScript");
        }
    }

    @Test
    void whoIsInvitedVotesByALinkThatNoServerSeesOrByTyping() throws IOException {
        try (var host = host("{\"kind\": \"invite\"}")) {
            var key = publish(host);
            var tokens = new Invites(key).tokens(survey(host).id(), CANDIDATE, 4);
            voteByLink(host, "kk", tokens.get(0), "Дауысыңыз қабылданды");
            voteByLink(host, "ru", tokens.get(1), "Ваш голос принят");
            voteByForm(host, "kk", tokens.get(2), "Дауысыңыз қабылданды");
            voteByForm(host, "ru", tokens.get(3), "Ваш голос принят");
        }
    }

    private static void signInAndVote(Host host, String language, String person, String done) {
        try (var phone = Phone.at(URI.create(host.address()))) {
            var page = phone.page();
            toTheProof(host, page, language, "");
            phone.look("oidc-1-sign-in-" + language);
            signIn(page, person);
            assertThat(page.locator("h1")).containsText(done, PATIENT);
            assertThat(page.locator("#receipt").textContent()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
            assertThat(page.url()).doesNotContain("?");
            assertThat(phone.kept()).doesNotContain(person, "answers", "token", "verifier");
            phone.look("oidc-2-receipt-" + language);
        }
    }

    private static void signInAndDispute(Host host, String language, String person, String taken, String done) {
        try (var phone = Phone.at(URI.create(host.address()))) {
            var page = phone.page();
            toTheProof(host, page, language, "");
            signIn(page, person);
            assertThat(page.locator("#trouble")).containsText(taken, PATIENT);
            phone.look("oidc-3-taken-" + language);
            page.locator("#dispute button").click();
            assertThat(page.locator("h1")).containsText(done, PATIENT);
            assertThat(page.locator("#receipt").textContent()).matches("[0-9A-Z]{5}-[0-9A-Z]{5}");
            phone.look("oidc-4-disputed-" + language);
        }
    }

    private static void signIn(Page page, String person) {
        page.locator("#code-form button.wide").click();
        page.locator("form button", new Page.LocatorOptions().setHasText("Житель " + person))
                .click();
    }

    private static void withoutScriptsItSaysSo(Host host, String language, String says) {
        try (var phone = Phone.withoutScripts(URI.create(host.address()))) {
            phone.page().navigate(path(language));
            assertThat(phone.page().locator("noscript .note")).isVisible();
            assertThat(phone.page().locator("noscript .note")).containsText(says);
            assertThat(phone.page().locator("#ballot")).isHidden();
            phone.look("oidc-5-plain-" + language);
        }
    }

    private static void voteByLink(Host host, String language, String token, String done) {
        try (var phone = Phone.at(URI.create(host.address()))) {
            var page = phone.page();
            toTheProof(host, page, language, "#" + token);
            assertThat(page.url()).doesNotContain(token);
            assertThat(page.locator("#token")).hasValue(token);
            assertThat((Boolean) page.locator("#token").evaluate("input => input.scrollWidth <= input.clientWidth"))
                    .as("the whole token can be seen")
                    .isTrue();
            phone.look("invite-1-token-" + language);
            page.locator("#token").fill("AAAA-AAAA-AAAA-AAAA");
            page.locator("#code-form button.wide").click();
            assertThat(page.locator("#trouble .note.bad")).isVisible();
            page.locator("#token").fill(token);
            page.locator("#code-form button.wide").click();
            assertThat(page.locator("h1")).containsText(done, PATIENT);
            phone.look("invite-2-receipt-" + language);
            assertThat(phone.kept()).doesNotContain(token, token.replace("-", ""), "answers");
        }
    }

    private static void voteByForm(Host host, String language, String token, String done) {
        try (var phone = Phone.withoutScripts(URI.create(host.address()))) {
            var page = phone.page();
            toTheProof(host, page, language, "");
            phone.look("invite-3-plain-token-" + language);
            page.locator("#token").fill(token);
            page.locator("#code-form button").click();
            assertThat(page.locator("h1")).containsText(done);
            assertThat(page.url()).doesNotContain(token);
            var receipt = page.locator("#receipt").textContent();
            page.reload();
            assertThat(page.locator("#receipt")).hasText(receipt);
            phone.look("invite-4-plain-receipt-" + language);
        }
    }

    private static void toTheProof(Host host, Page page, String language, String fragment) {
        page.navigate(path(language) + fragment);
        survey(host)
                .questions()
                .forEach(question -> page.locator("input[name='answer." + question.id() + "'][value='4']")
                        .check());
        page.locator("#ballot button").click();
        assertThat(page.locator("#code-form")).isVisible();
    }

    private static String path(String language) {
        return "/vote/satisfaction/101053000-" + language + ".html";
    }

    private static Survey survey(Host host) {
        return host.definition().surveys().getFirst();
    }

    private Host host(String identity) throws IOException {
        var root = ProjectFolder.root();
        var text = Files.readString(root.resolve("contests/best-akim-2027.json"))
                .replace("\"identity\": {\"kind\": \"code\", \"roll\": false}", "\"identity\": " + identity);
        var contest = Files.writeString(folder.resolve("contest.json"), text);
        var opens = DefinitionReader.read(text).surveys().getFirst().window().opens();
        return Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, null, contest, opens.plusHours(1)));
    }

    /** Puts the candidate's page where publication puts it; gives the contest's key. */
    private static KeyedHash publish(Host host) {
        var environment = new HashMap<>(host.engines().environment());
        var wiring = new Wiring(environment, host.clock(), new SecureRandom());
        var key = ContestKey.read(wiring);
        var akim = Akim.of(host.definition(), CANDIDATE, key.ticket(survey(host).id(), CANDIDATE));
        for (var language : List.of("kk", "ru")) {
            Published.of(wiring)
                    .put(
                            BallotPage.key(survey(host), akim.okrug(), language),
                            new BallotPage(host.definition(), survey(host), language)
                                    .published(akim)
                                    .getBytes(StandardCharsets.UTF_8),
                            "text/html; charset=utf-8",
                            Published.MINUTE);
        }
        return key;
    }
}
