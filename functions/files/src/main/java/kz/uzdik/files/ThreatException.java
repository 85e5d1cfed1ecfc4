package kz.uzdik.files;

import java.io.Serial;

/**
 * GuardDuty found a threat in an archive, and the bucket gives it to nobody any more. Unchecked, so that no reader of a
 * format takes it for a fault of the file.
 */
public final class ThreatException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ThreatException(String key, Throwable cause) {
        super("a threat was found in " + key, cause);
    }
}
