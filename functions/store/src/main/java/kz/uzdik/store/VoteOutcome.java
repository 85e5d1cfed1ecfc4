package kz.uzdik.store;

/** What became of a ballot. Only {@link Accepted} changed anything that counts. */
public sealed interface VoteOutcome {

    /** The ballot is in. */
    record Accepted(String receipt) implements VoteOutcome {}

    /** This very ballot of this person was in before; the receipt is the same. */
    record AlreadyCounted(String receipt) implements VoteOutcome {}

    /** Another ballot has this id: one that says something else, or that came from somebody else. */
    record BallotDiffers() implements VoteOutcome {}

    /** The person has voted, with another ballot. */
    record AlreadyVoted() implements VoteOutcome {}

    /** As many persons as may have voted through this contact. */
    record ContactUsedUp() implements VoteOutcome {}

    /** The code is wrong or too old. */
    record WrongCode() implements VoteOutcome {}

    /** Wrong codes have used up the tries of these minutes; even the right one is refused. */
    record TooManyTries() implements VoteOutcome {}

    /** The vote has not begun or is over. */
    record WindowClosed() implements VoteOutcome {}

    /** So many writes met at the same items that none got through; the same request may be sent again. */
    record Busy() implements VoteOutcome {}
}
