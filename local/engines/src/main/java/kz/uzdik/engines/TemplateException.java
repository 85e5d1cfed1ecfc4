package kz.uzdik.engines;

import java.io.Serial;

/** The template says something that cannot be read or played here; the message names where. */
public final class TemplateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TemplateException(String where, String what) {
        super("template.yaml, " + where + ": " + what);
    }
}
