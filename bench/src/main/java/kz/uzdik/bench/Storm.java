package kz.uzdik.bench;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Bad weather for every DynamoDB client of this process, by a seed: writes are throttled, and whoever writes to the
 * contest's table, which while people vote is the tally, is killed just before or just after it. Quiet until it is let
 * loose. The SDK finds it by its resource file.
 */
public final class Storm implements ExecutionInterceptor {

    private static final double THROTTLED = 0.05;
    private static final double KILLED = 0.08;
    private static final int BAD_REQUEST = 400;
    private static final String CONTEST = "ContestTable";
    private static final AtomicLong THROTTLINGS = new AtomicLong();
    private static final AtomicLong KILLS = new AtomicLong();
    private static volatile @Nullable SplittableRandom random;

    /** Lets it loose. */
    static void begin(long seed) {
        THROTTLINGS.set(0);
        KILLS.set(0);
        random = new SplittableRandom(seed);
    }

    /** Calms it. */
    static void end() {
        random = null;
    }

    /** How many writes it has throttled. */
    static long throttlings() {
        return THROTTLINGS.get();
    }

    /** How often it has killed the tally. */
    static long kills() {
        return KILLS.get();
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (!(context.request() instanceof DynamoDbRequest request)
                || table(request).isEmpty()) {
            return;
        }
        double fate = drawn();
        if (fate < THROTTLED) {
            THROTTLINGS.incrementAndGet();
            throw fate < THROTTLED / 2 || !(request instanceof TransactWriteItemsRequest)
                    ? ProvisionedThroughputExceededException.builder()
                            .message("throttled by the bench")
                            .statusCode(BAD_REQUEST)
                            .awsErrorDetails(details("ProvisionedThroughputExceededException"))
                            .build()
                    : TransactionCanceledException.builder()
                            .message("throttled by the bench")
                            .statusCode(BAD_REQUEST)
                            .awsErrorDetails(details("TransactionCanceledException"))
                            .cancellationReasons(CancellationReason.builder()
                                    .code("ThrottlingError")
                                    .build())
                            .build();
        }
        if (fate < THROTTLED + KILLED / 2) {
            kill(request);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof DynamoDbRequest request && drawn() < KILLED / 2) {
            kill(request);
        }
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder().errorCode(code).build();
    }

    private static void kill(DynamoDbRequest request) {
        if (table(request).equals(CONTEST)) {
            KILLS.incrementAndGet();
            throw new IllegalStateException("killed by the bench");
        }
    }

    private static double drawn() {
        var drawing = random;
        if (drawing == null) {
            return 1;
        }
        synchronized (Storm.class) {
            return drawing.nextDouble();
        }
    }

    /** The table that {@code request} writes to; empty where it writes nothing. */
    private static String table(DynamoDbRequest request) {
        return switch (request) {
            case PutItemRequest put -> put.tableName();
            case UpdateItemRequest update -> update.tableName();
            case TransactWriteItemsRequest transaction ->
                table(transaction.transactItems().getFirst());
            default -> "";
        };
    }

    private static String table(TransactWriteItem part) {
        if (part.put() != null) {
            return part.put().tableName();
        }
        if (part.update() != null) {
            return part.update().tableName();
        }
        return part.conditionCheck() == null ? "" : part.conditionCheck().tableName();
    }
}
