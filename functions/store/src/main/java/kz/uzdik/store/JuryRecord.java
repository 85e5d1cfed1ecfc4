package kz.uzdik.store;

import java.util.List;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Recusal;

/**
 * All that one commission has filed on one stage.
 *
 * @param revision how many writes there have been; facts read are at least as new
 * @param announced whether the stage is announced, so that nothing more is taken
 */
public record JuryRecord(
        long revision,
        boolean announced,
        List<FiledSheet> sheets,
        List<Recusal> recusals,
        List<CastingVote> castingVotes) {
    public JuryRecord {
        sheets = List.copyOf(sheets);
        recusals = List.copyOf(recusals);
        castingVotes = List.copyOf(castingVotes);
    }
}
