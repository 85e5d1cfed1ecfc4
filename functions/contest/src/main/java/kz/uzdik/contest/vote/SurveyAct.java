package kz.uzdik.contest.vote;

import java.time.Instant;
import java.time.LocalDateTime;
import kz.uzdik.contest.definition.Text;

/**
 * Something done to a survey as a whole, by the agency or a commission's chair: a fact that is never changed; what it
 * did is undone by a further act.
 *
 * @param number 1 for the survey's first act, growing without gaps
 * @param reason public, in both languages
 * @param by subject of the token of who did it
 */
public record SurveyAct(String survey, int number, What what, Text reason, String by, Instant at) {

    /** What was done. */
    public sealed interface What {}

    /** The ballots meant no longer count, those still to come among them. */
    public record Annulment(BallotCriteria ballots) implements What {}

    /**
     * The ballots of an annulment count again.
     *
     * @param annulment number of its act
     */
    public record Reinstatement(int annulment) implements What {}

    /** No votes are taken on the candidate until further notice. */
    public record Freeze(String candidate) implements What {}

    /** Votes are taken on the candidate again. */
    public record Unfreeze(String candidate) implements What {}

    /**
     * The survey ends later.
     *
     * @param closes the new end, local time
     */
    public record Extension(LocalDateTime closes) implements What {}
}
