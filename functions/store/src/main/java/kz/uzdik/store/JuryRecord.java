package kz.uzdik.store;

import java.util.List;
import java.util.Map;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.Opening;
import kz.uzdik.contest.jury.Recusal;

/**
 * All that one commission has filed on one stage.
 *
 * @param revision how many writes there have been; facts read are at least as new
 * @param announced whether the stage is announced, so that nothing more is taken
 * @param openings by candidate, whose sheets the chair has opened
 * @param minutes the sittings, and the salts of the sheets' seals
 */
public record JuryRecord(
        long revision,
        boolean announced,
        List<FiledSheet> sheets,
        List<Recusal> recusals,
        List<Abstention> abstentions,
        List<CastingVote> castingVotes,
        Map<String, Opening> openings,
        Minutes minutes) {
    public JuryRecord {
        sheets = List.copyOf(sheets);
        recusals = List.copyOf(recusals);
        abstentions = List.copyOf(abstentions);
        castingVotes = List.copyOf(castingVotes);
        openings = Map.copyOf(openings);
    }

    /** Whether the commission sees the sheets on {@code candidate}. */
    public boolean isOpen(String candidate) {
        return announced || openings.containsKey(candidate);
    }
}
