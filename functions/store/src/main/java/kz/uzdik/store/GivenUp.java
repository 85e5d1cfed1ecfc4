package kz.uzdik.store;

import java.time.Instant;

/**
 * A mail that was given up: refused for good, tried too often, kept back, or come back after it was sent.
 *
 * @param mail the mail's id, which names no address
 * @param round tells this giving up from earlier ones of the same mail
 * @param why in the mail service's own word, or {@code AddressClosed}
 * @param tries how often it was handed over in this round
 */
public record GivenUp(String mail, String round, String kind, String why, int tries, Instant at) {}
