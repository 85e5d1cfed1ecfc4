package kz.uzdik.engines;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that the stand-in took.
 *
 * @param number 1 for the first one
 * @param id SES's message id
 * @param at when it was taken, on the system's clock
 * @param text its plain text; empty if it has none
 * @param html its HTML; empty if it has none
 * @param tags message tags, by name
 * @param fate {@code DELIVERED}, {@code BOUNCED}, {@code COMPLAINT} or {@code SUPPRESSED}, by the address
 */
public record Mail(
        int number,
        String id,
        Instant at,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        Map<String, String> tags,
        String fate) {
    public Mail {
        to = List.copyOf(to);
        tags = Map.copyOf(tags);
    }
}
