package kz.uzdik.contest.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One-time tokens that are handed out to a group asked about one candidate (§14(1)). They follow from survey,
 * candidate and a running number under the contest's key, so that none is kept, and making a list again gives the
 * same list. A token does not show its number.
 */
public final class Invites {

    /** Most tokens of one candidate: a group larger than this is no longer a staff. */
    public static final int MOST = 500;

    private static final int LENGTH = 16;

    private final KeyedHash hash;

    public Invites(KeyedHash hash) {
        this.hash = hash;
    }

    /** The first {@code count} tokens, 1 to {@link #MOST}, in an order that says nothing. */
    public List<String> tokens(String survey, String candidate, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count is " + count);
        }
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> token(survey, candidate, number))
                .sorted()
                .toList();
    }

    /** The pseudonym of who holds the token {@code typed}; empty if it is none of this candidate's. */
    public Optional<String> person(String survey, String candidate, String typed) {
        var meant = bytes(typed);
        return IntStream.rangeClosed(1, MOST)
                .filter(number -> MessageDigest.isEqual(meant, bytes(token(survey, candidate, number))))
                .mapToObj(number -> hash.hex("invited", survey, candidate, Integer.toString(number)))
                .findFirst();
    }

    private String token(String survey, String candidate, int number) {
        return CodeAlphabet.write(hash.bytes("invite", survey, candidate, Integer.toString(number)), LENGTH);
    }

    private static byte[] bytes(String token) {
        return CodeAlphabet.normalise(token).getBytes(StandardCharsets.UTF_8);
    }
}
