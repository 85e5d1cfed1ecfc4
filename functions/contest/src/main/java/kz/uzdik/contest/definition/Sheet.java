package kz.uzdik.contest.definition;

import java.math.BigDecimal;
import java.util.List;

/**
 * A score sheet that each member fills for each candidate.
 *
 * @param clause for example {@code §12, criteria No 3}
 * @param halfPoints whether points may be halves
 */
public record Sheet(String id, String clause, Text title, boolean halfPoints, List<Criterion> criteria) {
    public Sheet {
        criteria = List.copyOf(criteria);
    }

    /** The most points that the whole sheet can give. */
    public BigDecimal maxPoints() {
        return BigDecimal.valueOf(
                criteria.stream().mapToLong(Criterion::maxPoints).sum());
    }
}
