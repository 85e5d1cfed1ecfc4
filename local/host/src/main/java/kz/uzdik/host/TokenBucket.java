package kz.uzdik.host;

import java.util.function.LongSupplier;
import kz.uzdik.engines.Throttle;

/** A route's limit, as API Gateway keeps it: each request takes a token, and tokens come back at a steady rate. */
final class TokenBucket {

    private final Throttle throttle;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filled;

    /**
     * A full bucket.
     *
     * @param nanoTime as {@link System#nanoTime}
     */
    TokenBucket(Throttle throttle, LongSupplier nanoTime) {
        this.throttle = throttle;
        this.nanoTime = nanoTime;
        this.tokens = throttle.burst();
        this.filled = nanoTime.getAsLong();
    }

    /** Takes a token; says whether there was one. */
    synchronized boolean take() {
        var now = nanoTime.getAsLong();
        tokens = Math.min(throttle.burst(), tokens + (now - filled) / 1e9 * throttle.perSecond());
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
