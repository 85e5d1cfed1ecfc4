package kz.uzdik.engines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function as the template describes it.
 *
 * @param name its logical id
 * @param handler name of its class
 * @param codeUri its jar, from the project's root
 * @param memoryMb memory in megabytes
 * @param environment variables, resolved; files of layers are where they are on this machine
 * @param asyncRetries how often a failed asynchronous call is tried again
 * @param failures queue for asynchronous calls given up; null if there is none
 */
public record FunctionSpec(
        String name,
        String handler,
        String codeUri,
        Duration timeout,
        int memoryMb,
        Map<String, String> environment,
        int asyncRetries,
        @Nullable String failures,
        List<EventSpec> events) {
    public FunctionSpec {
        environment = Map.copyOf(environment);
        events = List.copyOf(events);
    }
}
