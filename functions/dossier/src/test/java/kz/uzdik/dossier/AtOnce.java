package kz.uzdik.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that begin together. */
final class AtOnce {

    private AtOnce() {}

    /** What {@code count} calls give that begin together. */
    static <T> List<T> of(int count, IntFunction<T> call) throws Exception {
        var start = new CountDownLatch(count);
        try (var pool = Executors.newFixedThreadPool(count)) {
            var calls = IntStream.range(0, count)
                    .mapToObj(i -> (Callable<T>) () -> {
                        start.countDown();
                        start.await();
                        return call.apply(i);
                    })
                    .toList();
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
