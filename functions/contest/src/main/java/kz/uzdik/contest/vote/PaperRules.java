package kz.uzdik.contest.vote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Question;
import kz.uzdik.contest.definition.Survey;
import org.jspecify.annotations.Nullable;

/** What a count of paper ballots may say: answers on the scale, to no question more of them than there are ballots. */
public final class PaperRules {

    /** More ballots than this on one candidate are a slip of the pen: no okrug has as many residents. */
    public static final long MOST_BALLOTS = 100_000;

    private PaperRules() {}

    /** What is wrong, in the order given; empty if nothing. */
    public static List<Fault> check(
            Survey survey,
            long ballots,
            Map<String, ? extends @Nullable Map<String, ? extends @Nullable Long>> counts) {
        var faults = new ArrayList<Fault>();
        if (ballots < 0 || ballots > MOST_BALLOTS) {
            faults.add(new Fault.Ballots());
            return faults;
        }
        var questions = new HashSet<String>();
        survey.questions().stream().map(Question::id).forEach(questions::add);
        counts.forEach((question, byAnswer) -> {
            if (byAnswer == null || !questions.contains(question)) {
                faults.add(new Fault.UnknownQuestion(question));
            } else {
                answers(survey, ballots, question, byAnswer, faults);
            }
        });
        return faults;
    }

    private static void answers(
            Survey survey,
            long ballots,
            String question,
            Map<String, ? extends @Nullable Long> byAnswer,
            List<Fault> faults) {
        long sum = 0;
        for (var answer : byAnswer.entrySet()) {
            var times = answer.getValue();
            if (times == null || times < 0 || times > ballots || !isOnScale(survey, answer.getKey())) {
                faults.add(new Fault.Answer(question, answer.getKey()));
            } else {
                sum += times;
            }
        }
        if (sum > ballots) {
            faults.add(new Fault.TooMany(question, sum));
        }
    }

    private static boolean isOnScale(Survey survey, String answer) {
        return answer.matches("0|[1-9][0-9]{0,2}") && survey.scale().allows(Integer.parseInt(answer));
    }

    /** One thing that is wrong. */
    public sealed interface Fault {

        /** The number of ballots is below 0 or above {@link #MOST_BALLOTS}. */
        record Ballots() implements Fault {}

        /** The survey does not ask it. */
        record UnknownQuestion(String question) implements Fault {}

        /** The answer is off the scale, or its number is none. */
        record Answer(String question, String answer) implements Fault {}

        /** More answers than ballots. */
        record TooMany(String question, long answers) implements Fault {}
    }
}
