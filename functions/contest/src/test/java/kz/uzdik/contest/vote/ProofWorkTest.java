package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofWorkTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "400, 1",
        "401, 2",
        "800, 2",
        "801, 4",
        "1600, 4",
        "1601, 8",
        "12800, 32",
        "12801, 64",
        "25601, 64",
        "9223372036854775807, 64"
    })
    void theWorkDoublesWithTheAskersBeyondAVillageUpToALimit(long asked, int times) {
        assertThat(ProofWork.of(asked)).isEqualTo(times * ProofWork.NORMAL);
    }
}
