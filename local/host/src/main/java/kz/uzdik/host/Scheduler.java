package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.uzdik.engines.EventSpec;
import kz.uzdik.engines.LocalAws;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls functions when their schedules are due by the contest's clock. Where the clock was moved over several due
 * times, or the host was down, only the latest of them is played: the function sees the same time at all of them.
 */
final class Scheduler {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** A schedule and whom it calls. */
    record Entry(EventSpec.Schedule spec, ScheduleExpression expression, LocalFunction function) {
        String arn() {
            return "arn:aws:scheduler:%s:%s:schedule/default/%s"
                    .formatted(
                            LocalAws.REGION, LocalAws.ACCOUNT, function.spec().name());
        }
    }

    private final List<Entry> entries;
    private final AsyncCalls calls;
    private final Activity activity;
    private final ContestClock clock;
    private final @Nullable Path file;
    private final Map<String, Instant> fired = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);

    Scheduler(List<Entry> entries, AsyncCalls calls, Activity activity, ContestClock clock, @Nullable Path file) {
        this.entries = List.copyOf(entries);
        this.calls = calls;
        this.activity = activity;
        this.clock = clock;
        this.file = file;
        clock.onMove(() -> {
            fireDue();
            wake.release();
        });
    }

    /** Begins to tick, in a thread of its own; what was missed since the last run is played now. */
    void start() {
        var now = clock.instant();
        entries.forEach(e -> fired.put(e.spec().where(), now));
        try {
            if (file != null && Files.exists(file)) {
                HostJson.read(Files.readAllBytes(file))
                        .properties()
                        .forEach(e ->
                                fired.put(e.getKey(), Instant.parse(e.getValue().asText())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("schedules").start(this::run);
    }

    /**
     * Calls each function once, as whoever deploys the stack does by hand: what it publishes is then there before its
     * hour. A call that fails is left to that hour.
     */
    void callAll() {
        for (var entry : entries) {
            try {
                entry.function().call(event(entry, clock.instant()));
            } catch (FunctionFailure e) {
                LOG.warn("{} will be called again when it is due", entry.spec().where(), e);
            }
        }
    }

    private void run() {
        while (!activity.isStopped()) {
            fireDue();
            try {
                if (wake.tryAcquire(untilNext().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private synchronized Duration untilNext() {
        var now = clock.instant();
        var shortest = LOOK;
        for (var entry : entries) {
            var next = entry.expression()
                    .next(now)
                    .map(n -> Duration.between(now, n))
                    .orElse(LOOK);
            shortest = next.compareTo(shortest) < 0 ? next : shortest;
        }
        return shortest.plusMillis(1);
    }

    /** Starts every function that is due. */
    synchronized void fireDue() {
        var now = clock.instant();
        var changed = false;
        for (var entry : entries) {
            var last = fired.get(entry.spec().where());
            if (last == null) {
                continue;
            }
            if (last.isAfter(now)) {
                fired.put(entry.spec().where(), now);
                changed = true;
                continue;
            }
            var due = latest(entry.expression(), last, now);
            if (due != null) {
                fired.put(entry.spec().where(), due);
                changed = true;
                activity.start(() -> calls.call(
                        entry.function(), event(entry, due), entry.spec().failures()));
            }
        }
        if (changed) {
            save();
        }
    }

    private static @Nullable Instant latest(ScheduleExpression expression, Instant after, Instant now) {
        Instant latest = null;
        for (var next = expression.next(after); next.isPresent() && !next.get().isAfter(now); ) {
            latest = next.get();
            next = expression.next(latest);
        }
        return latest;
    }

    private void save() {
        if (file == null) {
            return;
        }
        var node = HostJson.object();
        fired.forEach((where, when) -> node.put(where, when.toString()));
        Kept.write(file, HostJson.bytes(node));
    }

    private static byte[] event(Entry entry, Instant due) {
        var id = UUID.randomUUID().toString();
        var input = entry.spec().input();
        if (input != null) {
            return input.replace("<aws.scheduler.scheduled-time>", Times.seconds(due))
                    .replace("<aws.scheduler.schedule-arn>", entry.arn())
                    .replace("<aws.scheduler.execution-id>", id)
                    .replace("<aws.scheduler.attempt-number>", "1")
                    .getBytes(StandardCharsets.UTF_8);
        }
        var event = HostJson.object()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.scheduler")
                .put("account", LocalAws.ACCOUNT)
                .put("time", Times.seconds(due))
                .put("region", LocalAws.REGION);
        event.putArray("resources").add(entry.arn());
        return HostJson.bytes(event.put("detail", "{}"));
    }
}
