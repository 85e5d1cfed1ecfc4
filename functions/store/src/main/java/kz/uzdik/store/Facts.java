package kz.uzdik.store;

import static kz.uzdik.store.Tables.s;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Facts of the {@code Contest} table: written once under their key, with the mails that tell of them, and never changed. */
final class Facts {

    private static final int TRIES = 10;

    private final Tables tables;
    private final Outbox outbox;

    Facts(Tables tables) {
        this.tables = tables;
        this.outbox = new Outbox(tables);
    }

    /**
     * Writes {@code fact} and its mails, all or none, unless something lies at the key already; says whether it was
     * written.
     */
    boolean put(String pk, String sk, Object fact, List<OutgoingMail> mails) {
        var item = item(Tables.key(pk, sk), fact);
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(write(Put.builder()
                .tableName(tables.contest())
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build()));
        mails.forEach(mail -> writes.add(write(outbox.asPut(mail))));
        return commit(writes);
    }

    /** {@code fact} as it lies at {@code key}. */
    static Map<String, AttributeValue> item(Map<String, AttributeValue> key, Object fact) {
        var item = new HashMap<>(key);
        item.put("fact", s(Json.write(fact)));
        return item;
    }

    private boolean commit(List<TransactWriteItem> writes) {
        for (var attempt = 1; ; attempt++) {
            try {
                tables.client().transactWriteItems(r -> r.transactItems(writes));
                return true;
            } catch (TransactionCanceledException e) {
                if (isBecause(e, "ConditionalCheckFailed")) {
                    return false;
                }
                if (!isBecause(e, "TransactionConflict") || attempt == TRIES) {
                    throw e;
                }
            } catch (TransactionConflictException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static boolean isBecause(TransactionCanceledException e, String code) {
        return e.cancellationReasons().stream().anyMatch(reason -> code.equals(reason.code()));
    }

    private static TransactWriteItem write(Put put) {
        return TransactWriteItem.builder().put(put).build();
    }

    /** Every fact of {@code pk} whose {@code sk} begins so, in the order of {@code sk}, as {@code sk} → JSON. */
    List<Fact> read(String pk, String skPrefix) {
        Map<String, AttributeValue> values =
                skPrefix.isEmpty() ? Map.of(":pk", s(pk)) : Map.of(":pk", s(pk), ":sk", s(skPrefix));
        var pages = tables.client()
                .queryPaginator(r -> r.tableName(tables.contest())
                        .keyConditionExpression(skPrefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(values)
                        .consistentRead(true));
        var facts = new ArrayList<Fact>();
        for (var item : pages.items()) {
            facts.add(new Fact(text(item, "sk"), text(item, "fact")));
        }
        return facts;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("item without " + name);
        }
        return value.s();
    }

    /** A fact as it lies in the table. */
    record Fact(String sk, String json) {

        <T> T as(Class<T> type) {
            return Json.readOwn(json, type);
        }
    }
}
