package kz.uzdik.contest.anomaly;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ballots on one okrug's akim, counted in several ways, none of them crossed with another. Those on paper are in
 * {@code paper} alone.
 *
 * @param candidate id of the dossier, {@code d-<okrug>}
 * @param ballots how many came over the network
 * @param paper how many of those counted by hand hold
 * @param workingHours how many came within the working hours that the definition names
 * @param hours by local hour, {@code 2027-05-20T10}
 * @param channels by channel
 * @param networks by tag of the network
 * @param answers question → answer → ballots
 * @param patterns by all answers of a ballot in the order of the questions, {@code 5-5-4-0-5}
 */
public record OkrugFigures(
        String candidate,
        long ballots,
        long paper,
        long workingHours,
        Breakdown hours,
        Breakdown channels,
        Breakdown networks,
        Map<String, Map<String, Long>> answers,
        Breakdown patterns) {

    public OkrugFigures {
        var copy = new TreeMap<String, Map<String, Long>>();
        answers.forEach(
                (question, byAnswer) -> copy.put(question, Collections.unmodifiableMap(new TreeMap<>(byAnswer))));
        answers = Collections.unmodifiableMap(copy);
    }

    /** Code of the okrug. */
    public String okrug() {
        return candidate.substring(2);
    }

    /** As anyone may see it: no cell below {@code least} ballots, and of an okrug with fewer only how many it has. */
    public OkrugFigures withholding(long least) {
        return ballots < least
                ? new OkrugFigures(
                        candidate,
                        ballots,
                        paper,
                        0,
                        Breakdown.NONE,
                        Breakdown.NONE,
                        Breakdown.NONE,
                        Map.of(),
                        Breakdown.NONE)
                : new OkrugFigures(
                        candidate,
                        ballots,
                        paper,
                        workingHours,
                        hours.withholding(least),
                        channels.withholding(least),
                        networks.withholding(least),
                        answers,
                        patterns.withholding(least));
    }
}
