package kz.uzdik.host;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.engines.EventSpec;
import org.jspecify.annotations.Nullable;

/** The HTTP API's routes: finds the one for a request, literal segments before parameters. */
final class RouteTable {

    /**
     * A route and whom it calls.
     *
     * @param bucket its limit; null where it takes any number of requests
     */
    record Entry(
            EventSpec.Route route,
            LocalFunction function,
            @Nullable TokenBucket bucket) {

        Entry(EventSpec.Route route, LocalFunction function) {
            this(
                    route,
                    function,
                    route.throttle() == null ? null : new TokenBucket(route.throttle(), System::nanoTime));
        }

        /** Whether one more request may pass now. */
        boolean admits() {
            return bucket == null || bucket.take();
        }

        private List<String> segments() {
            return List.of(route.path().split("/", -1));
        }

        private long parameters() {
            return segments().stream().filter(RouteTable::isParameter).count();
        }
    }

    /**
     * The route that a request takes.
     *
     * @param parameters of the path, decoded
     */
    record Match(Entry entry, Map<String, String> parameters) {
        Match {
            parameters = Map.copyOf(parameters);
        }
    }

    private final List<Entry> entries;

    RouteTable(List<Entry> entries) {
        var sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(Entry::parameters));
        this.entries = List.copyOf(sorted);
        for (var entry : entries) {
            if (entry.route().path().contains("+}")) {
                throw new IllegalArgumentException(
                        entry.route().where() + ": the local host cannot play greedy parameters");
            }
        }
    }

    /** The route for {@code method} and {@code rawPath}. */
    Optional<Match> find(String method, String rawPath) {
        var given = List.of(rawPath.split("/", -1));
        for (var entry : entries) {
            if (entry.route().method().equals(method) || entry.route().method().equals("ANY")) {
                var parameters = match(entry.segments(), given);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(entry, parameters.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(List<String> wanted, List<String> given) {
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (var i = 0; i < wanted.size(); i++) {
            var decoded = decoded(given.get(i));
            if (isParameter(wanted.get(i)) && !decoded.isEmpty()) {
                parameters.put(wanted.get(i).substring(1, wanted.get(i).length() - 1), decoded);
            } else if (!wanted.get(i).equals(decoded)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Percent signs resolved; a plus stays one, as it does in paths. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
