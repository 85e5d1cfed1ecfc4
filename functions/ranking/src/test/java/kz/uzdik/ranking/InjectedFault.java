package kz.uzdik.ranking;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Breaks one write to AWS, as a crash would: just before it or just after; or holds one up for as long as it likes. The SDK finds it by its resource file. */
public final class InjectedFault implements ExecutionInterceptor {

    private static final Set<String> WRITES =
            Set.of("PutItemRequest", "UpdateItemRequest", "TransactWriteItemsRequest", "PutObjectRequest");
    private static final AtomicInteger BEFORE = new AtomicInteger(-1);
    private static final AtomicInteger AFTER = new AtomicInteger(-1);
    private static final AtomicReference<@Nullable Held> HELD = new AtomicReference<>();

    /** One file's writer that is held up, and the sign that it may go on. */
    record Held(String key, CountDownLatch arrived, CountDownLatch goOn) {}

    /** Holds up the next one to put a file at {@code key}, in the moment before it does. */
    static Held hold(String key) {
        var held = new Held(key, new CountDownLatch(1), new CountDownLatch(1));
        HELD.set(held);
        return held;
    }

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
        var held = HELD.get();
        if (held != null
                && context.request() instanceof PutObjectRequest put
                && put.key().equals(held.key())
                && HELD.compareAndSet(held, null)) {
            held.arrived().countDown();
            try {
                held.goOn().await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
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
