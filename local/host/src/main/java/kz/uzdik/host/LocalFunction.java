package kz.uzdik.host;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /** What an instance's first call may take beyond the limit: classes are loaded then, which SnapStart has done. */
    private static final Duration WARMING_UP = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(LocalFunction.class);

    /** An instance, and whether it has served before. */
    private record Place(Instance instance, boolean warm) {}

    private final FunctionSpec spec;
    private final Wiring wiring;
    private final ConcurrentLinkedDeque<Place> idle = new ConcurrentLinkedDeque<>();
    private final Semaphore room = new Semaphore(CONCURRENCY, true);
    private final AtomicLong calls = new AtomicLong();

    /**
     * Takes the function as the template has it.
     *
     * @param engines region, keys and endpoints, and what stands in place of the template's own
     */
    LocalFunction(FunctionSpec spec, Map<String, String> engines, InstantSource clock) {
        this(spec, engines, clock, new SecureRandom());
    }

    LocalFunction(FunctionSpec spec, Map<String, String> engines, InstantSource clock, RandomGenerator random) {
        this.spec = spec;
        var environment = new HashMap<>(spec.environment());
        environment.putAll(engines);
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
        idle.push(new Place(make(), false));
    }

    /**
     * Serves {@code event}, JSON, and gives the answer, JSON. Throws {@link FunctionFailure} where the function throws,
     * or takes longer than the template lets it; its thread is then interrupted and its instance used no more.
     */
    byte[] call(byte[] event) {
        calls.incrementAndGet();
        room.acquireUninterruptibly();
        try {
            var free = idle.poll();
            var place = free == null ? new Place(make(), false) : free;
            var limit = place.warm() ? spec.timeout() : spec.timeout().plus(WARMING_UP);
            var answer = inTime(place.instance(), event, limit);
            idle.push(new Place(place.instance(), true));
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FunctionFailure(spec.name(), e);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("{} failed", spec.name(), e);
            throw new FunctionFailure(spec.name(), e);
        } finally {
            room.release();
        }
    }

    private byte[] inTime(Instance instance, byte[] event, Duration limit) throws Exception {
        var context = new LocalContext(spec, UUID.randomUUID().toString());
        var task = new FutureTask<>(() -> instance.call(event, context));
        Thread.ofVirtual().name(spec.name()).start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new FunctionTimeout(spec.timeout());
        } catch (ExecutionException e) {
            switch (Objects.requireNonNullElse(e.getCause(), e)) {
                case Exception exception -> throw exception;
                case Error error -> throw error;
                default -> throw e;
            }
        } finally {
            task.cancel(true);
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
