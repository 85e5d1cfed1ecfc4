package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a few people said about their akim cannot be had from anything published: not from a sum, a mean or a hash
 * either, for every published byte is the same whatever they said.
 */
final class SmallGroupTest {

    private static final int MANY = 12;
    private static final String STAGE = "regional";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void nothingPublishedDependsOnTheAnswersOfAFew(int few) {
        var one = published(few, 1);
        var other = published(few, 5);

        assertThat(one.keySet()).contains("evidence/evidence-" + STAGE + ".zip");
        one.forEach((file, bytes) -> assertThat(Arrays.equals(bytes, other.get(file)))
                .as("%s is the same whatever %d people said", file, few)
                .isTrue());
    }

    @Test
    void theAnswersOfEnoughPeopleDoShow() {
        var one = published(5, 1);
        var other = published(5, 5);

        assertThat(one.get("evidence/evidence-" + STAGE + ".zip"))
                .isNotEqualTo(other.get("evidence/evidence-" + STAGE + ".zip"));
    }

    /** The files of a stage with two candidates of one oblast, one judged by many, the other by {@code few}. */
    private static Map<String, byte[]> published(int few, int answer) {
        var rig = new RankingRig();
        var candidates = rig.selection(2);
        rig.announce("selection");
        rig.fileRegional(candidates.get(0), candidates.get(1));
        RandomGenerator ids = new java.util.SplittableRandom(9);
        for (int i = 0; i < MANY; i++) {
            rig.voteOnce(id(ids), candidates.get(0), 1 + i % 5);
        }
        for (int i = 0; i < few; i++) {
            rig.voteOnce(id(ids), candidates.get(1), answer);
        }
        rig.now = RankingRig.AFTER_REGIONAL;
        assertThat(rig.announce(STAGE).getStatusCode()).isEqualTo(201);
        var files = new TreeMap<String, byte[]>();
        for (var file : List.of(
                "evidence/evidence-" + STAGE + ".zip",
                "data/results-" + STAGE + ".json",
                "protocols/" + STAGE + "-kk.html",
                "protocols/" + STAGE + "-ru.html")) {
            files.put(file, rig.file(file));
        }
        return files;
    }

    private static String id(RandomGenerator random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
