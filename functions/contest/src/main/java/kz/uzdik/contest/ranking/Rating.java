package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rating of one stage, scope by scope: a pure function of the definition and the {@link StageFacts}.
 *
 * @param scopes in order of their names
 */
public record Rating(String stage, List<ScopeRating> scopes) {
    public Rating {
        scopes = List.copyOf(scopes);
    }

    /**
     * The rating of one scope.
     *
     * @param scope KATO of the oblast, or {@code republic}
     * @param standings best first
     * @param missing what still keeps this scope from being announced; empty when it can be
     */
    public record ScopeRating(String scope, List<Standing> standings, List<Missing> missing) {
        public ScopeRating {
            standings = List.copyOf(standings);
            missing = List.copyOf(missing);
        }
    }

    /**
     * One candidate's place and why.
     *
     * @param rank 1 for the best; equal for candidates that nothing tells apart
     * @param total rounded once, half up, to 4 decimals
     * @param ties the steps that told this candidate from those of equal total, in the order taken
     * @param margin how far the outcome was from another; null while a tie of the scope is open, and where nobody
     *     stood in the way
     */
    public record Standing(
            int rank,
            String candidate,
            BigDecimal total,
            List<ComponentPoints> components,
            List<TieStep> ties,
            Outcome outcome,
            @Nullable Margin margin,
            List<String> nominations) {
        public Standing {
            components = List.copyOf(components);
            ties = List.copyOf(ties);
            nominations = List.copyOf(nominations);
        }
    }

    /**
     * What one component gave.
     *
     * @param points 0 to 100, rounded half up to 4 decimals for show; the total is made from the exact value
     * @param weight as in the definition
     * @param counted how many sheets or ballots there were; 1 for an earlier stage's total
     * @param substituted true where {@code belowMinimum} stood in for too few respondents
     * @param residents what the points were mixed from; null but for a survey with enough respondents
     */
    public record ComponentPoints(
            String component,
            BigDecimal points,
            BigDecimal weight,
            long counted,
            boolean substituted,
            @Nullable Residents residents) {}

    /**
     * The residents' answers before and beside their shrinkage, both 0 to 100, rounded as the points are.
     *
     * @param own from the candidate's own answers alone
     * @param mean of the scope's candidates with enough respondents
     */
    public record Residents(BigDecimal own, BigDecimal mean) {}

    /**
     * What would have changed the outcome, all else equal: more than {@code points} more for who was not chosen, more
     * than {@code points} fewer for who was.
     *
     * @param candidate whose seat or place was the nearest to be had, or who was the nearest to this one's
     * @param points the difference of the totals, 0 or more
     * @param step the tie-break or {@code castingVote} that decided between equal totals; null where the totals did
     */
    public record Margin(
            String candidate, BigDecimal points, @Nullable String step) {}

    /**
     * One step of a tie-break in which this candidate took part.
     *
     * @param step id of the tie-break, or {@code castingVote}
     * @param value what was compared, as a plain decimal number (for a casting vote the position, from 1)
     * @param against the candidates of equal standing before this step
     */
    public record TieStep(String step, String value, List<String> against) {
        public TieStep {
            against = List.copyOf(against);
        }
    }

    /** What the rating means for the candidate. */
    public sealed interface Outcome {

        /**
         * Goes on to the next stage, or takes a place.
         *
         * @param place 1 to the number chosen; null where nobody counts places
         */
        record Chosen(@Nullable Integer place) implements Outcome {}

        /**
         * Would have gone on but for the limit per district.
         *
         * @param by those of the same district who went before
         */
        record Displaced(int maxPerDistrict, List<String> by) implements Outcome {
            public Displaced {
                by = List.copyOf(by);
            }
        }

        /** Did not reach the places to be given. */
        record NotChosen() implements Outcome {}

        /** Stands in a tie that the chair has yet to decide. */
        record Open() implements Outcome {}
    }

    /** What keeps a scope from being announced. */
    public sealed interface Missing {

        /**
         * Fewer members have filed than the quorum needs.
         *
         * @param absent ids of the members who have filed nothing
         */
        record Quorum(int present, int needed, List<String> absent) implements Missing {
            public Quorum {
                absent = List.copyOf(absent);
            }
        }

        /** A member has begun but a sheet is missing, without a recusal. */
        record SheetNotFiled(String member, String sheet, String candidate) implements Missing {}

        /** Every member who sits on the commission has recused from this candidate. */
        record NobodyToJudge(String candidate) implements Missing {}

        /** No commission is recorded for the scope. */
        record NoCommission() implements Missing {}

        /** A tie at a boundary that only the chair can decide. */
        record CastingVoteNeeded(List<String> candidates) implements Missing {
            public CastingVoteNeeded {
                candidates = List.copyOf(candidates);
            }
        }
    }
}
