package kz.uzdik.contest.ranking;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A candidate who takes part in a stage.
 *
 * @param candidate id of the dossier
 * @param attributes as the commission recorded them at admission
 */
public record Participant(
        String candidate, String name, String oblast, String district, String okrug, Map<String, Integer> attributes) {
    public Participant {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }
}
