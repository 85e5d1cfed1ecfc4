package kz.uzdik.contest.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What another rating of the same stage means for one candidate.
 *
 * @param scope KATO of the oblast, or {@code republic}
 * @param before null where the candidate was not rated
 * @param after null where the candidate is not rated any more
 */
public record RatingChange(
        String scope,
        String candidate,
        Effect effect,
        Rating.@Nullable Standing before,
        Rating.@Nullable Standing after) {

    /** What changes, the weightiest first. */
    public enum Effect {
        /** Goes on, or takes a place, and did not. */
        GAINS,
        /** Does not go on, or has no place, and did. */
        LOSES,
        /** Another place or other nominations. */
        PLACE,
        /** Rated now and was not, or the other way round, without a place in either. */
        TAKES_PART,
        /** Another rank or total. */
        POINTS
    }

    /** What differs between two ratings of one stage, by scope and effect; who is not mentioned stands as before. */
    public static List<RatingChange> between(Rating before, Rating after) {
        var scopes = new LinkedHashMap<String, Scope>();
        before.scopes()
                .forEach(scope -> scope.standings()
                        .forEach(standing -> scopes.computeIfAbsent(
                                        scope.scope(), name -> new Scope(new LinkedHashMap<>(), new LinkedHashMap<>()))
                                .before()
                                .put(standing.candidate(), standing)));
        after.scopes()
                .forEach(scope -> scope.standings()
                        .forEach(standing -> scopes.computeIfAbsent(
                                        scope.scope(), name -> new Scope(new LinkedHashMap<>(), new LinkedHashMap<>()))
                                .after()
                                .put(standing.candidate(), standing)));
        var changes = new ArrayList<RatingChange>();
        scopes.forEach((name, scope) -> {
            var found = new ArrayList<RatingChange>();
            scope.after()
                    .forEach((candidate, now) ->
                            add(found, name, candidate, scope.before().get(candidate), now));
            scope.before().forEach((candidate, was) -> {
                if (!scope.after().containsKey(candidate)) {
                    add(found, name, candidate, was, null);
                }
            });
            found.stream()
                    .sorted((one, two) -> one.effect().compareTo(two.effect()))
                    .forEach(changes::add);
        });
        return changes;
    }

    private record Scope(Map<String, Rating.Standing> before, Map<String, Rating.Standing> after) {}

    private static void add(
            List<RatingChange> found,
            String scope,
            String candidate,
            Rating.@Nullable Standing before,
            Rating.@Nullable Standing after) {
        var effect = effect(before, after);
        if (effect != null) {
            found.add(new RatingChange(scope, candidate, effect, before, after));
        }
    }

    private static @Nullable Effect effect(Rating.@Nullable Standing before, Rating.@Nullable Standing after) {
        var had = isChosen(before);
        var has = isChosen(after);
        if (had != has) {
            return has ? Effect.GAINS : Effect.LOSES;
        }
        if (before == null || after == null) {
            return Effect.TAKES_PART;
        }
        if ((had && !before.outcome().equals(after.outcome()))
                || !before.nominations().equals(after.nominations())) {
            return Effect.PLACE;
        }
        return before.rank() == after.rank() && before.total().compareTo(after.total()) == 0 ? null : Effect.POINTS;
    }

    private static boolean isChosen(Rating.@Nullable Standing standing) {
        return standing != null && standing.outcome() instanceof Rating.Outcome.Chosen;
    }
}
