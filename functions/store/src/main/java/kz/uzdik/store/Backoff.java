package kz.uzdik.store;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Pauses between tries of a write that met others: random, so that they part, growing, and ending. */
final class Backoff {

    private static final int TRIES = 12;
    private static final int FIRST_MILLIS = 20;
    private static final int LONGEST_MILLIS = 500;

    private final RandomGenerator random;
    private int pauses;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What {@code attempt} gives, tried again while it fails for what passes, or {@code busy} where there have been enough
     * tries. Any other failure is thrown.
     */
    <T> T retrying(Supplier<T> attempt, T busy) {
        do {
            try {
                return attempt.get();
            } catch (AwsServiceException e) {
                if (!Cancelled.passes(e)) {
                    throw e;
                }
            }
        } while (pause());
        return busy;
    }

    /** Pauses before the next try; says, without a pause, where there have been enough. */
    boolean pause() {
        if (pauses == TRIES - 1) {
            return false;
        }
        int most = (int) Math.min(LONGEST_MILLIS, (long) FIRST_MILLIS << pauses);
        pauses++;
        try {
            Thread.sleep(random.nextInt(1, most + 1));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
