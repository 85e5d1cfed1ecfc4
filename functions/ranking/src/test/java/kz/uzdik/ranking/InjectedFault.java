package kz.uzdik.ranking;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Breaks one write to AWS, as a crash would: just before it or just after. The SDK finds it by its resource file. */
public final class InjectedFault implements ExecutionInterceptor {

    private static final Set<String> WRITES =
            Set.of("PutItemRequest", "UpdateItemRequest", "TransactWriteItemsRequest", "PutObjectRequest");
    private static final AtomicInteger BEFORE = new AtomicInteger(-1);
    private static final AtomicInteger AFTER = new AtomicInteger(-1);

    /** Breaks write number {@code write}, from 0, before it is sent. */
    static void before(int write) {
        BEFORE.set(write);
    }

    /** Breaks write number {@code write}, from 0, after it was done. */
    static void after(int write) {
        AFTER.set(write);
    }

    /** Breaks nothing; says whether something was still to be broken. */
    static boolean clear() {
        return BEFORE.getAndSet(-1) >= 0 | AFTER.getAndSet(-1) >= 0;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        breakAt(BEFORE, context.request());
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        breakAt(AFTER, context.request());
    }

    private static void breakAt(AtomicInteger countdown, Object request) {
        if (WRITES.contains(request.getClass().getSimpleName())
                && countdown.get() >= 0
                && countdown.getAndDecrement() == 0) {
            throw new IllegalStateException("injected fault");
        }
    }
}
