package kz.uzdik.engines;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What calls a function. */
public sealed interface EventSpec {

    /** Path of the event in the template, for messages. */
    String where();

    /**
     * A route of the HTTP API.
     *
     * @param method upper case, or {@code ANY}
     * @param path for example {@code /v1/dossiers/{dossier}}
     * @param authorizer the template's name of who looks at tokens; null if none is asked for
     * @param scopes of which the token must have one; empty for any token
     * @param throttle how many requests it takes; null for any number
     */
    record Route(
            String where,
            String method,
            String path,
            @Nullable String authorizer,
            Set<String> scopes,
            @Nullable Throttle throttle)
            implements EventSpec {

        /** How long an HTTP API waits for a function at most; it then answers 503, and the function goes on. */
        public static final Duration LONGEST = Duration.ofSeconds(30);

        public Route {
            scopes = Set.copyOf(scopes);
        }

        /** As API Gateway names the route: {@code GET /v1/dossiers/{dossier}}. */
        public String key() {
            return method + " " + path;
        }
    }

    /**
     * A rule of EventBridge's default bus.
     *
     * @param pattern what an event must look like, as maps and lists
     * @param failures queue for events that could not be delivered; null if there is none
     */
    record BusRule(String where, Object pattern, @Nullable String failures) implements EventSpec {}

    /**
     * A table's stream, read in batches.
     *
     * @param table its logical id
     * @param fromStart whether the first start begins with the oldest record, not with the next one
     * @param batchSize records, 1 to 10 000
     * @param window how long a batch that is not full may wait
     * @param patterns JSON of which a record must match one; empty for all records
     * @param partial whether the answer names the records that failed
     * @param bisect whether a failing batch is halved
     * @param retries after the first try; -1 for no end
     * @param maxAge of a record, after which it is not tried again; null for no end
     * @param failures queue for batches given up; null if there is none
     */
    record Stream(
            String where,
            String table,
            boolean fromStart,
            int batchSize,
            Duration window,
            List<String> patterns,
            boolean partial,
            boolean bisect,
            int retries,
            @Nullable Duration maxAge,
            @Nullable String failures)
            implements EventSpec {
        public Stream {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * A schedule of EventBridge Scheduler.
     *
     * @param expression {@code cron(…)}, {@code rate(…)} or {@code at(…)}
     * @param input what the function gets, as JSON; null for Scheduler's own event
     * @param failures queue for calls given up; null if there is none
     */
    record Schedule(
            String where,
            String expression,
            ZoneId zone,
            @Nullable String input,
            @Nullable String failures) implements EventSpec {}
}
