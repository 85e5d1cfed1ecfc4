package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.vote.AnswerCounts;

/**
 * Everything recorded that the rating of one stage depends on; the order of the lists means nothing.
 *
 * @param tallies survey → candidate → counted ballots
 * @param earlier stage → candidate → total as announced
 */
public record StageFacts(
        String stage,
        List<Participant> participants,
        List<Commission> commissions,
        List<FiledSheet> sheets,
        List<Recusal> recusals,
        List<CastingVote> castingVotes,
        Map<String, Map<String, AnswerCounts>> tallies,
        Map<String, Map<String, BigDecimal>> earlier) {}
