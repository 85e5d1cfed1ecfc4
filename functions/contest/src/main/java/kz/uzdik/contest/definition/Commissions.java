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
     * @param corrections until when members may correct the sheets they filed
     */
    public record Rules(
            int members, int quorumNumerator, int quorumDenominator, Abstaining abstention, Correcting corrections) {

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

    /** How long a member may correct a sheet once it is filed: as a further version, with a reason. */
    public enum Correcting {
        /** Not at all. */
        NOT_ALLOWED,
        /** Until the chair opens the sheets on the candidate: nobody has seen another's by then. */
        UNTIL_OPENING,
        /** Until the stage is announced. */
        UNTIL_ANNOUNCEMENT
    }

    /** The rules for the commission of {@code scope}. */
    public Rules of(Stage.Scope scope) {
        return scope == Stage.Scope.OBLAST ? regional : republican;
    }
}
