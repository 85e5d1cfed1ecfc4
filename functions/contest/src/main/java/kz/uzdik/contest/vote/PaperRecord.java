package kz.uzdik.contest.vote;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every count of paper ballots of a survey. Of a candidate's versions the last confirmed one holds, and it counts unless
 * an annulment takes the paper ballots.
 *
 * @param entries sorted by candidate and version
 */
public record PaperRecord(List<Entry> entries) {

    /** No paper. */
    public static final PaperRecord NONE = new PaperRecord(List.of());

    public PaperRecord {
        entries = entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.count().candidate())
                        .thenComparingInt(entry -> entry.count().version()))
                .toList();
    }

    /**
     * One version.
     *
     * @param check who confirmed it; null while nobody has
     */
    public record Entry(PaperCount count, @Nullable PaperCheck check) {}

    /** Candidate → the version that holds. */
    public SortedMap<String, PaperCount> holding() {
        var holding = new TreeMap<String, PaperCount>();
        entries.stream()
                .filter(entry -> entry.check() != null)
                .forEach(entry -> holding.put(entry.count().candidate(), entry.count()));
        return Collections.unmodifiableSortedMap(holding);
    }

    /** The paper ballots that count, and those that an annulment takes, as {@code annulments} have it. */
    public SurveyCount count(Annulments annulments) {
        var tally = new SurveyTally(annulments);
        holding().forEach((candidate, paper) -> tally.add(BallotKind.paper(candidate), paper.count()));
        return tally.count();
    }

    /** Candidates whose last version nobody has confirmed. */
    public List<String> unconfirmed() {
        var last = new TreeMap<String, Entry>();
        entries.forEach(entry -> last.put(entry.count().candidate(), entry));
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().check() == null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The versions of {@code candidate}, the first one first. */
    public List<Entry> of(String candidate) {
        return entries.stream()
                .filter(entry -> entry.count().candidate().equals(candidate))
                .toList();
    }

    /** The version {@code number} of {@code candidate}. */
    public Optional<Entry> version(String candidate, int number) {
        return of(candidate).stream()
                .filter(entry -> entry.count().version() == number)
                .findFirst();
    }
}
