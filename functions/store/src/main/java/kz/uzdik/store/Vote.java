package kz.uzdik.store;

import java.time.Instant;
import kz.uzdik.contest.vote.Ballot;

/**
 * A ballot on its way in and what must hold for it.
 *
 * @param person the voter's pseudonym: one vote each
 * @param contact the contact's pseudonym, under which its persons are counted
 * @param personsPerContact how many persons may vote through one contact
 * @param expires when the pseudonyms may go; the same for everybody, or it would tell them apart
 * @param tries the key under which wrong codes are counted at the moment
 * @param triesExpire when that count may go
 */
public record Vote(
        Ballot ballot,
        String person,
        String contact,
        int personsPerContact,
        Instant expires,
        String tries,
        Instant triesExpire) {}
