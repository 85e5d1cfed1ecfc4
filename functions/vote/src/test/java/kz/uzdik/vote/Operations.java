package kz.uzdik.vote;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Notes what every DynamoDB client of the tests is asked to do; the SDK finds it on the class path. */
public final class Operations implements ExecutionInterceptor {

    /** Names of operations, the parts of a transaction one by one, in the order in which they were asked for. */
    static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    /** How many bytes each request had, in the order in which they were sent. */
    static final Queue<Long> SIZES = new ConcurrentLinkedQueue<>();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        context.requestBody().flatMap(RequestBody::optionalContentLength).ifPresent(SIZES::add);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            for (var part : transaction.transactItems()) {
                SEEN.add(
                        part.put() != null
                                ? "PutItem"
                                : part.update() != null
                                        ? "UpdateItem"
                                        : part.conditionCheck() != null ? "ConditionCheckItem" : "DeleteItem");
            }
        } else {
            SEEN.add(context.request().getClass().getSimpleName().replace("Request", ""));
        }
    }
}
