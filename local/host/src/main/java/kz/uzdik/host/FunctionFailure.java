package kz.uzdik.host;

import java.io.Serial;

/** A function ended with an exception, which is the cause. */
public final class FunctionFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FunctionFailure(String function, Throwable cause) {
        super(function + " failed: " + cause, cause);
    }
}
