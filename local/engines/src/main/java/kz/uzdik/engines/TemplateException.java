package kz.uzdik.engines;

import java.io.Serial;

/** The template says something that cannot be read or played here; the message names where. */
public final class TemplateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong, and where: a path from the top of the template. */
    public TemplateException(String where, String what) {
        super("template.yaml, " + where + ": " + what);
    }
}
