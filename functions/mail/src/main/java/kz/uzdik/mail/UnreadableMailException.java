package kz.uzdik.mail;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A record of the outbox that cannot be made into a letter: a fault of the program that wrote it. */
public final class UnreadableMailException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableMailException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
