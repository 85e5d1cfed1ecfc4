package kz.uzdik.store;

import java.util.List;
import java.util.Map;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.Opening;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.SheetSalt;

/**
 * All that one commission has filed on one stage.
 *
 * @param revision how many writes there have been; facts read are at least as new
 * @param announced whether the stage is announced, so that nothing more is taken
 * @param salts of the sheets' seals
 * @param openings by candidate, whose sheets the chair has opened
 * @param minutes the sittings
 */
public record JuryRecord(
        long revision,
        boolean announced,
        List<FiledSheet> sheets,
        List<Recusal> recusals,
        List<CastingVote> castingVotes,
        List<SheetSalt> salts,
        Map<String, Opening> openings,
        Minutes minutes) {
    public JuryRecord {
        sheets = List.copyOf(sheets);
        recusals = List.copyOf(recusals);
        castingVotes = List.copyOf(castingVotes);
        salts = List.copyOf(salts);
        openings = Map.copyOf(openings);
    }

    /** Whether the commission sees the sheets on {@code candidate}. */
    public boolean isOpen(String candidate) {
        return announced || openings.containsKey(candidate);
    }
}
