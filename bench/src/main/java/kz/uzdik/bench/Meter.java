package kz.uzdik.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Asks DynamoDB, with every write of this process, what it consumed, and adds it up. Idle until it is started. The SDK
 * finds it by its resource file.
 */
public final class Meter implements ExecutionInterceptor {

    /** What writes in a transaction cost beside others of the same size, as AWS documents it. */
    private static final int IN_TRANSACTION = 2;

    private static final int KILOBYTE = 1024;
    private static final int MAP = 3;

    private static final Map<String, DoubleAdder> UNITS = new ConcurrentHashMap<>();
    private static final Map<String, DoubleAdder> DOCUMENTED = new ConcurrentHashMap<>();
    private static final LongAdder REQUESTS = new LongAdder();
    private static volatile boolean running;

    /** Starts at zero. */
    static void start() {
        UNITS.clear();
        DOCUMENTED.clear();
        REQUESTS.reset();
        running = true;
    }

    /**
     * What writes have consumed.
     *
     * @param requests write requests answered
     * @param reported units by table, as the engine reported them
     * @param documented units by table, as AWS documents them: one for each KB begun of each item, two in a transaction
     */
    record Used(long requests, Map<String, Double> reported, Map<String, Double> documented) {

        /** A share of this, for one of {@code count}. */
        Used each(int count) {
            return new Used(requests, divided(reported, count), divided(documented, count));
        }

        private static Map<String, Double> divided(Map<String, Double> units, int count) {
            var shares = new TreeMap<String, Double>();
            units.forEach((table, sum) -> shares.put(table, sum / count));
            return shares;
        }

        /** All tables together, as documented. */
        double units() {
            return documented.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    /** Stops, and gives what came together. */
    static Used stop() {
        running = false;
        var reported = new TreeMap<String, Double>();
        UNITS.forEach((table, sum) -> reported.put(table, sum.sum()));
        var documented = new TreeMap<String, Double>();
        DOCUMENTED.forEach((table, sum) -> documented.put(table, sum.sum()));
        return new Used(REQUESTS.sum(), reported, documented);
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        if (!running) {
            return context.request();
        }
        return switch (context.request()) {
            case TransactWriteItemsRequest transaction ->
                transaction.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case PutItemRequest put ->
                put.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            case UpdateItemRequest update ->
                update.toBuilder()
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                        .build();
            default -> context.request();
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (!running) {
            return;
        }
        switch (context.response()) {
            case TransactWriteItemsResponse transaction ->
                transaction.consumedCapacity().forEach(Meter::add);
            case PutItemResponse put when put.consumedCapacity() != null -> add(put.consumedCapacity());
            case UpdateItemResponse update
            when update.consumedCapacity() != null -> {
                add(update.consumedCapacity());
                // Outside transactions the engine goes by the item's size, which the request does not tell.
                document(
                        update.consumedCapacity().tableName(),
                        update.consumedCapacity().capacityUnits());
            }
            default -> {
                return;
            }
        }
        REQUESTS.increment();
        switch (context.request()) {
            case TransactWriteItemsRequest transaction ->
                transaction.transactItems().forEach(part -> document(table(part), IN_TRANSACTION * units(part)));
            case PutItemRequest put -> document(put.tableName(), units(put.item()));
            default -> {}
        }
    }

    private static void add(ConsumedCapacity consumed) {
        UNITS.computeIfAbsent(consumed.tableName(), table -> new DoubleAdder()).add(consumed.capacityUnits());
    }

    private static void document(String table, double units) {
        DOCUMENTED.computeIfAbsent(table, key -> new DoubleAdder()).add(units);
    }

    /** Of an item put, by its size; of one that is updated or checked, which this project keeps below 1 KB there, one. */
    private static int units(TransactWriteItem part) {
        return part.put() == null ? 1 : units(part.put().item());
    }

    private static int units(Map<String, AttributeValue> item) {
        return Math.ceilDiv(size(item), KILOBYTE);
    }

    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
                .sum();
    }

    /** Bytes as AWS documents them; of a number one for two digits, and one. */
    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> Math.ceilDiv(value.n().length(), 2) + 1;
            case B -> value.b().asByteArrayUnsafe().length;
            case M -> MAP + value.m().size() + size(value.m());
            default -> throw new IllegalStateException("no size known of " + value.type());
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String table(TransactWriteItem part) {
        if (part.put() != null) {
            return part.put().tableName();
        }
        return part.update() != null
                ? part.update().tableName()
                : part.conditionCheck().tableName();
    }
}
