package kz.uzdik.contest.definition;

/**
 * How a stage's result is announced (§17, §21).
 *
 * @param secondPerson whether another person than the one who asked first must confirm it
 * @param members whether what is published says which member gave which points
 */
public record Announcing(boolean secondPerson, Members members) {

    /** How members of commissions are shown beside their sheets in all that is published. */
    public enum Members {
        /** By name. */
        NAMED,

        /** By a number that nobody can trace back: {@code № 1}, {@code № 2} … */
        ANONYMISED
    }
}
