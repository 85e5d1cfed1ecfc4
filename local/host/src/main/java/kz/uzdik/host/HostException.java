package kz.uzdik.host;

import java.io.Serial;

/** The host cannot start; the message says why, for people. */
public final class HostException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    HostException(String message, Throwable cause) {
        super(message, cause);
    }

    HostException(String message) {
        super(message);
    }
}
