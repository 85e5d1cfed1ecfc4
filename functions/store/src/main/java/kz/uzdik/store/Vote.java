package kz.uzdik.store;

import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.vote.Ballot;

/**
 * A ballot on its way in and what must hold for it.
 *
 * @param person the voter's pseudonym: one vote each
 * @param expires when the pseudonyms may go; the same for everybody, or it would tell them apart
 * @param conditions what must hold besides; where several do not, the first of them is the reason
 */
public record Vote(Ballot ballot, String person, Instant expires, List<Condition> conditions) {

    public Vote {
        conditions = List.copyOf(conditions);
    }

    /** What must hold at the moment of writing. */
    public sealed interface Condition {}

    /**
     * Wrong codes have not used up the tries.
     *
     * @param key under which they are counted at the moment
     * @param expires when that count may go
     */
    public record TriesLeft(String key, Instant expires) implements Condition {}

    /**
     * The person is on the roll.
     *
     * @param entry the pseudonym of person and okrug that the roll holds
     */
    public record OnRoll(String entry) implements Condition {}

    /**
     * Fewer than {@code persons} have voted through a contact; the vote counts as one more.
     *
     * @param contact the contact's pseudonym
     */
    public record RoomAtContact(String contact, int persons) implements Condition {}
}
