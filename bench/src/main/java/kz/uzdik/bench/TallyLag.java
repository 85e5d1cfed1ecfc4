package kz.uzdik.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * How long a ballot waits between its answer and the totals, seen at the tally's own writes: they put a mark for every
 * ballot that they count. The SDK finds it by its resource file.
 */
public final class TallyLag implements ExecutionInterceptor {

    private static final String MARK = "COUNTED#";
    private static final double NANOS_PER_SECOND = 1e9;

    private static final Map<String, Long> ANSWERED = new ConcurrentHashMap<>();
    private static final Map<String, Long> COUNTED = new ConcurrentHashMap<>();

    /** The ballot {@code id} has just been answered. */
    static void answered(String id) {
        ANSWERED.put(id, System.nanoTime());
    }

    /**
     * Seconds from answer to total of each ballot answered since the last call, in rising order; 0 where the tally was
     * first. All must be counted.
     */
    static List<Double> drain() {
        var lags = new ArrayList<Double>();
        ANSWERED.forEach((ballot, answered) -> {
            var counted = COUNTED.get(ballot);
            if (counted == null) {
                throw new IllegalStateException("a ballot that was answered is not counted");
            }
            lags.add(Math.max(0, counted - answered) / NANOS_PER_SECOND);
        });
        ANSWERED.clear();
        COUNTED.clear();
        lags.sort(null);
        return lags;
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (!(context.request() instanceof TransactWriteItemsRequest transaction)) {
            return;
        }
        long now = System.nanoTime();
        for (var part : transaction.transactItems()) {
            if (part.put() != null) {
                var item = part.put().item();
                var partition = item.get("pk");
                var ballot = item.get("sk");
                if (partition != null && ballot != null && partition.s().startsWith(MARK)) {
                    COUNTED.put(ballot.s(), now);
                }
            }
        }
    }
}
