package kz.uzdik.store;

import static kz.uzdik.store.Tables.s;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotRules;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A ballot as an item of the table {@code Ballots}. */
public final class BallotItem {

    private BallotItem() {}

    /** {@code ballot} as an item. */
    static Map<String, AttributeValue> write(Ballot ballot) {
        return Map.of(
                "id", s(ballot.id()),
                "survey", s(ballot.survey()),
                "candidate", s(ballot.candidate()),
                "answers", answers(ballot),
                "hour", s(ballot.hour()),
                "channel", s(ballot.channel()),
                "network", s(ballot.network()));
    }

    /** {@code item} as a ballot. Throws {@link IllegalArgumentException} naming what keeps it from being one. */
    public static Ballot read(Map<String, AttributeValue> item) {
        var id = text(item, "id");
        if (!BallotRules.isId(id)) {
            throw new IllegalArgumentException("a ballot's id is not 32 hexadecimal digits");
        }
        return new Ballot(
                id,
                text(item, "survey"),
                text(item, "candidate"),
                answers(item),
                text(item, "hour"),
                text(item, "channel"),
                text(item, "network"));
    }

    static AttributeValue answers(Ballot ballot) {
        var answers = new HashMap<String, AttributeValue>();
        ballot.answers().forEach((question, answer) -> answers.put(question, Tables.n(answer)));
        return AttributeValue.fromM(answers);
    }

    private static Map<String, Integer> answers(Map<String, AttributeValue> item) {
        var value = item.get("answers");
        if (value == null || !value.hasM()) {
            throw new IllegalArgumentException("a ballot without answers");
        }
        var answers = new TreeMap<String, Integer>();
        value.m().forEach((question, answer) -> answers.put(question, number(answer)));
        return answers;
    }

    private static int number(AttributeValue answer) {
        if (answer.n() == null || !answer.n().matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("an answer that is no whole number");
        }
        return Integer.parseInt(answer.n());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null || value.s() == null || value.s().isEmpty()) {
            throw new IllegalArgumentException("a ballot without " + name);
        }
        return value.s();
    }
}
