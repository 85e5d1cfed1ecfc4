package kz.uzdik.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.Opening;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.Sitting;

/**
 * All that one commission has filed on one stage.
 *
 * @param revision how many writes there have been; facts read are at least as new
 * @param announced whether the stage is announced, so that nothing more is taken
 * @param sheets every version of every sheet
 * @param noConflicts what members stated to suggested conflicts of interest
 * @param openings by candidate, whose sheets the chair has opened
 * @param paper every version of what the secretary entered from paper
 * @param minutes the sittings, and the salts of the sheets' seals
 */
public record JuryRecord(
        long revision,
        boolean announced,
        List<FiledSheet> sheets,
        List<Recusal> recusals,
        List<Abstention> abstentions,
        List<NoConflict> noConflicts,
        List<CastingVote> castingVotes,
        Map<String, Opening> openings,
        List<PaperSheet> paper,
        Minutes minutes) {
    public JuryRecord {
        sheets = List.copyOf(sheets);
        recusals = List.copyOf(recusals);
        abstentions = List.copyOf(abstentions);
        noConflicts = List.copyOf(noConflicts);
        castingVotes = List.copyOf(castingVotes);
        openings = Map.copyOf(openings);
        paper = List.copyOf(paper);
    }

    static JuryRecord of(long revision, boolean announced, List<Facts.Fact> facts) {
        var sheets = new ArrayList<FiledSheet>();
        var recusals = new ArrayList<Recusal>();
        var abstentions = new ArrayList<Abstention>();
        var noConflicts = new ArrayList<NoConflict>();
        var votes = new ArrayList<CastingVote>();
        var salts = new ArrayList<SheetSalt>();
        var sittings = new ArrayList<Sitting>();
        var paper = new ArrayList<PaperSheet>();
        var openings = new HashMap<String, Opening>();
        for (var fact : facts) {
            switch (fact.sk().substring(0, fact.sk().indexOf('#') + 1)) {
                case JuryKeys.SHEET -> sheets.add(fact.as(FiledSheet.class));
                case JuryKeys.RECUSAL -> recusals.add(fact.as(Recusal.class));
                case JuryKeys.ABSTENTION -> abstentions.add(fact.as(Abstention.class));
                case JuryKeys.NO_CONFLICT -> noConflicts.add(fact.as(NoConflict.class));
                case JuryKeys.CASTING_VOTE -> votes.add(fact.as(CastingVote.class));
                case JuryKeys.SALT -> salts.add(fact.as(SheetSalt.class));
                case JuryKeys.SITTING -> sittings.add(fact.as(Sitting.class));
                case JuryKeys.PAPER -> paper.add(fact.as(PaperSheet.class));
                case JuryKeys.OPENING -> {
                    var opening = fact.as(Opening.class);
                    openings.put(opening.candidate(), opening);
                }
                default -> throw new IllegalStateException("no fact of a commission: " + fact.sk());
            }
        }
        return new JuryRecord(
                revision,
                announced,
                salted(sheets, salts),
                recusals,
                abstentions,
                noConflicts,
                votes,
                openings,
                paper,
                new Minutes(sittings, salts));
    }

    /**
     * Salts are read before sheets, and each is written with its own: a sheet that was filed in between is not in the
     * record yet, as its revision is not.
     */
    private static List<FiledSheet> salted(List<FiledSheet> sheets, List<SheetSalt> salts) {
        var known = salts.stream()
                .map(salt -> List.<Object>of(salt.sheet(), salt.candidate(), salt.member(), salt.version()))
                .collect(Collectors.toUnmodifiableSet());
        return sheets.stream()
                .filter(sheet -> known.contains(
                        List.<Object>of(sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version())))
                .toList();
    }

    /** Whether the commission sees the sheets on {@code candidate}. */
    public boolean isOpen(String candidate) {
        return announced || openings.containsKey(candidate);
    }

    /** The versions of what was entered from paper for the sheet {@code key}, the first one first. */
    public List<PaperSheet> paper(FiledSheet.Key key) {
        return paper.stream().filter(entry -> entry.key().equals(key)).toList();
    }

    /**
     * Sheets entered from paper that nobody has confirmed: the last version of each, unless it was taken back, or its
     * member filed the sheet, stepped back or abstained meanwhile.
     */
    public List<PaperSheet> unconfirmed() {
        var last = new LinkedHashMap<FiledSheet.Key, PaperSheet>();
        paper.forEach(entry -> last.put(entry.key(), entry));
        var filed = sheets.stream().map(FiledSheet::key).collect(Collectors.toUnmodifiableSet());
        return last.values().stream()
                .filter(entry -> !entry.wasTakenBack() && !filed.contains(entry.key()))
                .filter(entry -> recusals.stream()
                        .noneMatch(one -> one.member().equals(entry.member())
                                && one.candidate().equals(entry.candidate())))
                .filter(entry -> abstentions.stream()
                        .noneMatch(one -> one.member().equals(entry.member())
                                && one.candidate().equals(entry.candidate())))
                .toList();
    }
}
