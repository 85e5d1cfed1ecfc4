package kz.uzdik.logging;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.io.PrintWriter;
import java.io.Serial;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * Hands what is logged to Lambda's logger, which adds time, level and the request's id and leaves out what is below the
 * level that the template sets. Our own code is heard from INFO on, all others' from WARN on. Outside Lambda, lines go to
 * the standard error, since the standard output belongs to the program.
 */
final class RuntimeLogger extends LegacyAbstractLogger {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final boolean IN_LAMBDA = System.getenv("AWS_LAMBDA_RUNTIME_API") != null;
    private static final String OURS = "kz.uzdik.";

    private final Level least;

    RuntimeLogger(String name) {
        this.name = name;
        this.least = name.startsWith(OURS) ? Level.INFO : Level.WARN;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable cause) {
        var text = new StringWriter();
        text.append(name).append(": ").append(MessageFormatter.basicArrayFormat(pattern, arguments));
        if (cause != null) {
            text.append('\n');
            cause.printStackTrace(new PrintWriter(text, true));
        }
        if (IN_LAMBDA) {
            LambdaRuntime.getLogger().log(text.toString(), LogLevel.valueOf(level.name()));
        } else {
            System.err.println(level + " " + text);
        }
    }

    private boolean isEnabled(Level level) {
        return level.toInt() >= least.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
        return isEnabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return isEnabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }
}
