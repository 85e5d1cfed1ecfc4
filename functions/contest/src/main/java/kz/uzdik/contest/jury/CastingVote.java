package kz.uzdik.contest.jury;

import java.time.Instant;
import java.util.List;

/**
 * The chair's decision between candidates that all tie-breaks left equal (§3, §4).
 *
 * @param scope KATO of the oblast, or {@code republic}
 * @param order the tied candidates, first the one preferred
 * @param by subject of the chair's token
 */
public record CastingVote(String stage, String scope, List<String> order, String reason, String by, Instant at) {
    public CastingVote {
        order = List.copyOf(order);
    }
}
