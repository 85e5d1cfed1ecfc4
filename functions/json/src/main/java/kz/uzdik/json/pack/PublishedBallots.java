package kz.uzdik.json.pack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.json.Json;

/**
 * What is published of a survey's ballots: the answers, and apart from them the receipts. Sorting both is the
 * shuffle: neither list tells anything of the order in which ballots came, or which receipt belongs to which answers.
 * Holds equal answers once with their number, so a million ballots take little memory.
 */
public final class PublishedBallots {
    private final Survey survey;
    private final Map<String, Group> groups = new TreeMap<>();

    /** Starts with no ballots. */
    public PublishedBallots(Survey survey) {
        this.survey = survey;
    }

    /** Id of the survey. */
    public String survey() {
        return survey.id();
    }

    /** Adds a ballot, in any order. */
    public void add(Ballot ballot) {
        var group = groups.computeIfAbsent(ballot.candidate(), key -> new Group());
        group.ballots++;
        group.answers.merge(Json.write(new AnswerLine(ballot.candidate(), ballot.answers())), 1, Integer::sum);
        group.receipts.merge(Receipt.of(ballot.id()), 1, Integer::sum);
    }

    /** How many ballots {@code candidate} has. */
    public long ballots(String candidate) {
        var group = groups.get(candidate);
        return group == null ? 0 : group.ballots;
    }

    /** Writes one {@link AnswerLine} per ballot, sorted; leaves out candidates below the survey's minimum group. */
    void writeAnswers(Writer out) throws IOException {
        var buffered = new BufferedWriter(out);
        for (var group : groups.values()) {
            if (group.ballots >= survey.minimumGroup()) {
                for (var answer : group.answers.entrySet()) {
                    writeLine(buffered, answer.getKey(), answer.getValue());
                }
            }
        }
        buffered.flush();
    }

    /** Writes one line {@code candidate receipt} per ballot, sorted. */
    void writeReceipts(Writer out) throws IOException {
        var buffered = new BufferedWriter(out);
        for (var group : groups.entrySet()) {
            for (var receipt : group.getValue().receipts.entrySet()) {
                writeLine(buffered, group.getKey() + " " + receipt.getKey(), receipt.getValue());
            }
        }
        buffered.flush();
    }

    private static void writeLine(Writer out, String line, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(line);
            out.write('\n');
        }
    }

    private static final class Group {
        private final Map<String, Integer> answers = new TreeMap<>();
        private final Map<String, Integer> receipts = new TreeMap<>();
        private long ballots;
    }
}
