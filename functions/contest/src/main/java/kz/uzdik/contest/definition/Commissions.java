package kz.uzdik.contest.definition;

/** How commissions are made up and when they may decide (§3, §4). */
public record Commissions(Rules regional, Rules republican) {

    /**
     * The make-up of one commission and its quorum.
     *
     * @param members number of members, the secretary not among them
     * @param quorumNumerator quorum as a fraction of the members: 2 of 2/3
     * @param quorumDenominator 3 of 2/3
     */
    public record Rules(int members, int quorumNumerator, int quorumDenominator) {

        /** Fewest members that make a sitting valid: 6 of 9 at 2/3. */
        public int quorum() {
            return Math.ceilDiv(members * quorumNumerator, quorumDenominator);
        }
    }

    /** The rules for the commission of {@code scope}. */
    public Rules of(Stage.Scope scope) {
        return scope == Stage.Scope.OBLAST ? regional : republican;
    }
}
