package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Question;
import kz.uzdik.contest.definition.Scale;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.definition.Window;
import kz.uzdik.contest.vote.BallotRules.Fault;
import org.junit.jupiter.api.Test;

class BallotRulesTest {

    private static final Text TEXT = new Text("мәтін", "текст");

    @Test
    void everyQuestionIsAnsweredOnTheScale() {
        assertThat(BallotRules.check(survey(true), Map.of("q1", 1, "q2", 5))).isEmpty();
        assertThat(BallotRules.check(survey(true), Map.of("q1", 0, "q2", 0))).isEmpty();
    }

    @Test
    void everyFaultIsNamed() {
        assertThat(BallotRules.check(survey(false), Map.of("q2", 0, "q9", 3)))
                .containsExactly(
                        new Fault.Unanswered("q1"), new Fault.OffTheScale("q2", 0), new Fault.UnknownQuestion("q9"));
        assertThat(BallotRules.check(survey(true), Map.of("q1", 6, "q2", -1)))
                .containsExactly(new Fault.OffTheScale("q1", 6), new Fault.OffTheScale("q2", -1));
    }

    @Test
    void anIdIsThirtyTwoLowerCaseHexadecimalDigits() {
        assertThat(BallotRules.isId("0123456789abcdef0123456789abcdef")).isTrue();
        assertThat(BallotRules.isId("0123456789ABCDEF0123456789ABCDEF")).isFalse();
        assertThat(BallotRules.isId("0123456789abcdef")).isFalse();
        assertThat(BallotRules.isId("")).isFalse();
    }

    private static Survey survey(boolean dontKnow) {
        return new Survey(
                "satisfaction",
                TEXT,
                "selection",
                new Window(LocalDateTime.of(2027, 3, 1, 9, 0), LocalDateTime.of(2027, 3, 15, 18, 0)),
                new Identity.Code(false),
                new Scale(1, 5, dontKnow),
                List.of(new Question("q1", TEXT), new Question("q2", TEXT)),
                5,
                4,
                60,
                PaperBallots.NONE,
                null,
                null);
    }
}
