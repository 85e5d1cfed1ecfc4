package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The way of a mail through the outbox: {@code PENDING} → {@code SENDING} → {@code SENT} or {@code FAILED},
 * and from these two back to {@code PENDING} where a person sends it again ({@link GivenUpStore}). Each step
 * is one conditional update; nothing is read, so that of any number of parallel deliveries one alone may send.
 *
 * <p>A claim is a lease. A sender that dies holding one leaves the mail {@code SENDING}; when the lease is over the next
 * delivery may claim it again. If it died in the moment between the acceptance by SES and {@link #sent}, the mail goes
 * out twice: SES knows no request token, and of a second copy and none the copy does less harm.
 */
public final class OutboxStore {

    /** How long a claim holds; longer than the longest call to SES. */
    public static final Duration LEASE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxStore.class);

    private static final Map<String, String> NAMES = Map.of("#state", "state", "#until", "claimedUntil");

    private static final String CLAIMED = "#state = :sending AND claimToken = :token";

    private final Tables tables;

    public OutboxStore(Tables tables) {
        this.tables = tables;
    }

    /** What came of the wish to send a mail. */
    public sealed interface Claim {

        /**
         * The mail is the claimant's to send.
         *
         * @param token what the further steps prove the claim with
         * @param attempts how often it was claimed, this time included
         */
        record Mine(String token, int attempts) implements Claim {}

        /** The mail has been sent, or refused for good: there is nothing to do. */
        record Over() implements Claim {}

        /** Somebody else is sending it, or died doing so less than a lease ago. */
        record Busy() implements Claim {}

        /** The outbox holds no such mail. */
        record Unknown() implements Claim {}
    }

    /** Claims the mail {@code id} for {@link #LEASE} from {@code now}; {@code token} is new for each claim. */
    public Claim claim(String id, String token, Instant now) {
        var values = Map.of(
                ":pending", s("PENDING"),
                ":sending", s("SENDING"),
                ":now", n(now.toEpochMilli()),
                ":until", n(now.plus(LEASE).toEpochMilli()),
                ":token", s(token),
                ":one", n(1));
        try {
            var claimed = tables.client()
                    .updateItem(r -> r.tableName(tables.contest())
                            .key(key(id))
                            .returnValues(ReturnValue.UPDATED_NEW)
                            .updateExpression(
                                    "SET #state = :sending, #until = :until, claimToken = :token ADD attempts :one")
                            .conditionExpression("#state = :pending OR (#state = :sending AND #until <= :now)")
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(values)
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            var attempts = Tables.attribute(claimed.attributes(), "attempts").n();
            return new Claim.Mine(token, Integer.parseInt(attempts));
        } catch (ConditionalCheckFailedException e) {
            return refusal(e.item());
        }
    }

    /**
     * Marks the mail as sent.
     *
     * @param messageId as SES gave it
     */
    public void sent(String id, Claim.Mine claim, String messageId, Instant now) {
        finish(
                id,
                claim,
                "SET #state = :to, messageId = :what, finishedAt = :at REMOVE #until",
                Map.of(":to", s("SENT"), ":what", s(messageId), ":at", s(now.toString())));
    }

    /**
     * Marks the mail as given up and puts it among those that a person may send again.
     *
     * @param code the reason in a word
     * @param message in the mail service's words, which may name the address
     */
    public void failed(OutgoingMail mail, Claim.Mine claim, String code, String message, Instant now) {
        var at = now.toString();
        var reasons = new Transaction(tables)
                .update(Update.builder()
                        .key(key(mail.id()))
                        .updateExpression("SET #state = :to, reason = :what, finishedAt = :at REMOVE #until")
                        .conditionExpression(CLAIMED)
                        .expressionAttributeNames(NAMES)
                        .expressionAttributeValues(held(
                                claim, Map.of(":to", s("FAILED"), ":what", s(code + ": " + message), ":at", s(at)))))
                .put(GivenUpStore.asPut(tables, new GivenUp(mail.id(), at, mail.kind(), code, claim.attempts(), now)))
                .write();
        if (!reasons.isEmpty()) {
            LOG.info("mail {} was finished by a later claim", mail.id());
        }
    }

    /**
     * Ends a mail whose recipient is a secret, sent or refused. Only that there was one stays, so that it is not sent
     * again: no words, no time, nothing that SES or a mailbox knows it by.
     */
    public void forget(String id, Claim.Mine claim) {
        finish(
                id,
                claim,
                "SET #state = :to REMOVE #until, claimToken, attempts, " + Outbox.SEALED,
                Map.of(":to", s("SENT")));
    }

    /** Gives the claim back, so that the next delivery need not wait for the end of the lease. */
    public void release(String id, Claim.Mine claim) {
        finish(id, claim, "SET #state = :to REMOVE #until", Map.of(":to", s("PENDING")));
    }

    /** A claim that meanwhile passed to another changes nothing: that one has the last word. */
    private void finish(String id, Claim.Mine claim, String update, Map<String, AttributeValue> values) {
        try {
            tables.client()
                    .updateItem(r -> r.tableName(tables.contest())
                            .key(key(id))
                            .updateExpression(update)
                            .conditionExpression(CLAIMED)
                            .expressionAttributeNames(NAMES)
                            .expressionAttributeValues(held(claim, values)));
        } catch (ConditionalCheckFailedException e) {
            LOG.info("mail {} was finished by a later claim", id);
        }
    }

    private static Map<String, AttributeValue> held(Claim.Mine claim, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":sending", s("SENDING"));
        all.put(":token", s(claim.token()));
        return all;
    }

    private static Claim refusal(Map<String, AttributeValue> item) {
        if (item == null || !item.containsKey("state")) {
            return new Claim.Unknown();
        }
        return item.get("state").s().equals("SENDING") ? new Claim.Busy() : new Claim.Over();
    }

    private static Map<String, AttributeValue> key(String id) {
        return Tables.key(Outbox.PREFIX + id, "MAIL");
    }
}
