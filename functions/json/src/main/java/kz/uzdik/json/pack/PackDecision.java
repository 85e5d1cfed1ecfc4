package kz.uzdik.json.pack;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.dossier.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A commission's decision as published: without names, notes and who wrote it down (§10, §11).
 *
 * @param number 1 or more; the highest of a dossier holds
 * @param refusedFor names of the rules it was refused for
 * @param attributes as recorded at admission
 * @param onAppeal number of the earlier decision whose appeal it answers; null where it answers none
 */
public record PackDecision(
        String dossier,
        int number,
        Outcome outcome,
        List<String> refusedFor,
        Map<String, Integer> attributes,
        Instant at,
        @Nullable Integer onAppeal) {
    public PackDecision {
        refusedFor = List.copyOf(refusedFor);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** What was decided. */
    public enum Outcome {
        ADMITTED,
        REFUSED
    }

    static List<PackDecision> of(List<Decision> decisions) {
        return decisions.stream()
                .map(decision -> new PackDecision(
                        decision.dossier(),
                        decision.number(),
                        decision.admitted() ? Outcome.ADMITTED : Outcome.REFUSED,
                        decision.refusedFor().stream().sorted().toList(),
                        decision.attributes(),
                        decision.at(),
                        decision.onAppeal()))
                .sorted(Comparator.comparing(PackDecision::dossier).thenComparingInt(PackDecision::number))
                .toList();
    }
}
