package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Seal;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Codes asked for: the mails that bring them, the proofs of work that paid for them, and how many ask. Reads nothing. */
public final class CodeStore {

    private static final int MAIL = 0;

    private final Tables tables;
    private final Outbox outbox;
    private final Seal seal;
    private final AskedDomains domains;
    private final RandomGenerator random;

    /**
     * Takes the tables.
     *
     * @param hash of the contest's key: closes the mails, so that nobody reads in the outbox who is about to vote
     */
    public CodeStore(Tables tables, KeyedHash hash, RandomGenerator random) {
        this.tables = tables;
        this.outbox = new Outbox(tables);
        this.seal = Outbox.seal(hash, random);
        this.domains = new AskedDomains(tables, () -> hash, random);
        this.random = random;
    }

    /** What became of a mail with a code. */
    public enum Outcome {
        /** It is in the outbox, from now on or from an earlier request of the same minutes. */
        ON_ITS_WAY,
        /** The proof has paid for another mail, or the network has asked as often as it may. */
        NOT_PAID,
        /** So many writes met that none got through; the same request may be sent again. */
        BUSY
    }

    /**
     * Puts {@code mail} into the outbox and spends the proof, both or neither. A mail that is there already needs no
     * proof: the same request again is answered as it was.
     *
     * @param asked what is kept of the asking; null where nobody looks at it
     * @param spent the key that the proof is spent under
     * @param expires when mail and proof may go
     */
    public Outcome send(OutgoingMail mail, AskedDomains.@Nullable Asked asked, String spent, Instant expires) {
        return send(
                mail,
                asked,
                TransactWriteItem.builder()
                        .put(put -> put.tableName(tables.voters())
                                .item(Map.of("id", s(spent), "expires", n(expires.getEpochSecond())))
                                .conditionExpression("attribute_not_exists(id)"))
                        .build(),
                expires);
    }

    /**
     * The same where no work can be proved: counts the mail at {@code key} instead, and puts it only where it is one of
     * the first {@code limit} there.
     */
    public Outcome sendCounted(
            OutgoingMail mail, AskedDomains.@Nullable Asked asked, String key, int limit, Instant expires) {
        return send(
                mail,
                asked,
                TransactWriteItem.builder()
                        .update(update -> update.tableName(tables.voters())
                                .key(Map.of("id", s(key)))
                                .updateExpression("SET asked = if_not_exists(asked, :none) + :one, expires = :expires")
                                .conditionExpression("attribute_not_exists(asked) OR asked < :limit")
                                .expressionAttributeValues(Map.of(
                                        ":none", n(0),
                                        ":one", n(1),
                                        ":limit", n(limit),
                                        ":expires", n(expires.getEpochSecond()))))
                        .build(),
                expires);
    }

    private Outcome send(
            OutgoingMail mail, AskedDomains.@Nullable Asked asked, TransactWriteItem payment, Instant expires) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .put(outbox.asSealedPut(mail, seal, expires))
                .build());
        writes.add(payment);
        if (asked != null) {
            writes.add(domains.put(asked));
        }
        return new Backoff(random)
                .retrying(
                        () -> {
                            try {
                                tables.client().transactWriteItems(r -> r.transactItems(writes));
                                return Outcome.ON_ITS_WAY;
                            } catch (TransactionCanceledException e) {
                                var cancelled = Cancelled.because(e);
                                if (!cancelled.byCondition()) {
                                    throw e;
                                }
                                return cancelled.byConditionOf(MAIL) ? Outcome.ON_ITS_WAY : Outcome.NOT_PAID;
                            }
                        },
                        Outcome.BUSY);
    }

    /**
     * Counts one more at {@code key}, which goes some time after {@code expires}; gives the count with it. Where the
     * engine has no room for so many at once, they are many: {@link Long#MAX_VALUE}.
     */
    public long count(String key, Instant expires) {
        try {
            var counted = tables.client()
                    .updateItem(r -> r.tableName(tables.voters())
                            .key(Map.of("id", s(key)))
                            .updateExpression("SET asked = if_not_exists(asked, :none) + :one, expires = :expires")
                            .expressionAttributeValues(
                                    Map.of(":none", n(0), ":one", n(1), ":expires", n(expires.getEpochSecond())))
                            .returnValues(ReturnValue.UPDATED_NEW));
            return Long.parseLong(
                    Tables.attribute(counted.attributes(), "asked").n());
        } catch (AwsServiceException e) {
            if (!Cancelled.passes(e)) {
                throw e;
            }
            return Long.MAX_VALUE;
        }
    }
}
