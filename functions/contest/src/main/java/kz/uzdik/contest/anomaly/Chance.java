package kz.uzdik.contest.anomaly;

import java.math.BigDecimal;

/**
 * The most that chance lets pass. Computed with {@link StrictMath}, so that it is the same number on every machine.
 */
final class Chance {

    private Chance() {}

    /** The least {@code k} that a count with this mean exceeds in fewer than one of {@code oneIn} cases (Poisson). */
    static long mostOf(double mean, int oneIn) {
        // Up from the mean, adding up the tail from its far end, where terms vanish beside the sum.
        long far = (long) StrictMath.ceil(mean + 40 * StrictMath.sqrt(mean) + 60);
        double tail = 0;
        double logMean = StrictMath.log(mean);
        double logFactorial = logFactorial(far);
        for (long k = far; k > 0; k--) {
            double next = tail + StrictMath.exp(k * logMean - mean - logFactorial);
            if (next >= 1.0 / oneIn) {
                return k;
            }
            tail = next;
            logFactorial -= StrictMath.log((double) k);
        }
        return 0;
    }

    /**
     * The least {@code k} that hits among {@code trials}, each with chance {@code share}, exceed in fewer than one of
     * {@code oneIn} cases (binomial).
     */
    static long mostOf(long trials, double share, int oneIn) {
        if (share >= 1) {
            return trials;
        }
        double tail = 0;
        double logWays = 0;
        double logHit = StrictMath.log(share);
        double logMiss = StrictMath.log1p(-share);
        for (long k = trials; k > 0; k--) {
            double next = tail + StrictMath.exp(logWays + k * logHit + (trials - k) * logMiss);
            if (next >= 1.0 / oneIn) {
                return k;
            }
            tail = next;
            logWays += StrictMath.log((double) k) - StrictMath.log((double) (trials - k + 1));
        }
        return 0;
    }

    /** {@code part} of {@code whole}, a part of 1; 0 of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    static double plus(double share, BigDecimal above) {
        return share + above.doubleValue();
    }

    private static double logFactorial(long n) {
        double sum = 0;
        for (long k = 2; k <= n; k++) {
            sum += StrictMath.log((double) k);
        }
        return sum;
    }
}
