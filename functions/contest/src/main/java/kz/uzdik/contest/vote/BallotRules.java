package kz.uzdik.contest.vote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kz.uzdik.contest.definition.Survey;

/** What a ballot may say: an answer on the scale to every question of the survey, and to no other (§14(3)). */
public final class BallotRules {

    private BallotRules() {}

    /** What is wrong with {@code answers}: the survey's questions in order, then unknown ones; empty if nothing. */
    public static List<Fault> check(Survey survey, Map<String, Integer> answers) {
        var faults = new ArrayList<Fault>();
        var known = new HashSet<String>();
        for (var question : survey.questions()) {
            known.add(question.id());
            var answer = answers.get(question.id());
            if (answer == null) {
                faults.add(new Fault.Unanswered(question.id()));
            } else if (!survey.scale().allows(answer)) {
                faults.add(new Fault.OffTheScale(question.id(), answer));
            }
        }
        for (var question : new TreeSet<>(answers.keySet())) {
            if (!known.contains(question)) {
                faults.add(new Fault.UnknownQuestion(question));
            }
        }
        return faults;
    }

    /** Whether {@code id} is a ballot's id: 32 lower-case hexadecimal digits, 128 bits made by the client. */
    public static boolean isId(String id) {
        return id.length() == 32 && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** What is wrong with one answer. */
    public sealed interface Fault {

        /** The question as the ballot or the survey names it. */
        String question();

        /** A question of the survey without an answer. */
        record Unanswered(String question) implements Fault {}

        /** An answer that the scale does not have. */
        record OffTheScale(String question, int answer) implements Fault {}

        /** An answer to a question that the survey does not ask. */
        record UnknownQuestion(String question) implements Fault {}
    }
}
