package kz.uzdik.contest.jury;

import java.time.Instant;
import java.util.List;

/**
 * The chair's decision between candidates that all tie-breaks left equal (§3, §4).
 *
 * @param scope KATO of the oblast, or {@code republic}
 * @param sitting number of the sitting at which it was cast
 * @param order the tied candidates, first the one preferred
 * @param by subject of the token of who led the sitting
 */
public record CastingVote(
        String stage, String scope, int sitting, List<String> order, String reason, String by, Instant at) {
    public CastingVote {
        order = List.copyOf(order);
    }
}
