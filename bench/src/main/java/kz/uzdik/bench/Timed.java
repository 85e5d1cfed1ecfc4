package kz.uzdik.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls made over a few connections at once, timed.
 *
 * @param perSecond calls per second over the whole span
 * @param millis how long each call took, in rising order
 */
record Timed(double perSecond, List<Double> millis) {

    private static final int CONNECTIONS = 8;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Makes all of {@code calls}. Throws {@link IllegalStateException} where one fails. */
    static Timed of(List<Callable<Object>> calls) {
        var millis = new double[calls.size()];
        var next = new AtomicInteger();
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var started = System.nanoTime();
            var timed = calls.stream()
                    .<Callable<Object>>map(call -> () -> {
                        var began = System.nanoTime();
                        var answer = call.call();
                        millis[next.getAndIncrement()] = (System.nanoTime() - began) / NANOS_PER_MILLI;
                        return answer;
                    })
                    .toList();
            for (var future : pool.invokeAll(timed)) {
                future.get();
            }
            var seconds = (System.nanoTime() - started) / 1e9;
            return new Timed(
                    calls.size() / seconds,
                    Arrays.stream(millis).sorted().boxed().toList());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value that this {@code part} (0 to 1) of {@code rising}, in rising order, are at most; 0 if there are none. */
    static double quantile(List<Double> rising, double part) {
        return rising.isEmpty() ? 0 : rising.get((int) Math.min(rising.size() - 1, Math.floor(part * rising.size())));
    }
}
