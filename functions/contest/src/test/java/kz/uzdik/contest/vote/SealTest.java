package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    private final KeyedHash hash = new KeyedHash(bytes("0123456789abcdef0123456789abcdef"));
    private final Seal seal = new Seal(hash, "outbox", new Random(1));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 1663, 1664, 1665, 5000})
    void opensWhatItClosed(int length) {
        var text = bytes("x".repeat(length));

        assertThat(seal.open(seal.close(text, "a"), "a")).isEqualTo(text);
    }

    @Test
    void aSealForShortTextsMakesThemAllEquallyLong() {
        var small = new Seal(hash, "asked-domain", 256, new Random(1));

        assertThat(small.close(bytes("a.kz"), "a")).hasSameSizeAs(small.close(bytes("x".repeat(252)), "a"));
        assertThat(small.open(small.close(bytes("a.kz"), "a"), "a")).isEqualTo(bytes("a.kz"));
    }

    @Test
    void lengthAndBytesTellNothing() {
        var one = seal.close(bytes("{\"to\":\"a@b.kz\"}"), "a");
        var other = seal.close(bytes("{\"to\":\"" + "long.".repeat(50) + "name@example.kz\"}"), "a");

        assertThat(one).hasSameSizeAs(other).isNotEqualTo(seal.close(bytes("{\"to\":\"a@b.kz\"}"), "a"));
        assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("b.kz");
    }

    @Test
    void opensNothingElse() {
        var sealed = seal.close(bytes("text"), "a");
        var changed = sealed.clone();
        changed[20] ^= 1;
        var otherKey = new Seal(new KeyedHash(bytes("f".repeat(32))), "outbox", new Random(1));

        assertThatThrownBy(() -> seal.open(sealed, "b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.open(changed, "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.open(new byte[3], "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Seal(hash, "other", new Random(1)).open(sealed, "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> otherKey.open(sealed, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
