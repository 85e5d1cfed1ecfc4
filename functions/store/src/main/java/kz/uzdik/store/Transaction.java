package kz.uzdik.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Writes to the contest's table that happen together or not at all. Made for one use. */
final class Transaction {

    private static final int ATTEMPTS = 25;
    private static final long LONGEST_PAUSE_NANOS = 40_000_000;

    private final Tables tables;
    private final List<TransactWriteItem> items = new ArrayList<>();

    Transaction(Tables tables) {
        this.tables = tables;
    }

    /** Puts {@code item} unless its key is taken. */
    Transaction putNew(Map<String, AttributeValue> item) {
        return add(TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(tables.contest())
                        .item(item)
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build());
    }

    /** Puts whatever {@code put} says, without a look at what is there unless it says so. */
    Transaction put(Put put) {
        return add(TransactWriteItem.builder().put(put).build());
    }

    /** Requires that there is no item at {@code key}. */
    Transaction requireAbsent(Map<String, AttributeValue> key) {
        return add(TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(tables.contest())
                        .key(key)
                        .conditionExpression("attribute_not_exists(pk)")
                        .build())
                .build());
    }

    Transaction update(Update.Builder update) {
        return add(TransactWriteItem.builder()
                .update(update.tableName(tables.contest()).build())
                .build());
    }

    /**
     * Writes. Where another transaction is at the same items it tries again, after a short random pause.
     *
     * @return empty if written, otherwise one reason per item, in the order added; code {@code None} where the item
     *     was not the obstacle
     */
    List<CancellationReason> write() {
        for (var attempt = 1; ; attempt++) {
            try {
                tables.client().transactWriteItems(r -> r.transactItems(items));
                return List.of();
            } catch (TransactionCanceledException e) {
                var reasons = e.cancellationReasons();
                var refused = reasons.stream().anyMatch(Transaction::isRefusal);
                if (refused) {
                    return reasons;
                }
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
    }

    /** Whether {@code reason} is an unmet condition. */
    static boolean isRefusal(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    private Transaction add(TransactWriteItem item) {
        items.add(item);
        return this;
    }
}
