package kz.uzdik.files;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * S3 did not give the bytes: says nothing of what they are, so the reader should try again later. Unchecked, so that no
 * reader of a format takes it for a fault of the file.
 */
public final class UnreachableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
