package kz.uzdik.host.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The page of published results. */
class PublishedResultsPageTest {

    @AutoClose
    private final PageStand stand = new PageStand().contest();

    @AutoClose
    private final Phone phone = Phone.at(stand.uri());

    private final Page page = phone.page();

    @Test
    void resultsExplainEveryPlace() {
        stand.on("GET /data/results-selection.json", 200, """
            {"stage":"selection","title":{"kk":"Іріктеу","ru":"Отбор"},"announcedAt":"2027-05-14T05:00:00Z",\
            "definitionVersion":1,"ratingSha256":"00","evidence":"/evidence/evidence-selection.zip","protocol":{\
            "kk":"/protocols/selection-kk.html","ru":"/protocols/selection-ru.html"},"protocolPdf":{\
            "kk":"/protocols/selection-kk.pdf","ru":"/protocols/selection-ru.pdf"},"scopes":[{"scope":"100000000",\
            "name":{"kk":"Абай облысы","ru":"область Абай"},"standings":[{"rank":1,"candidate":"d-101051000","name":\
            "Бауыржан Тілеуов","okrug":{"kk":"Тұщыкөл ауылдық округі","ru":"сельский округ Тущыколь"},"district":{"kk":\
            "Жаңасемей ауданы","ru":"Жанасемейский район"},"total":81.25,"components":[{"component":"questionnaire",\
            "title":{"kk":"С","ru":"А"},"points":82.5,"weight":0.5,"counted":9},{"component":"residents",\
            "title":{"kk":"Т","ru":"Ж"},"points":70,"weight":0.2,"counted":21,"channels":{"electronic":12,"paper":9}}],\
            "outcome":{"kind":"chosen"},"verdict":{\
            "kk":"Өтті","ru":"Проходит"},"nominations":[],"explanation":{"kk":"Екі парақтың орташасы.","ru":"Среднее."}\
            }]}]}\
            """);
        page.navigate("/results.html");
        page.locator("summary").first().click();
        assertThat(page.locator("main")).containsText("Екі парақтың орташасы.");
        assertThat(page.locator("main")).containsText("электронды — 12, қағазда — 9");
        phone.look("results-1-selection");
        phone.button("Өңірлік кезең").click();
        assertThat(page.locator("main")).containsText("әлі жарияланған жоқ");
        phone.look("results-2-not-yet");
    }
}
