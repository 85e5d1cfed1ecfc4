package kz.uzdik.store;

import kz.uzdik.contest.definition.Text;

/** What became of a ballot. Only {@link Accepted} changed anything that counts. */
public sealed interface VoteOutcome {

    /** The ballot is in. */
    record Accepted(String receipt) implements VoteOutcome {}

    /** This very ballot of this person was in before; the receipt is the same. */
    record AlreadyCounted(String receipt) implements VoteOutcome {}

    /** The ballot is not in. */
    sealed interface Refused extends VoteOutcome {}

    /** Another ballot has this id: one that says something else, or that came from somebody else. */
    record BallotDiffers() implements Refused {}

    /** The person has voted, with another ballot. */
    record AlreadyVoted() implements Refused {}

    /** As many persons as may have voted through this contact. */
    record ContactUsedUp() implements Refused {}

    /** The person is not on the roll of the candidate's okrug. */
    record NotOnRoll() implements Refused {}

    /** The code is wrong or too old. */
    record WrongCode() implements Refused {}

    /** Wrong codes have used up the tries of these minutes; even the right one is refused. */
    record TooManyTries() implements Refused {}

    /** The vote has not begun or is over. */
    record WindowClosed() implements Refused {}

    /** No votes are taken on the candidate for now; {@code reason} is public. */
    record Frozen(Text reason) implements Refused {}

    /** So many writes met at the same items that none got through; the same request may be sent again. */
    record Busy() implements Refused {}
}
