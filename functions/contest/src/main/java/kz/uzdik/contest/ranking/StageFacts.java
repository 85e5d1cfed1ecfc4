package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Tally;

/**
 * Everything recorded that the rating of one stage depends on; the order of the lists means nothing.
 *
 * @param sheets every version of every sheet; the last one holds
 * @param tallies survey → candidate → counted ballots
 * @param paper survey → candidate → paper ballots that were counted by hand and hold
 * @param earlier stage → candidate → total as announced
 */
public record StageFacts(
        String stage,
        List<Participant> participants,
        List<Commission> commissions,
        List<FiledSheet> sheets,
        List<Recusal> recusals,
        List<Abstention> abstentions,
        List<CastingVote> castingVotes,
        Map<String, Map<String, AnswerCounts>> tallies,
        Map<String, Map<String, AnswerCounts>> paper,
        Map<String, Map<String, BigDecimal>> earlier) {
    /**
     * Ballots of one candidate by the channel they came through.
     *
     * @param electronic sent over the network
     * @param paper counted by hand
     */
    public record Channels(long electronic, long paper) {}

    private static final Comparator<Recusal> RECUSALS = Comparator.comparing(Recusal::stage)
            .thenComparing(Recusal::candidate)
            .thenComparing(Recusal::member);
    private static final Comparator<Abstention> ABSTENTIONS = Comparator.comparing(Abstention::stage)
            .thenComparing(Abstention::candidate)
            .thenComparing(Abstention::member);
    private static final Comparator<CastingVote> CASTING_VOTES = Comparator.comparing(CastingVote::stage)
            .thenComparing(CastingVote::scope)
            .thenComparing(CastingVote::at)
            .thenComparing(CastingVote::by)
            .thenComparing(vote -> String.join(" ", vote.order()));

    public StageFacts {
        participants = List.copyOf(participants);
        commissions = List.copyOf(commissions);
        sheets = List.copyOf(sheets);
        recusals = List.copyOf(recusals);
        abstentions = List.copyOf(abstentions);
        castingVotes = List.copyOf(castingVotes);
        tallies = sorted(tallies, StageFacts::sorted);
        paper = sorted(paper, StageFacts::sorted);
        earlier = sorted(earlier, StageFacts::sorted);
    }

    /** The same facts with every list in its one canonical order: equal facts become equal values. */
    public StageFacts canonical() {
        return new StageFacts(
                stage,
                inOrder(participants, Comparator.comparing(Participant::candidate)),
                commissions.stream()
                        .map(commission -> new Commission(
                                commission.scope(),
                                inOrder(commission.members(), Comparator.comparing(Commission.Member::id))))
                        .sorted(Comparator.comparing(Commission::scope))
                        .toList(),
                FiledSheet.inOrder(sheets),
                inOrder(recusals, RECUSALS),
                inOrder(abstentions, ABSTENTIONS),
                inOrder(castingVotes, CASTING_VOTES),
                tallies,
                paper,
                earlier);
    }

    /** The sheets that hold, in order: what is rated. */
    public List<FiledSheet> holdingSheets() {
        return FiledSheet.holding(sheets);
    }

    /**
     * What is heard of {@code candidate} in {@code survey}: the residents' ballots, and with them those on paper where
     * the definition counts them. Either stands by itself unless both are of the survey's minimum group: points made
     * of few ballots and of known ones would give the few away.
     */
    public AnswerCounts heard(Survey survey, String candidate) {
        var ballots = of(tallies, survey, candidate);
        if (survey.paper() != PaperBallots.COUNTED) {
            return ballots;
        }
        var onPaper = of(paper, survey, candidate);
        if (onPaper.ballots() < survey.minimumGroup()) {
            return ballots;
        }
        return ballots.ballots() < survey.minimumGroup() ? onPaper : Tally.merge(ballots, onPaper);
    }

    /** How many ballots on {@code candidate} hold in {@code survey}, channel by channel, whether or not they are heard. */
    public Channels channels(Survey survey, String candidate) {
        return new Channels(
                of(tallies, survey, candidate).ballots(),
                of(paper, survey, candidate).ballots());
    }

    private static AnswerCounts of(Map<String, Map<String, AnswerCounts>> counts, Survey survey, String candidate) {
        return counts.getOrDefault(survey.id(), Map.of()).getOrDefault(candidate, AnswerCounts.NONE);
    }

    private static <T> List<T> inOrder(List<T> list, Comparator<T> order) {
        return list.stream().sorted(order).toList();
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return sorted(map, value -> value);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map, UnaryOperator<V> each) {
        var copy = new TreeMap<String, V>();
        map.forEach((key, value) -> copy.put(key, each.apply(value)));
        return Collections.unmodifiableMap(copy);
    }
}
