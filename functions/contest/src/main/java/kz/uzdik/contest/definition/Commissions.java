package kz.uzdik.contest.definition;

/** How commissions are made up and when they may decide (§3, §4). */
public record Commissions(Rules regional, Rules republican) {

    /**
     * The make-up of one commission and its quorum.
     *
     * @param members number of members, the secretary not among them
     * @param quorumNumerator quorum as a fraction of the members: 2 of 2/3
     * @param quorumDenominator 3 of 2/3
     * @param abstention what a member's abstention on a candidate means
     */
    public record Rules(int members, int quorumNumerator, int quorumDenominator, Abstaining abstention) {

        /** Fewest members that make a sitting valid: 6 of 9 at 2/3. */
        public int quorum() {
            return Math.ceilDiv(members * quorumNumerator, quorumDenominator);
        }
    }

    /** How a definition takes a member who gives no points without being in a conflict. */
    public enum Abstaining {
        /** Nobody may: who judges fills every sheet. */
        NOT_ALLOWED,
        /** The points are the mean of the others' sheets. */
        LEFT_OUT,
        /** Their sheets count with no points. */
        ZERO
    }

    /** The rules for the commission of {@code scope}. */
    public Rules of(Stage.Scope scope) {
        return scope == Stage.Scope.OBLAST ? regional : republican;
    }
}
