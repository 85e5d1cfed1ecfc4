package kz.uzdik.store;

import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Breaks calls now and then: before the engine sees them, or after it has carried them out and before we hear so. */
final class Faults implements ExecutionInterceptor {

    private final RandomGenerator random;
    private final int oneIn;

    /** Breaks one call in {@code oneIn}. */
    Faults(RandomGenerator random, int oneIn) {
        this.random = random;
        this.oneIn = oneIn;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        maybeFail("before");
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        maybeFail("after");
    }

    private void maybeFail(String when) {
        if (random.nextInt(oneIn * 2) == 0) {
            throw SdkClientException.create("broken " + when + " the call");
        }
    }
}
