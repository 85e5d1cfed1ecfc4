package kz.uzdik.host.secrecy;

import java.util.Collection;

/** How probable it is to do as well by guessing alone. */
final class Chance {

    private Chance() {}

    /**
     * The probability that random one-to-one guesses within groups of these {@code sizes} hit {@code hits} times or
     * more. Exact: how many of n hit is how many points a random permutation of n leaves in place.
     */
    static double ofHits(Collection<Integer> sizes, int hits) {
        var distribution = new double[] {1};
        for (int size : sizes) {
            var one = fixedPoints(size);
            var sum = new double[distribution.length + size];
            for (int i = 0; i < distribution.length; i++) {
                for (int j = 0; j <= size; j++) {
                    sum[i + j] += distribution[i] * one[j];
                }
            }
            distribution = sum;
        }
        double probability = 0;
        for (int i = distribution.length - 1; i >= hits; i--) {
            probability += distribution[i];
        }
        return Math.min(1, probability);
    }

    private static double[] fixedPoints(int size) {
        var probabilities = new double[size + 1];
        double factorial = 1;
        for (int k = 0; k <= size; k++) {
            factorial *= Math.max(1, k);
            double none = 0;
            double term = 1;
            for (int j = 0; j <= size - k; j++) {
                none += j % 2 == 0 ? term : -term;
                term /= j + 1;
            }
            probabilities[k] = Math.max(0, none) / factorial;
        }
        return probabilities;
    }

    /**
     * The probability that a standard normal value lies as far from 0 as {@code z}, at most: Chernoff's bound, twice.
     * A sum of rank correlations of random permutations lies out there less often still.
     */
    static double ofCorrelation(double z) {
        return Math.min(1, 2 * Math.exp(-z * z / 2));
    }
}
