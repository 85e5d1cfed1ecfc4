package kz.uzdik.host;

import java.io.Serial;
import java.time.Duration;

/** A function did not answer within the template's {@code Timeout}; its message is what Lambda says then. */
final class FunctionTimeout extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    FunctionTimeout(Duration timeout) {
        super("Task timed out after %d.00 seconds".formatted(timeout.toSeconds()));
    }
}
