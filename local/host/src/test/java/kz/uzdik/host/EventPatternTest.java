package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventPatternTest {

    private static final String EVENT =
            "{\"a\":{\"b\":\"outbox/1.zip\",\"n\":7},\"list\":[\"x\",\"y\"],\"name\":\"INSERT\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":[\"INSERT\",\"MODIFY\"]} | true",
                "{\"name\":[\"REMOVE\"]} | false",
                "{\"a\":{\"b\":[{\"prefix\":\"outbox/\"}]},\"name\":[\"INSERT\"]} | true",
                "{\"a\":{\"b\":[{\"suffix\":\".pdf\"}]}} | false",
                "{\"a\":{\"c\":[{\"exists\":false}]}} | true",
                "{\"a\":{\"n\":[{\"numeric\":[\">\",5,\"<=\",7]}]}} | true",
                "{\"list\":[\"y\"]} | true",
                "{\"name\":[{\"anything-but\":[\"INSERT\"]}]} | false",
                "{\"missing\":[\"x\"]} | false"
            })
    void matches(String pattern, boolean expected) {
        assertThat(EventPattern.of("here", HostJson.read(pattern)).matches(HostJson.read(EVENT)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":\"b\"}", "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}"})
    void whatCannotBeMatchedIsRefused(String pattern) {
        assertThatThrownBy(() -> EventPattern.of("here", HostJson.read(pattern)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("here");
    }
}
