package kz.uzdik.host.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import kz.uzdik.pages.Akim;
import kz.uzdik.pages.BallotPage;
import kz.uzdik.pages.FrontPage;
import kz.uzdik.pages.ReceiptPage;

/** The residents' pages of a survey about three akims of one district, as publication makes them. */
final class SurveyPages {

    static final ContestDefinition DEFINITION = DefinitionReader.read(read("contests/best-akim-2027.json"));
    static final Survey SURVEY = DEFINITION.surveys().getFirst();
    private static final LocalDateTime OPEN = LocalDateTime.parse("2027-05-20T10:00");
    private static final List<String> NAMES = List.of("Бауыржан Тілеуов", "Гүлнар Әбдіқадырова", "Ерлан Сейітов");

    private SurveyPages() {}

    /** The akims.. */
    static List<Akim> akims() {
        var oblast = DEFINITION.oblasts().getFirst();
        var district = oblast.districts().getFirst();
        return java.util.stream.IntStream.range(0, NAMES.size())
                .mapToObj(i -> {
                    var okrug = district.okrugs().get(i);
                    return new Akim(
                            "d-" + okrug.kato(),
                            "0123456789abcdef",
                            NAMES.get(i),
                            okrug.kato(),
                            okrug.name(),
                            district.kato(),
                            district.name(),
                            oblast.kato(),
                            oblast.name());
                })
                .toList();
    }

    /** Puts the pages of a survey that is open on {@code stand}. */
    static void open(PageStand stand) {
        open(stand, "{\"kind\": \"code\", \"roll\": false}");
    }

    /** The same for a survey whose residents show who they are by {@code identity}, as a definition has it. */
    static void open(PageStand stand, String identity) {
        var definition = DefinitionReader.read(read("contests/best-akim-2027.json")
                .replace("\"identity\": {\"kind\": \"code\", \"roll\": false}", "\"identity\": " + identity));
        var survey = definition.surveys().getFirst();
        var listing = new FrontPage.Listing(survey, akims());
        for (var language : List.of("kk", "ru")) {
            var front = new FrontPage(definition, language);
            stand.page(path(FrontPage.key(language)), front.page(List.of(listing), OPEN));
            stand.page(path(FrontPage.key(survey, "100000000", language)), front.oblast(listing, "100000000"));
            for (var akim : akims()) {
                stand.page(
                        path(BallotPage.key(survey, akim.okrug(), language)),
                        new BallotPage(definition, survey, language).published(akim));
            }
            stand.page(ReceiptPage.path(language), new ReceiptPage(DEFINITION, language).page(17));
        }
        stand.on("GET /data/candidates-satisfaction.json", 200, Json.write(java.util.Map.of("candidates", akims())));
    }

    /** Puts the front pages as they are at {@code now}, with or without akims. */
    static void front(PageStand stand, List<Akim> akims, LocalDateTime now) {
        for (var language : List.of("kk", "ru")) {
            stand.page(
                    path(FrontPage.key(language)),
                    new FrontPage(DEFINITION, language).page(List.of(new FrontPage.Listing(SURVEY, akims)), now));
        }
    }

    /** Path of the third akim's page. */
    static String ballot(String language) {
        return path(BallotPage.key(SURVEY, akims().getLast().okrug(), language));
    }

    /** Answers every question with 4. */
    static void answerAll(Page page) {
        for (var question : SURVEY.questions()) {
            choice(page, question.id(), "4").check();
        }
    }

    static Locator choice(Page page, String question, String value) {
        return page.locator("input[name='answer." + question + "'][value='" + value + "']");
    }

    private static String path(String key) {
        return key.equals("index.html") ? "/" : "/" + key;
    }

    static String read(String file) {
        try {
            return java.nio.file.Files.readString(ProjectFolder.root().resolve(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
