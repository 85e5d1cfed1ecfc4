package kz.uzdik.host.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChanceTest {

    @Test
    void countsThePermutationsThatHit() {
        // Of the six orders of three, one hits all, three hit one, two hit none.
        assertThat(Chance.ofHits(List.of(3), 0)).isCloseTo(1, within(1e-12));
        assertThat(Chance.ofHits(List.of(3), 1)).isCloseTo(4 / 6.0, within(1e-12));
        assertThat(Chance.ofHits(List.of(3), 2)).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(Chance.ofHits(List.of(3, 2), 5)).isCloseTo(1 / 12.0, within(1e-12));
    }

    @Test
    void manyHitsAreImprobable() {
        assertThat(Chance.ofHits(List.of(40, 40, 40), 8)).isBetween(0.01, 0.02);
        assertThat(Chance.ofHits(List.of(40, 40, 40), 25)).isLessThan(1e-12);
        assertThat(Chance.ofCorrelation(7)).isLessThan(1e-10);
        assertThat(Chance.ofCorrelation(1)).isOne();
    }
}
