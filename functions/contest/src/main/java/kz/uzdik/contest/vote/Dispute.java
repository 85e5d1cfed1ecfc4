package kz.uzdik.contest.vote;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A resident's statement that something is wrong with their vote. It names nobody: the resident has its number, and
 * nothing leads from it to a ballot.
 *
 * @param number ten characters as XXXXX-XXXXX; the same for the same person, survey and okrug
 * @param okrug nine digits of KATO
 * @param day on which it was recorded, by the contest's zone; no finer, so that it cannot be joined with a ballot
 * @param closing null while it is open
 */
public record Dispute(
        String number,
        String survey,
        String okrug,
        Ground ground,
        LocalDate day,
        @Nullable Closing closing) {

    /** What is disputed. */
    public enum Ground {
        /** A vote was given in the person's name, as was found when this was recorded; they say that it is not theirs. */
        VOTE_TAKEN,
        /** The person has not voted and is not on the roll, as was found when this was recorded; they say that they should be. */
        NOT_ON_ROLL
    }

    /**
     * What a commission found.
     *
     * @param by the token's subject of who closed it
     */
    public record Closing(String note, String by, Instant at) {}

    /** The number of a dispute of {@code who}: an IIN, or the pseudonym of who was invited. */
    public static String number(KeyedHash hash, String survey, String okrug, String who) {
        return CodeAlphabet.write(hash.bytes("dispute", survey, okrug, who), 10);
    }
}
