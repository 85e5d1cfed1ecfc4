package kz.uzdik.host;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import kz.uzdik.engines.FunctionSpec;
import kz.uzdik.wiring.Wiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A function of the template in this JVM: instances are made as calls overlap, and each serves one at a time. */
final class LocalFunction {

    /** Instances at once; further calls wait. */
    private static final int CONCURRENCY = 16;

    private static final Logger LOG = LoggerFactory.getLogger(LocalFunction.class);

    private final FunctionSpec spec;
    private final Wiring wiring;
    private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore room = new Semaphore(CONCURRENCY, true);
    private final AtomicLong calls = new AtomicLong();

    /**
     * Takes the function as the template has it.
     *
     * @param engines region, keys and endpoints, the same for all functions
     */
    LocalFunction(FunctionSpec spec, Map<String, String> engines, InstantSource clock) {
        this(spec, engines, clock, new SecureRandom());
    }

    LocalFunction(FunctionSpec spec, Map<String, String> engines, InstantSource clock, RandomGenerator random) {
        this.spec = spec;
        var environment = new HashMap<>(engines);
        environment.putAll(spec.environment());
        environment.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()));
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        this.wiring = new Wiring(environment, clock, random);
    }

    FunctionSpec spec() {
        return spec;
    }

    /** Calls served or being served so far. */
    long calls() {
        return calls.get();
    }

    /** Makes the first instance, so that what is wrong with it is seen at the start. */
    void warm() {
        idle.push(make());
    }

    /** Serves {@code event}, JSON, and gives the answer, JSON. Throws {@link FunctionFailure} where the function does. */
    byte[] call(byte[] event) {
        calls.incrementAndGet();
        room.acquireUninterruptibly();
        try {
            var free = idle.poll();
            var instance = free == null ? make() : free;
            var answer = instance.call(
                    event, new LocalContext(spec, UUID.randomUUID().toString()));
            idle.push(instance);
            return answer;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("{} failed", spec.name(), e);
            throw new FunctionFailure(spec.name(), e);
        } finally {
            room.release();
        }
    }

    private Instance make() {
        try {
            return Instance.create(spec.handler(), wiring);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "handler " + spec.handler() + " of " + spec.name() + " cannot be made: " + e, e);
        }
    }
}
