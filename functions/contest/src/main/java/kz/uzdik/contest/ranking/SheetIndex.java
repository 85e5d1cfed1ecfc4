package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kz.uzdik.contest.jury.FiledSheet;

/** The stage's sheets, recusals and abstentions, read once: candidate → sheet → member → total points. */
final class SheetIndex {
    private final Map<String, Map<String, Map<String, BigDecimal>>> totals = new HashMap<>();
    private final Map<String, Set<String>> recused = new HashMap<>();

    private final Map<String, Set<String>> abstained = new HashMap<>();

    /** Indexes what belongs to the facts' stage; of each sheet the version that holds. */
    SheetIndex(StageFacts facts) {
        for (var sheet : facts.holdingSheets()) {
            if (sheet.stage().equals(facts.stage())) {
                add(sheet);
            }
        }
        for (var recusal : facts.recusals()) {
            if (recusal.stage().equals(facts.stage())) {
                recused.computeIfAbsent(recusal.candidate(), key -> new HashSet<>())
                        .add(recusal.member());
            }
        }
        for (var abstention : facts.abstentions()) {
            if (abstention.stage().equals(facts.stage())) {
                abstained
                        .computeIfAbsent(abstention.candidate(), key -> new HashSet<>())
                        .add(abstention.member());
            }
        }
    }

    /** Member → total points of {@code sheet} on {@code candidate}, those of recused members too. */
    Map<String, BigDecimal> filed(String candidate, String sheet) {
        return totals.getOrDefault(candidate, Map.of()).getOrDefault(sheet, Map.of());
    }

    /** Whether {@code member} has stepped back from judging {@code candidate}. */
    boolean recused(String candidate, String member) {
        return recused.getOrDefault(candidate, Set.of()).contains(member);
    }

    /** Who gives no points on {@code candidate} without having stepped back. */
    Set<String> abstained(String candidate) {
        return abstained.getOrDefault(candidate, Set.of());
    }

    private void add(FiledSheet sheet) {
        totals.computeIfAbsent(sheet.candidate(), key -> new HashMap<>())
                .computeIfAbsent(sheet.sheet(), key -> new HashMap<>())
                .put(sheet.member(), SheetPoints.total(sheet));
    }
}
