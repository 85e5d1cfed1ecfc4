package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kz.uzdik.engines.Throttle;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {

    private final AtomicLong now = new AtomicLong(-5_000_000_000L);

    @Test
    void givesItsBurstThenItsRate() {
        var bucket = new TokenBucket(new Throttle(2, 5), now::get);

        assertThat(taken(bucket, 10)).isEqualTo(5);
        now.addAndGet(499_000_000);
        assertThat(taken(bucket, 10)).isZero();
        now.addAndGet(1_001_000_000);
        assertThat(taken(bucket, 10)).isEqualTo(3);
        now.addAndGet(3_600_000_000_000L);
        assertThat(taken(bucket, 10)).as("never more than its burst").isEqualTo(5);
    }

    private static long taken(TokenBucket bucket, int tries) {
        return IntStream.range(0, tries).filter(i -> bucket.take()).count();
    }
}
