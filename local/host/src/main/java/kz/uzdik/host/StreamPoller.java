package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.uzdik.engines.EventSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a table's stream for one function, in order, shard by shard, from where the last run left off. */
final class StreamPoller {

    private static final Logger LOG = LoggerFactory.getLogger(StreamPoller.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SHARDS_HOLD = Duration.ofSeconds(10);
    private static final int MOST_PER_READ = 1000;

    private final EventSpec.Stream source;
    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final BatchCalls calls;
    private final Checkpoints checkpoints;
    private final Activity activity;
    private final List<EventPattern> patterns;
    private final Thread thread;
    private final Map<String, String> iterators = new HashMap<>();
    private final List<Shard> shards = new ArrayList<>();
    private long listed;
    private final Set<String> finished = new HashSet<>();
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore wake = new Semaphore(0);

    StreamPoller(
            EventSpec.Stream source,
            DynamoDbStreamsClient client,
            String streamArn,
            BatchCalls calls,
            Checkpoints checkpoints,
            Activity activity) {
        this.source = source;
        this.client = client;
        this.streamArn = streamArn;
        this.calls = calls;
        this.checkpoints = checkpoints;
        this.activity = activity;
        this.thread =
                Thread.ofPlatform().daemon().name("stream-" + source.table()).unstarted(this::run);
        this.patterns = source.patterns().stream()
                .map(p -> EventPattern.of(source.where(), HostJson.read(p)))
                .toList();
    }

    /** Begins to read, in a thread of its own. */
    void start() {
        thread.start();
    }

    /** Waits until the thread has seen that the host stops. */
    void join() {
        try {
            wake.release();
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Done when everything that is in the stream now has been handled. */
    CompletableFuture<Void> caughtUp() {
        var done = new CompletableFuture<Void>();
        waiting.add(done);
        wake.release();
        return done;
    }

    private void run() {
        while (!activity.isStopped()) {
            var flushed = new ArrayList<CompletableFuture<Void>>();
            for (var w = waiting.poll(); w != null; w = waiting.poll()) {
                flushed.add(w);
            }
            try {
                while (round(flushed.isEmpty()) && !activity.isStopped()) {
                    // There may be more.
                }
                flushed.forEach(w -> w.complete(null));
            } catch (SdkException e) {
                // While the host stops, the engine may be gone first.
                if (activity.pause(POLL)) {
                    LOG.warn("stream of {} could not be read, will be tried again", source.table(), e);
                }
                waiting.addAll(flushed);
            }
            sleep();
        }
        for (var w = waiting.poll(); w != null; w = waiting.poll()) {
            w.complete(null);
        }
    }

    private void sleep() {
        try {
            if (wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads each shard once; says whether there was anything. */
    private boolean round(boolean mayWait) {
        var any = false;
        for (var shard : shards()) {
            if (!finished.contains(shard.shardId())) {
                any |= read(shard, mayWait);
            }
        }
        return any;
    }

    /** Asked for anew when one has ended, and now and then. */
    private List<Shard> shards() {
        var now = System.nanoTime();
        if (!shards.isEmpty() && now - listed < SHARDS_HOLD.toNanos()) {
            return List.copyOf(shards);
        }
        shards.clear();
        String from = null;
        do {
            var start = from;
            var page = client.describeStream(r -> r.streamArn(streamArn).exclusiveStartShardId(start))
                    .streamDescription();
            shards.addAll(page.shards());
            from = page.lastEvaluatedShardId();
        } while (from != null);
        listed = now;
        return List.copyOf(shards);
    }

    private boolean read(Shard shard, boolean mayWait) {
        var id = shard.shardId();
        var records = new ArrayList<JsonNode>();
        var iterator = iterators.computeIfAbsent(id, this::iterator);
        var deadline = System.nanoTime() + source.window().toNanos();
        do {
            var at = iterator;
            try {
                var page = client.getRecords(r -> r.shardIterator(at).limit(MOST_PER_READ));
                page.records().forEach(record -> records.add(StreamRecords.of(record, streamArn)));
                iterator = page.nextShardIterator();
            } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
                // An iterator that has long stood at the start of an idle stream is refused like an expired one.
                iterators.remove(id);
                return true;
            }
        } while (iterator != null
                && !records.isEmpty()
                && records.size() < source.batchSize()
                && waitForMore(mayWait, deadline));
        if (!records.isEmpty() && !handle(id, records)) {
            iterators.remove(id);
            return false;
        }
        if (iterator == null) {
            finished.add(id);
            iterators.remove(id);
            shards.clear();
        } else {
            iterators.put(id, iterator);
        }
        return !records.isEmpty();
    }

    private boolean waitForMore(boolean mayWait, long deadline) {
        return mayWait && waiting.isEmpty() && System.nanoTime() < deadline && activity.pause(POLL);
    }

    /** Hands over what the filter lets through, batch by batch; each is noted as done before the next begins. */
    private boolean handle(String shard, List<JsonNode> records) {
        var batch = new ArrayList<JsonNode>();
        for (var record : records) {
            if (patterns.isEmpty() || patterns.stream().anyMatch(p -> p.matches(record))) {
                batch.add(record);
            }
            if (batch.size() == source.batchSize()) {
                if (!calls.handle(shard, batch)) {
                    return false;
                }
                checkpoints.advance(shard, StreamRecords.sequenceNumber(record));
                batch.clear();
            }
        }
        if (!calls.handle(shard, batch)) {
            return false;
        }
        checkpoints.advance(shard, StreamRecords.sequenceNumber(records.getLast()));
        return true;
    }

    private String iterator(String shard) {
        var request = GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shard);
        var last = checkpoints.last(shard);
        if (last.isPresent()) {
            request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(last.get());
        } else if (source.fromStart() || !checkpoints.isEmpty()) {
            request.shardIteratorType(ShardIteratorType.TRIM_HORIZON);
        } else {
            request.shardIteratorType(ShardIteratorType.LATEST);
        }
        return client.getShardIterator(request.build()).shardIterator();
    }
}
