package kz.uzdik.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedDefinitionsTest {

    @Test
    void editionOf2020HasTheDatesOfTheMethodology() throws IOException {
        var calendar = definition("best-akim-2020").calendar();
        assertThat(calendar.announced()).isBefore(LocalDateTime.parse("2020-05-31T00:00"));
        assertThat(calendar.intake().closes())
                .isEqualTo(calendar.intake().opens().toLocalDate().plusDays(22).atStartOfDay());
        assertThat(calendar.checkUntil()).isEqualTo(calendar.intake().closes().plusDays(10));
        assertThat(calendar.selectionUntil()).isEqualTo("2020-07-01T00:00:00");
        assertThat(calendar.regionalUntil()).isEqualTo("2020-07-31T00:00:00");
        assertThat(calendar.handoverUntil()).isEqualTo("2020-08-15T18:30:00");
        assertThat(calendar.republicanUntil()).isEqualTo("2020-09-21T00:00:00");
    }

    @Test
    void editionOf2020AsksAboutTheQuarantine() throws IOException {
        var survey = definition("best-akim-2020").survey("satisfaction").orElseThrow();
        assertThat(survey.questions()).hasSize(6);
        assertThat(survey.questions().getLast().text().ru()).contains("карантин");
    }

    @Test
    void editionOf2027AsksInvitedPeopleAboutEthicsBesideTheResidents() throws IOException {
        var definition = definition("best-akim-2027");
        var ethics = definition.survey("ethics").orElseThrow();
        assertThat(ethics.identity()).isEqualTo(new Identity.Invite());
        assertThat(ethics.paper()).isEqualTo(PaperBallots.NONE);
        assertThat(definition.stage("regional").orElseThrow().components())
                .filteredOn(component -> component instanceof Component.OfSurvey of
                        && of.survey().equals("ethics"))
                .singleElement()
                .satisfies(component -> assertThat(((Component.OfSurvey) component).minimumRespondents())
                        .isGreaterThanOrEqualTo(ethics.minimumGroup()));
        assertThat(definition.sheet("interview").orElseThrow().criteria())
                .noneMatch(criterion -> criterion.id().equals("ethics"));
    }

    @Test
    void mapsAreThoseOfTheirYears() throws IOException {
        assertThat(definition("best-akim-2020").oblasts()).hasSize(14);
        assertThat(definition("best-akim-2027").oblasts()).hasSize(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"best-akim-2020", "best-akim-2027"})
    void isTheSameAfterBeingWrittenAndReadAgain(String name) throws IOException {
        var definition = definition(name);
        assertThat(DefinitionReader.read(Json.write(definition))).isEqualTo(definition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"best-akim-2020", "best-akim-2027"})
    void findersFindWhatTheStagesName(String name) throws IOException {
        var definition = definition(name);
        assertThat(definition.nextStage("selection")).isEqualTo(definition.stage("regional"));
        assertThat(definition.nextStage("regional")).isEqualTo(definition.stage("republican"));
        assertThat(definition.nextStage("republican")).isEmpty();
        assertThat(definition.surveysAfter("selection")).containsExactlyElementsOf(definition.surveys());
        assertThat(definition.surveysAfter("regional")).isEmpty();
        assertThat(definition.sheet("defence")).isPresent();
        assertThat(definition.attribute("complaints")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"best-akim-2020", "best-akim-2027"})
    void everyOkrugIsFoundWithItsDistrictAndOblast(String name) throws IOException {
        var definition = definition(name);
        var places = Places.of(definition);
        assertThat(places.okrugs()).hasSizeGreaterThan(700);
        for (var oblast : definition.oblasts()) {
            assertThat(places.oblast(oblast.kato())).contains(oblast);
            for (var district : oblast.districts()) {
                assertThat(district.okrugs()).as(district.name().kk()).hasSizeBetween(4, 6);
                for (var okrug : district.okrugs()) {
                    assertThat(places.okrug(okrug.kato())).contains(okrug);
                    assertThat(places.districtOf(okrug.kato())).contains(district);
                    assertThat(places.oblastOf(okrug.kato())).contains(oblast);
                }
            }
        }
        assertThat(places.okrug("999999000")).isEmpty();
        assertThat(places.districtOf("999999000")).isEmpty();
        assertThat(places.oblastOf("999999000")).isEmpty();
    }

    private static ContestDefinition definition(String name) throws IOException {
        return DefinitionReader.read(Files.readString(Path.of("../../contests/" + name + ".json")));
    }
}
