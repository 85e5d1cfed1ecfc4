package kz.uzdik.contest.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the commission decided on a dossier; the latest one holds, all are kept (§10, §11).
 *
 * @param number 1 or more, in the order decided
 * @param registrationVersion the version of the dossier that was decided on
 * @param refusedFor names of the rules it was refused for; empty if admitted
 * @param attributes attribute id → value, as the definition lists them; empty if refused
 * @param onAppeal number of the earlier decision whose appeal it answers; null where it answers none
 */
public record Decision(
        String dossier,
        int number,
        int registrationVersion,
        boolean admitted,
        List<String> refusedFor,
        Map<String, Integer> attributes,
        String note,
        String by,
        Instant at,
        @Nullable Integer onAppeal) {
    public Decision {
        refusedFor = List.copyOf(refusedFor);
        attributes = java.util.Collections.unmodifiableMap(new TreeMap<>(attributes));
    }
}
