package kz.uzdik.contest.vote;

/** What a ballot holds besides the answers and its id: ballots of one kind are annulled together or not at all. */
public record BallotKind(String candidate, String hour, String channel, String network) {

    /** The kind of {@code ballot}. */
    public static BallotKind of(Ballot ballot) {
        return new BallotKind(ballot.candidate(), ballot.hour(), ballot.channel(), ballot.network());
    }
}
