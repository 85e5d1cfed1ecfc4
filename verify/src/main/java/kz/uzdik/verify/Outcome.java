package kz.uzdik.verify;

import static kz.uzdik.json.pack.PackFiles.RATING;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.ranking.Explanation;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.Rating.ScopeRating;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.json.pack.PackContents;

/** The rating made again from the facts, held against the one announced. */
final class Outcome {
    private final PackContents pack;
    private final Names names;

    Outcome(PackContents pack, Names names) {
        this.pack = pack;
        this.names = names;
    }

    Optional<String> difference() {
        Rating recounted;
        try {
            recounted = Ranking.rate(pack.definition(), pack.facts());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of("no rating can be made: " + e.getMessage());
        }
        return Check.first(() -> rating(recounted, pack.rating()), () -> incomplete(recounted));
    }

    private Optional<String> rating(Rating recounted, Rating announced) {
        if (!announced.stage().equals(recounted.stage())) {
            return Optional.of(RATING + " is of stage " + announced.stage());
        }
        var found = announced.scopes().stream().map(ScopeRating::scope).toList();
        var expected = recounted.scopes().stream().map(ScopeRating::scope).toList();
        if (!found.equals(expected)) {
            return Optional.of(RATING + " has scopes " + found + ", recounted are " + expected);
        }
        for (int i = 0; i < expected.size(); i++) {
            var difference = scope(recounted.scopes().get(i), announced.scopes().get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> scope(ScopeRating recounted, ScopeRating announced) {
        var byCandidate = announced.standings().stream()
                .collect(Collectors.toMap(Standing::candidate, Function.identity(), (one, other) -> one));
        var difference = Check.first(
                () -> first(recounted, standing -> points(recounted.scope(), standing, byCandidate)),
                () -> first(recounted, standing -> standing(recounted.scope(), standing, byCandidate)));
        if (difference.isPresent()) {
            return difference;
        }
        var due = new HashSet<String>();
        recounted.standings().forEach(standing -> due.add(standing.candidate()));
        for (var standing : announced.standings()) {
            if (!due.contains(standing.candidate())) {
                return Optional.of(RATING + ", scope " + recounted.scope() + ": "
                        + names.candidate(standing.candidate()) + " does not belong there");
            }
        }
        return recounted.equals(announced)
                ? Optional.empty()
                : Optional.of(RATING + ", scope " + recounted.scope()
                        + ": the order of the standings, or what is missing, differs from the recount");
    }

    private static Optional<String> first(ScopeRating scope, Function<Standing, Optional<String>> check) {
        return scope.standings().stream().map(check).flatMap(Optional::stream).findFirst();
    }

    /** Points come before what follows from them, so that the cause is named. */
    private Optional<String> points(String scope, Standing recounted, Map<String, Standing> announced) {
        var found = announced.get(recounted.candidate());
        return found == null ? Optional.empty() : components(where(scope, recounted), recounted, found);
    }

    private String where(String scope, Standing standing) {
        return RATING + ", scope " + scope + ", " + names.candidate(standing.candidate()) + ": ";
    }

    private Optional<String> standing(String scope, Standing recounted, Map<String, Standing> announced) {
        var found = announced.get(recounted.candidate());
        var where = where(scope, recounted);
        if (found == null) {
            return Optional.of(where + "is lacking");
        }
        if (recounted.equals(found)) {
            return Optional.empty();
        }
        return Check.first(
                () -> part(
                        where + "total",
                        recounted.total().toPlainString(),
                        found.total().toPlainString()),
                () -> part(where + "rank", recounted.rank(), found.rank()),
                () -> part(where + "tie-break steps", recounted.ties(), found.ties()),
                () -> part(where + "outcome", recounted.outcome(), found.outcome()),
                () -> part(
                        where + "margin", Optional.ofNullable(recounted.margin()), Optional.ofNullable(found.margin())),
                () -> part(where + "nominations", recounted.nominations(), found.nominations()),
                () -> Optional.of(where + "differs from the recount"));
    }

    private static Optional<String> components(String where, Standing recounted, Standing found) {
        if (recounted.components().size() != found.components().size()) {
            return Optional.of(where + "has " + found.components().size() + " components, the stage has "
                    + recounted.components().size());
        }
        for (int i = 0; i < recounted.components().size(); i++) {
            var due = recounted.components().get(i);
            var difference = part(
                    where + "component " + due.component(),
                    due,
                    found.components().get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> part(String what, Object recounted, Object announced) {
        return recounted.equals(announced)
                ? Optional.empty()
                : Optional.of(what + " is announced as " + announced + ", recounted as " + recounted);
    }

    private Optional<String> incomplete(Rating recounted) {
        var explanation = new Explanation(pack.definition(), pack.facts());
        return recounted.scopes().stream()
                .flatMap(scope -> scope.missing().stream()
                        .map(missing -> "scope " + scope.scope() + " could not be announced yet: "
                                + explanation.missing(missing).ru()))
                .findFirst();
    }
}
