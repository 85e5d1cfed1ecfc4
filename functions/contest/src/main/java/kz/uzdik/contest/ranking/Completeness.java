package kz.uzdik.contest.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Rating.Missing;

/** What a scope's commission still owes: a quorum of members who judge, and every sheet of each of them (§3, §4). */
final class Completeness {
    private final List<String> stageSheets;
    private final Commissions.Rules rules;
    private final SheetIndex sheets;

    Completeness(Stage stage, Commissions commissions, SheetIndex sheets) {
        this.sheets = sheets;
        rules = commissions.of(stage.scope());
        stageSheets = stage.components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .map(component -> ((Component.OfSheet) component).sheet())
                .distinct()
                .toList();
    }

    /**
     * What is missing for {@code candidates}, in a fixed order.
     *
     * @param candidates sorted
     * @param members ids of the commission's members; empty where none is recorded
     */
    List<Missing> missing(List<String> candidates, Set<String> members) {
        if (stageSheets.isEmpty() || candidates.isEmpty()) {
            return List.of();
        }
        if (members.isEmpty()) {
            return List.of(new Missing.NoCommission());
        }
        var absent = new ArrayList<String>();
        var sitting = new ArrayList<String>();
        for (var member : new TreeSet<>(members)) {
            (hasBegun(member, candidates) ? sitting : absent).add(member);
        }
        var missing = new ArrayList<Missing>();
        if (sitting.size() < rules.quorum()) {
            missing.add(new Missing.Quorum(sitting.size(), rules.quorum(), absent));
        }
        for (var candidate : candidates) {
            missing.addAll(of(candidate, sitting));
        }
        return missing;
    }

    private List<Missing> of(String candidate, List<String> sitting) {
        var judges = sitting.stream()
                .filter(member -> !sheets.recused(candidate, member)
                        && !sheets.abstained(candidate).contains(member))
                .toList();
        if (judges.isEmpty() && !sitting.isEmpty()) {
            return List.of(new Missing.NobodyToJudge(candidate));
        }
        var missing = new ArrayList<Missing>();
        for (var sheet : stageSheets) {
            var filed = sheets.filed(candidate, sheet).keySet();
            for (var member : judges) {
                if (!filed.contains(member)) {
                    missing.add(new Missing.SheetNotFiled(member, sheet, candidate));
                }
            }
        }
        return missing;
    }

    private boolean hasBegun(String member, List<String> candidates) {
        return candidates.stream()
                .anyMatch(candidate -> !sheets.recused(candidate, member)
                        && (sheets.abstained(candidate).contains(member)
                                || stageSheets.stream()
                                        .anyMatch(sheet ->
                                                sheets.filed(candidate, sheet).containsKey(member))));
    }
}
