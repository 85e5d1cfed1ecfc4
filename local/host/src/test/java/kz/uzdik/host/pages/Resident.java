package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** A resident at the pages of an open survey that sends codes, whose stand takes whatever is sent. */
final class Resident implements AutoCloseable {

    static final String CODES = "POST /v1/surveys/satisfaction/codes";
    static final String BALLOTS = "POST /v1/surveys/satisfaction/ballots";
    static final String DISPUTES = "POST /v1/surveys/satisfaction/disputes";
    static final String IIN = "790922300005";

    /** For what comes after a pause. */
    static final LocatorAssertions.HasTextOptions PATIENT = new LocatorAssertions.HasTextOptions().setTimeout(60_000);

    private final PageStand stand = new PageStand();
    private final Phone phone = Phone.at(stand.uri());

    Resident() {
        SurveyPages.open(stand);
        stand.on("GET /v1/surveys/satisfaction/challenge", 200, ProofPageTest.challenge());
        stand.on(CODES, 202, "{\"minutes\":15}");
        stand.on(BALLOTS, 201, "{\"receipt\":\"K7M3P-X9WQ2\"}");
    }

    PageStand stand() {
        return stand;
    }

    Phone phone() {
        return phone;
    }

    void toTheCode() {
        toTheCode("kk");
    }

    void toTheCode(String lang) {
        phone.page().navigate(SurveyPages.ballot(lang));
        fillIn();
        phone.page().locator("#ballot button").click();
        assertThat(phone.page().locator("#code")).isVisible();
    }

    void fillIn() {
        SurveyPages.answerAll(phone.page());
        person();
    }

    void person() {
        phone.page().locator("#iin").fill(IIN);
        phone.page().locator("#contact").fill("asel@uzdik.example");
    }

    void vote() {
        phone.page().locator("#code").fill("K7M3PX9W");
        phone.page().locator("#code-form button.wide").click();
    }

    void answer(String question, String value) {
        input(question, value).check();
    }

    Locator input(String question, String value) {
        return SurveyPages.choice(phone.page(), question, value);
    }

    @Override
    public void close() {
        phone.close();
        stand.close();
    }
}
