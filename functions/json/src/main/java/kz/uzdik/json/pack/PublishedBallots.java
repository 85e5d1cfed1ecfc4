package kz.uzdik.json.pack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.json.Json;

/**
 * What is published of a survey's ballots: the answers, and apart from them the receipts. Sorting both is the
 * shuffle: neither list tells anything of the order in which ballots came, or which receipt belongs to which answers.
 * Holds equal answers once with their number, so a million ballots take little memory.
 */
public final class PublishedBallots {
    /** In place of an annulment's number, which begins at 1. */
    private static final int COUNTED = 0;

    private final Survey survey;
    private final Annulments annulments;
    private final Map<String, Group> groups = new TreeMap<>();

    /** Starts with no ballots. */
    public PublishedBallots(Survey survey, Annulments annulments) {
        this.survey = survey;
        this.annulments = annulments;
    }

    /** Id of the survey. */
    public String survey() {
        return survey.id();
    }

    /** Adds a ballot, in any order. */
    public void add(Ballot ballot) {
        var group = groups.computeIfAbsent(ballot.candidate(), key -> new Group());
        var act = annulments.taking(BallotKind.of(ballot));
        Integer annulled = act.isPresent() ? Integer.valueOf(act.getAsInt()) : null;
        group.answers
                .computeIfAbsent(act.orElse(COUNTED), key -> new TreeMap<>())
                .merge(Json.write(new AnswerLine(ballot.candidate(), ballot.answers(), annulled)), 1, Integer::sum);
        group.receipts.merge(Receipt.of(ballot.id()), 1, Integer::sum);
    }

    /**
     * Writes one {@link AnswerLine} per ballot, sorted. Of a candidate, those that count and those that one annulment
     * took are each left out where they are fewer than the survey's minimum group.
     */
    void writeAnswers(Writer out) throws IOException {
        var buffered = new BufferedWriter(out);
        for (var group : groups.values()) {
            var shown = new TreeMap<String, Integer>();
            for (var part : group.answers.values()) {
                if (part.values().stream().mapToLong(Integer::longValue).sum() >= survey.minimumGroup()) {
                    shown.putAll(part);
                }
            }
            for (var answer : shown.entrySet()) {
                writeLine(buffered, answer.getKey(), answer.getValue());
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
        /** Number of the annulment, or {@link #COUNTED} → line → how often. */
        private final Map<Integer, Map<String, Integer>> answers = new TreeMap<>();

        private final Map<String, Integer> receipts = new TreeMap<>();
    }
}
