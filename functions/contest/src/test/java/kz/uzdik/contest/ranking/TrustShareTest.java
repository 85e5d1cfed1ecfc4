package kz.uzdik.contest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Trust;
import kz.uzdik.contest.vote.AnswerCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrustShareTest {

    private static final Trust.Compared POLL = new Trust.Compared(84, SmallContest.text("poll"));

    @Test
    void itIsOfAllWhoWereAskedOrOfThoseWhoKnow() {
        var facts = facts(Map.of("5", 3L, "4", 2L, "3", 1L, "1", 1L, "0", 3L));
        assertThat(TrustShare.of(survey(new Trust("q2", 4, true, POLL)), facts))
                .contains(new TrustShare("residents", 1, 5, 10, new BigDecimal("50.0"), POLL));
        assertThat(TrustShare.of(survey(new Trust("q2", 4, false, POLL)), facts))
                .contains(new TrustShare("residents", 1, 5, 7, new BigDecimal("71.4"), POLL));
    }

    @Test
    void whereNobodyIsAskedThereIsNone() {
        assertThat(TrustShare.of(survey(null), facts(Map.of("5", 6L)))).isEmpty();
        assertThat(TrustShare.of(survey(new Trust("q2", 4, false, POLL)), facts(Map.of("0", 6L))))
                .isEmpty();
    }

    @Test
    void ofAFewBallotsNothingIsTaken() {
        assertThat(TrustShare.of(survey(new Trust("q2", 4, true, POLL)), facts(Map.of("5", 4L))))
                .isEmpty();
    }

    @Test
    void itsQuestionIsNotRated() {
        assertThat(survey(null).rated()).hasSize(2);
        assertThat(survey(new Trust("q2", 4, true, POLL)).rated())
                .extracting(question -> question.id())
                .containsExactly("q1");
    }

    /** One akim about whom everybody answered 1 to the first question. */
    private static StageFacts facts(Map<String, Long> answers) {
        var ballots = answers.values().stream().mapToLong(Long::longValue).sum();
        var counts = new AnswerCounts(ballots, Map.of("q1", Map.of("1", ballots), "q2", answers));
        var okrug = SmallContest.okrug("110000000", 0, 0);
        var akim = new Participant(
                "d-" + okrug, "Әкім", "110000000", SmallContest.district("110000000", 0), okrug, Map.of());
        return new StageFacts(
                "regional",
                List.of(akim),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("residents", Map.of(akim.candidate(), counts)),
                Map.of(),
                Map.of());
    }

    private static Survey survey(@Nullable Trust trust) {
        var of = SmallContest.DEFINITION.survey("residents").orElseThrow();
        return new Survey(
                of.id(),
                of.title(),
                of.after(),
                of.window(),
                of.identity(),
                of.scale(),
                of.questions(),
                of.minimumGroup(),
                of.personsPerContact(),
                of.formCodesPerHour(),
                of.paper(),
                of.anomalies(),
                trust);
    }
}
