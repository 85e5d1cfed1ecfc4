package kz.uzdik.contest.vote;

/**
 * What a ballot holds besides the answers and its id: ballots of one kind are annulled together or not at all.
 *
 * @param hour as {@link Ballot#hour()}; empty for paper, of which nobody knows when it was filled in
 * @param network as {@link Ballot#network()}; empty for paper
 */
public record BallotKind(String candidate, String hour, String channel, String network) {

    /** The channel of ballots that were counted by hand. */
    public static final String PAPER = "paper";

    /** The kind of {@code ballot}. */
    public static BallotKind of(Ballot ballot) {
        return new BallotKind(ballot.candidate(), ballot.hour(), ballot.channel(), ballot.network());
    }

    /** The kind of the paper ballots on {@code candidate}. */
    public static BallotKind paper(String candidate) {
        return new BallotKind(candidate, "", PAPER, "");
    }
}
