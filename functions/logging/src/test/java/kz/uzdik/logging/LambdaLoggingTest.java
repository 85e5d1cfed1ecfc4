package kz.uzdik.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Outside Lambda lines go to the standard error, which is looked at here. */
class LambdaLoggingTest {

    @Test
    void ourInformationIsWrittenWithItsValues() {
        assertThat(written(() -> LoggerFactory.getLogger("kz.uzdik.vote").info("{} of {}", 1, 2)))
                .contains("kz.uzdik.vote: 1 of 2");
    }

    @Test
    void aCauseIsWrittenWithItsTrace() {
        var cause = new IllegalStateException("why");
        assertThat(written(() -> LoggerFactory.getLogger("kz.uzdik.vote").error("request {} failed", "r1", cause)))
                .contains("request r1 failed", "java.lang.IllegalStateException: why", "\tat ");
    }

    @Test
    void othersAreHeardFromWarningsOn() {
        var theirs = LoggerFactory.getLogger("software.amazon.awssdk.Request");
        assertThat(written(() -> theirs.info("quiet"))).isEmpty();
        assertThat(written(() -> theirs.warn("loud"))).contains("software.amazon.awssdk.Request: loud");
    }

    @Test
    void detailsAreNotWritten() {
        assertThat(written(() -> LoggerFactory.getLogger("kz.uzdik.vote").debug("detail")))
                .isEmpty();
    }

    private static String written(Runnable work) {
        var before = System.err;
        var bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
