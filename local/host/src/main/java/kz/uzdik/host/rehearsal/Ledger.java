package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What was expected and what was found, step by step; the two are filled in apart and compared at the end. */
final class Ledger {

    /** One line of the table. */
    record Row(String step, String what, long expected, long found) {

        boolean agrees() {
            return expected == found;
        }
    }

    private final Map<List<String>, LongAdder> expected = new LinkedHashMap<>();
    private final Map<List<String>, LongAdder> found = new LinkedHashMap<>();

    synchronized void expect(String step, String what, long count) {
        expected.computeIfAbsent(List.of(step, what), key -> new LongAdder()).add(count);
    }

    synchronized void find(String step, String what, long count) {
        found.computeIfAbsent(List.of(step, what), key -> new LongAdder()).add(count);
    }

    /** Notes one of {@code what}. */
    void find(String step, String what) {
        find(step, what, 1);
    }

    /** Every line that was expected or found, in the order first expected, the unexpected last. */
    synchronized List<Row> rows() {
        var keys = new ArrayList<>(expected.keySet());
        found.keySet().stream().filter(key -> !expected.containsKey(key)).forEach(keys::add);
        return keys.stream()
                .map(key -> new Row(key.get(0), key.get(1), sum(expected, key), sum(found, key)))
                .toList();
    }

    boolean agrees() {
        return rows().stream().allMatch(Row::agrees);
    }

    /** The table as people read it. */
    String table() {
        var lines = new ArrayList<String>();
        lines.add("%-14s %-52s %9s %9s".formatted("step", "what", "expected", "found"));
        for (var row : rows()) {
            lines.add("%-14s %-52s %9d %9d %s"
                    .formatted(row.step(), row.what(), row.expected(), row.found(), row.agrees() ? "" : " <- DIFFERS")
                    .stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static long sum(Map<List<String>, LongAdder> counts, List<String> key) {
        var adder = counts.get(key);
        return adder == null ? 0 : adder.sum();
    }
}
