package kz.uzdik.json.pack;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.PaperCheck;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.contest.vote.PaperRecord;
import org.jspecify.annotations.Nullable;

/**
 * One version of a count of paper ballots as published: how many there were, and what the signed record's scan hashes to.
 * The answers are those of the version that counts alone, and only from the survey's minimum group on: two versions that
 * differ by one ballot would show what it says.
 *
 * @param version from 1 for each candidate, without gaps; the last confirmed one holds
 * @param counts question → answer → how often; empty but for the version that counts
 * @param scanSha256 64 lower-case hexadecimal digits
 * @param reason why it was entered again; null for the first version
 * @param confirmedAt when a second person confirmed it; null if nobody did
 * @param annulled number of the annulment that takes the version that holds; null of one that counts or does not hold
 */
public record PackPaper(
        String survey,
        String candidate,
        int version,
        long ballots,
        Map<String, Map<String, Long>> counts,
        String scanSha256,
        long scanBytes,
        @Nullable Text reason,
        Instant at,
        @Nullable Instant confirmedAt,
        @Nullable Integer annulled) {

    public PackPaper {
        counts = new AnswerCounts(ballots, counts).counts();
    }

    /** Every version in {@code record} on {@code candidates}. */
    public static List<PackPaper> of(
            Survey survey, PaperRecord record, Annulments annulments, Collection<String> candidates) {
        var holding = record.holding();
        return inOrder(record.entries().stream()
                .filter(entry -> candidates.contains(entry.count().candidate()))
                .map(entry -> of(
                        survey,
                        entry,
                        entry.count().equals(holding.get(entry.count().candidate())),
                        annulments))
                .toList());
    }

    private static PackPaper of(Survey survey, PaperRecord.Entry entry, boolean holds, Annulments annulments) {
        PaperCount count = entry.count();
        PaperCheck check = entry.check();
        var act = annulments.taking(BallotKind.paper(count.candidate()));
        Integer annulled = holds && act.isPresent() ? Integer.valueOf(act.getAsInt()) : null;
        boolean shown = holds && annulled == null && count.count().ballots() >= survey.minimumGroup();
        return new PackPaper(
                count.survey(),
                count.candidate(),
                count.version(),
                count.count().ballots(),
                shown ? count.count().counts() : Map.of(),
                count.scan().sha256(),
                count.scan().bytes(),
                count.reason(),
                count.at(),
                check == null ? null : check.at(),
                annulled);
    }

    /** The versions among {@code versions} that hold: of each survey and candidate the last confirmed. */
    public static List<PackPaper> holding(List<PackPaper> versions) {
        var holding = new HashMap<String, PackPaper>();
        inOrder(versions).stream()
                .filter(version -> version.confirmedAt() != null)
                .forEach(version -> holding.put(version.survey() + " " + version.candidate(), version));
        return inOrder(List.copyOf(holding.values()));
    }

    /** Survey → candidate → the paper ballots that count. */
    public static Map<String, Map<String, AnswerCounts>> counted(List<PackPaper> versions) {
        var counted = new TreeMap<String, Map<String, AnswerCounts>>();
        holding(versions).stream()
                .filter(version -> version.annulled() == null)
                .forEach(version -> counted.computeIfAbsent(version.survey(), survey -> new TreeMap<>())
                        .put(version.candidate(), new AnswerCounts(version.ballots(), version.counts())));
        return Collections.unmodifiableMap(counted);
    }

    static List<PackPaper> inOrder(List<PackPaper> versions) {
        return versions.stream()
                .sorted(Comparator.comparing(PackPaper::survey)
                        .thenComparing(PackPaper::candidate)
                        .thenComparingInt(PackPaper::version))
                .toList();
    }
}
