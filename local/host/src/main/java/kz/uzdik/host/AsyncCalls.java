package kz.uzdik.host;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls functions as Lambda does asynchronously: tried again as often as the template says, then into the queue. */
final class AsyncCalls {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Activity activity;
    private final DeadLetters deadLetters;
    private final InstantSource clock;

    AsyncCalls(Activity activity, DeadLetters deadLetters, InstantSource clock) {
        this.activity = activity;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    /**
     * Has {@code function} serve {@code event}, in the caller's thread. Says whether the event is done with, one way
     * or the other: false only where the host stopped first.
     *
     * @param queue for the event if the function has no queue of its own
     */
    boolean call(LocalFunction function, byte[] event, @Nullable String queue) {
        var spec = function.spec();
        var pause = FIRST_PAUSE;
        for (var attempt = 1; ; attempt++) {
            try {
                function.call(event);
                return true;
            } catch (FunctionFailure e) {
                if (attempt > spec.asyncRetries()) {
                    deadLetters.add(
                            spec.failures() == null ? queue : spec.failures(), letter(function, event, attempt, e));
                    return true;
                }
                if (!activity.pause(pause)) {
                    return false;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    /** The record of an invocation that Lambda sends to a failure destination. */
    private com.fasterxml.jackson.databind.node.ObjectNode letter(
            LocalFunction function, byte[] event, int attempts, FunctionFailure failure) {
        var letter = HostJson.object()
                .put("version", "1.0")
                .put("timestamp", clock.instant().toString());
        letter.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", LocalContext.arn(function.spec()))
                .put("condition", "RetriesExhausted")
                .put("approximateInvokeCount", attempts);
        letter.set("requestPayload", HostJson.read(new String(event, StandardCharsets.UTF_8)));
        letter.putObject("responseContext").put("statusCode", 200).put("functionError", "Unhandled");
        letter.putObject("responsePayload").put("errorMessage", String.valueOf(failure.getCause()));
        return letter;
    }
}
