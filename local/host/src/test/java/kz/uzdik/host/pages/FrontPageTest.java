package kz.uzdik.host.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.pages.FrontPage;
import org.junit.jupiter.api.Test;

/** A survey is named on the front page only where residents find more than one there. */
class FrontPageTest {

    private static final LocalDateTime OPEN = LocalDateTime.parse("2027-05-20T10:00");

    @Test
    void oneSurveyNeedsNoNameThoughTheContestHasAnotherForInvitedPeople() throws IOException {
        var definition = definition();
        var listings = definition.surveys().stream()
                .map(survey -> new FrontPage.Listing(survey, SurveyPages.akims()))
                .toList();
        var front = new FrontPage(definition, "ru");
        assertThat(listings).hasSize(2);
        assertThat(front.page(List.of(listings.getFirst()), OPEN))
                .doesNotContain(definition.surveys().get(0).title().ru());
        assertThat(front.page(listings, OPEN))
                .contains(
                        "<h2>" + definition.surveys().get(0).title().ru() + "</h2>",
                        "<h2>" + definition.surveys().get(1).title().ru() + "</h2>");
    }

    private static ContestDefinition definition() throws IOException {
        return DefinitionReader.read(Files.readString(ProjectFolder.root().resolve("contests/best-akim-2027.json")));
    }
}
