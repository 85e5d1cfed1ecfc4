package kz.uzdik.contest.anomaly;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ballots broken down by one feature. Cells of few ballots may be withheld; how many they are and what they add up to
 * is then still told.
 *
 * @param counts cell → ballots
 * @param smallCells how many cells are withheld
 * @param smallBallots how many ballots lie in them
 */
public record Breakdown(Map<String, Long> counts, long smallCells, long smallBallots) {

    /** No ballots. */
    public static final Breakdown NONE = new Breakdown(Map.of(), 0, 0);

    public Breakdown {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** Ballots in {@code cell}; 0 where there is none or it is withheld. */
    public long of(String cell) {
        return counts.getOrDefault(cell, 0L);
    }

    /** This breakdown with every cell below {@code least} ballots withheld. */
    public Breakdown withholding(long least) {
        var kept = new TreeMap<String, Long>();
        long cells = smallCells;
        long ballots = smallBallots;
        for (var cell : counts.entrySet()) {
            if (cell.getValue() < least) {
                cells++;
                ballots += cell.getValue();
            } else {
                kept.put(cell.getKey(), cell.getValue());
            }
        }
        return new Breakdown(kept, cells, ballots);
    }
}
