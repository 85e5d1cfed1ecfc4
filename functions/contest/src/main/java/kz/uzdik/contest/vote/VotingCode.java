package kz.uzdik.contest.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * The one-time code that shows that a person reads a contact: eight characters, kept nowhere. It follows from the
 * person, the contact and the five minutes in which it was asked for, so that asking again in these gives the same.
 */
public final class VotingCode {

    /** How long a code holds good at least; at most it does five minutes longer. */
    public static final Duration VALID = Duration.ofMinutes(15);

    /** Wrong codes of one person and contact that are let pass within a {@link #slot}. */
    public static final int MAX_TRIES = 5;

    private static final long SLOT_SECONDS = 300;
    private static final int LENGTH = 8;

    private final KeyedHash hash;

    public VotingCode(KeyedHash hash) {
        this.hash = hash;
    }

    /** The code, as XXXX-XXXX, that {@code voter} is sent at {@code now}. */
    public String at(Instant now, Voter voter) {
        return of(slot(now), voter);
    }

    /** Whether {@code typed} is a code that {@code voter} was sent and that still holds good at {@code now}. */
    public boolean accepts(String typed, Instant now, Voter voter) {
        var meant = bytes(typed);
        long last = slot(now);
        boolean found = false;
        for (long slot = last - VALID.toSeconds() / SLOT_SECONDS; slot <= last; slot++) {
            found |= MessageDigest.isEqual(meant, bytes(of(slot, voter)));
        }
        return found;
    }

    /** Number of the five minutes that {@code now} belongs to, counted from 1970. */
    public static long slot(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SLOT_SECONDS);
    }

    private String of(long slot, Voter voter) {
        return CodeAlphabet.write(
                hash.bytes("code", voter.survey(), voter.iin(), voter.contact().address(), Long.toString(slot)),
                LENGTH);
    }

    private static byte[] bytes(String code) {
        return CodeAlphabet.normalise(code).getBytes(StandardCharsets.UTF_8);
    }
}
