package kz.uzdik.contest.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Rating.Missing;

/**
 * Makes the rating of a stage from its facts (§3: «the decision is made by counting the points and drawing up the
 * rating»). A pure function: no clock, no binary fractions, one rounding per total, and no trace of the order in
 * which the facts are listed.
 */
public final class Ranking {
    /** Decimals of a total; rounded half up, once. */
    public static final int DECIMALS = 4;

    private final ContestDefinition definition;
    private final Stage stage;
    private final StageFacts facts;
    private final Scoring scoring;
    private final Completeness completeness;

    private Ranking(ContestDefinition definition, StageFacts facts) {
        this.definition = definition;
        this.facts = facts;
        stage = stage(definition, facts.stage());
        var sheets = new SheetIndex(facts);
        scoring = new Scoring(definition, stage, facts, sheets);
        completeness = new Completeness(stage, definition.commissions(), sheets);
    }

    /**
     * Rates the facts' stage, each scope by itself. Every oblast of the definition is a scope of an oblast stage, also
     * one without participants (§16: none goes on from there). Throws {@link IllegalArgumentException} for facts that
     * cannot be: an unknown stage, the same sheet or participant twice.
     */
    public static Rating rate(ContestDefinition definition, StageFacts facts) {
        return new Ranking(definition, facts).rate();
    }

    static Stage stage(ContestDefinition definition, String id) {
        return definition.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the definition has no stage " + id));
    }

    private Rating rate() {
        var commissions = facts.commissions().stream().collect(Collectors.toMap(Commission::scope, Ranking::memberIds));
        var scopes = new ArrayList<Rating.ScopeRating>();
        participantsByScope()
                .forEach((scope, participants) ->
                        scopes.add(rate(scope, participants, commissions.getOrDefault(scope, Set.of()))));
        return new Rating(facts.stage(), scopes);
    }

    private Map<String, Map<String, Participant>> participantsByScope() {
        var byScope = new TreeMap<String, Map<String, Participant>>();
        if (stage.scope() == Stage.Scope.REPUBLIC) {
            byScope.put(Stage.REPUBLIC, new TreeMap<>());
        } else {
            definition.oblasts().forEach(oblast -> byScope.put(oblast.kato(), new TreeMap<>()));
        }
        for (var participant : facts.participants()) {
            var scope = stage.scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : participant.oblast();
            var same = byScope.computeIfAbsent(scope, key -> new TreeMap<>()).put(participant.candidate(), participant);
            if (same != null) {
                throw new IllegalArgumentException(participant.candidate() + " takes part twice");
            }
        }
        return byScope;
    }

    private Rating.ScopeRating rate(String scope, Map<String, Participant> participants, Set<String> members) {
        var entries = scoring.scores(List.copyOf(participants.values()), members).stream()
                .map(Entry::new)
                .toList();
        var castingVotes = new CastingVotes(facts, scope);
        var groups = new TieBreaking(stage.tieBreaks(), definition.attributes()).order(entries);
        new Seats(stage, castingVotes).fill(groups);
        Nominees.choose(entries, stage.nominations(), castingVotes);
        new Margins(stage, entries).note();
        return new Rating.ScopeRating(
                scope, standings(entries), missing(List.copyOf(participants.keySet()), members, castingVotes));
    }

    private static List<Rating.Standing> standings(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparingInt((Entry entry) -> entry.rank).thenComparing(Entry::candidate))
                .map(Entry::standing)
                .toList();
    }

    /** A tie is one only when every sheet is in: until then no casting vote is asked for. */
    private List<Missing> missing(List<String> candidates, Set<String> members, CastingVotes castingVotes) {
        var missing = completeness.missing(candidates, members);
        return missing.isEmpty() ? List.copyOf(castingVotes.needed()) : missing;
    }

    private static Set<String> memberIds(Commission commission) {
        return commission.members().stream().map(Commission.Member::id).collect(Collectors.toUnmodifiableSet());
    }
}
