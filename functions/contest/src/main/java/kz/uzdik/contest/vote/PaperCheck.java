package kz.uzdik.contest.vote;

import java.time.Instant;

/**
 * A second person's word that a count of paper ballots is what its scan says.
 *
 * @param version of the {@link PaperCount}
 * @param by subject of the token of who confirmed it: not of who entered it
 */
public record PaperCheck(String survey, String candidate, int version, String by, Instant at) {}
