package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Attribute;
import kz.uzdik.contest.definition.TieBreak;

/** Orders by total, then by the declared steps among equal totals (§12). */
final class TieBreaking {
    private final List<TieBreak> steps;
    private final Map<String, Attribute> attributes = new HashMap<>();

    TieBreaking(List<TieBreak> steps, List<Attribute> attributes) {
        this.steps = steps;
        attributes.forEach(attribute -> this.attributes.put(attribute.id(), attribute));
    }

    /** Groups that nothing tells apart, best first; sets each entry's rank and notes the steps it took part in. */
    List<List<Entry>> order(List<Entry> entries) {
        var byTotal = new TreeMap<BigDecimal, List<Entry>>(Comparator.reverseOrder());
        for (var entry : entries) {
            byTotal.computeIfAbsent(entry.score.total(), key -> new ArrayList<>())
                    .add(entry);
        }
        var groups = new ArrayList<List<Entry>>();
        byTotal.values().forEach(equal -> split(equal, 0, groups));
        int ahead = 0;
        for (var group : groups) {
            for (var entry : group) {
                entry.rank = ahead + 1;
            }
            ahead += group.size();
        }
        return groups;
    }

    private void split(List<Entry> equal, int at, List<List<Entry>> groups) {
        if (equal.size() == 1 || at == steps.size()) {
            groups.add(equal);
            return;
        }
        var step = steps.get(at);
        var byValue = new TreeMap<BigDecimal, List<Entry>>(
                step.better() == TieBreak.Better.HIGHER ? Comparator.reverseOrder() : Comparator.naturalOrder());
        for (var entry : equal) {
            var value = value(step, entry);
            byValue.computeIfAbsent(value, key -> new ArrayList<>()).add(entry);
            entry.took(step.id(), value.toPlainString(), equal);
        }
        byValue.values().forEach(still -> split(still, at + 1, groups));
    }

    private BigDecimal value(TieBreak step, Entry entry) {
        return switch (step.source()) {
            case COMPONENT -> entry.score.shown(step.of());
            case ATTRIBUTE -> BigDecimal.valueOf(attribute(step, entry));
        };
    }

    /** What the commission recorded; what it did not record counts as the worst there is, never as an advantage. */
    private int attribute(TieBreak step, Entry entry) {
        var recorded = entry.score.participant().attributes().get(step.of());
        if (recorded != null) {
            return recorded;
        }
        var attribute = attributes.get(step.of());
        if (attribute == null) {
            throw new IllegalArgumentException("the definition has no attribute " + step.of());
        }
        return step.better() == TieBreak.Better.HIGHER ? attribute.min() : attribute.max();
    }
}
