package kz.uzdik.contest.jury;

import java.time.Instant;

/**
 * The chair opens the sheets on one candidate: from then on the commission sees all of them, and no further sheet on
 * that candidate is taken.
 *
 * @param by subject of the chair's token
 */
public record Opening(String stage, String candidate, String by, Instant at) {}
