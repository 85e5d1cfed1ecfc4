package kz.uzdik.contest.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.Okrug;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.jury.SuggestedRecusal.Ground;
import kz.uzdik.contest.jury.SuggestedRecusal.Judged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestedRecusalTest {

    private static final Instant NOW = Instant.parse("2027-05-01T06:00:00Z");
    private static final Okrug AKTOBE =
            new Okrug("351631000", new Text("Ақтөбе ауылдық округі", "Актюбинский с. о."), null);
    private static final Judged CANDIDATE = new Judged(
            "d-351631000",
            "Ахметов Нұрлан Болатұлы",
            AKTOBE,
            List.of("Абай ауданының әкімдігі", "«Парасат» қоғамдық бірлестігі"));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Ахметов Нұрлан Болатұлы, true",
                "ахметов нурлан болатулы, true",
                "Нұрлан Ахметов, true",
                "Axметoв Hұpлaн, true",
                "Ахметов Нұрлан Серікұлы, false",
                "Ахметов, false",
                "Ахметов Бауыржан Болатұлы, false",
                "Ахметова Нұрлан, false",
            })
    void declaredKinIsKnownByTheFullNameAlone(String relative, boolean suggested) {
        var found =
                SuggestedRecusal.of(interests(null, List.of(), List.of("Иванова Анна", relative)), List.of(CANDIDATE));
        assertThat(found).extracting(SuggestedRecusal::ground).isEqualTo(suggested ? List.of(Ground.KIN) : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "«Парасат» қоғамдық бірлестігі, true",
                "ОО \"ПАРАСАТ\", true",
                "Қоғамдық бірлестік „Парасат“, true",
                "Общественное объединение Парасат, true",
                "АБАЙ  АУДАНЫНЫҢ ӘКІМДІГІ, true",
                "«Абай ауданының әкімдігі» КММ, true",
                "Қоғамдық бірлестігі, false",
                "«Парасат-2» ЖШС, false",
                "Шет ауданының әкімдігі, false",
            })
    void anEmployerIsTheNominatorWhateverQuotesCapitalsAndLegalForm(String employer, boolean suggested) {
        var found = SuggestedRecusal.of(interests(employer, List.of(), List.of()), List.of(CANDIDATE));
        assertThat(found)
                .extracting(SuggestedRecusal::ground)
                .isEqualTo(suggested ? List.of(Ground.EMPLOYER) : List.of());
    }

    @Test
    void namesTwoOrganisationsOneOnlyByTheirNames() {
        var formsAlone = new Judged("d-351631000", "Ахметов Нұрлан", AKTOBE, List.of("ТОО", "!"));
        assertThat(SuggestedRecusal.of(interests("ЖШС", List.of(), List.of()), List.of(formsAlone)))
                .isEmpty();
    }

    @Test
    void anOkrugIsKnownByItsCode() {
        var namesake =
                new Judged("d-351731000", "Серіков Арман", new Okrug("351731000", AKTOBE.name(), null), List.of());
        var found = SuggestedRecusal.of(interests(null, List.of("351631000"), List.of()), List.of(namesake, CANDIDATE));
        assertThat(found)
                .containsExactly(new SuggestedRecusal(
                        "m2",
                        "d-351631000",
                        Ground.OKRUG,
                        new Text(
                                "Комиссия мүшесі үміткердің округін өз округі деп көрсеткен: «Ақтөбе ауылдық округі».",
                                "Член комиссии назвал округ кандидата своим: «Актюбинский с. о.».")));
    }

    @Test
    void eachGroundIsSuggestedAndAnsweredByItself() {
        var found = SuggestedRecusal.of(
                interests("Парасат", List.of("351631000"), List.of("Ахметов Нұрлан")), List.of(CANDIDATE));
        assertThat(found)
                .extracting(SuggestedRecusal::ground)
                .containsExactly(Ground.KIN, Ground.EMPLOYER, Ground.OKRUG);

        var statement = new NoConflict("selection", "m2", "d-351631000", Ground.OKRUG, "көшіп кеткенмін", NOW);
        assertThat(found.stream().filter(one -> !one.isAnswered(List.of(), List.of(statement))))
                .extracting(SuggestedRecusal::ground)
                .containsExactly(Ground.KIN, Ground.EMPLOYER);
        var recusal = new Recusal("selection", "m2", "d-351631000", "туыс", NOW);
        assertThat(found).allMatch(one -> one.isAnswered(List.of(recusal), List.of()));
        var others = List.of(
                new Recusal("selection", "m3", "d-351631000", "туыс", NOW),
                new Recusal("selection", "m2", "d-351731000", "туыс", NOW));
        assertThat(found).noneMatch(one -> one.isAnswered(others, List.of()));
    }

    @Test
    void whatWasDeclaredIsNotPrinted() {
        assertThat(interests("Парасат", List.of("351631000"), List.of("Ахметов Нұрлан")))
                .hasToString("Interests[350000000]");
    }

    private static Interests interests(@Nullable String employer, List<String> okrugs, List<String> relatives) {
        return new Interests("350000000", "m2", employer, okrugs, relatives, NOW);
    }
}
