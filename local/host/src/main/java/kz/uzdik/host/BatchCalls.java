package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.uzdik.engines.EventSpec;

/**
 * Hands a batch of a stream to its function as Lambda's event source mapping does: what the function says it could
 * not do is tried again from there on, a batch that gets no further is halved, and a record that alone exceeds its
 * tries or its age is given up with a note in the queue.
 */
final class BatchCalls {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final EventSpec.Stream source;
    private final LocalFunction function;
    private final DeadLetters deadLetters;
    private final Activity activity;
    private final String streamArn;

    BatchCalls(
            EventSpec.Stream source,
            LocalFunction function,
            DeadLetters deadLetters,
            Activity activity,
            String streamArn) {
        this.source = source;
        this.function = function;
        this.deadLetters = deadLetters;
        this.activity = activity;
        this.streamArn = streamArn;
    }

    /**
     * Handles {@code batch}, records of {@code shard}. Says whether it is done with, one way or the other: false only
     * where the host stopped first.
     */
    boolean handle(String shard, List<? extends JsonNode> batch) {
        var rest = batch;
        var pause = FIRST_PAUSE;
        for (var tries = 1; !rest.isEmpty(); tries++) {
            activity.note();
            var done = done(rest);
            if (done > 0) {
                rest = rest.subList(done, rest.size());
                tries = 0;
                continue;
            }
            if (source.bisect() && rest.size() > 1) {
                var half = rest.size() / 2;
                return handle(shard, rest.subList(0, half)) && handle(shard, rest.subList(half, rest.size()));
            }
            if ((source.retries() >= 0 && tries > source.retries()) || tooOld(rest.getFirst())) {
                deadLetters.add(source.failures(), letter(shard, rest, tries));
                return true;
            }
            if (!activity.pause(pause)) {
                return false;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return true;
    }

    /** How many records from the first one on are now done. */
    private int done(List<? extends JsonNode> batch) {
        byte[] answer;
        try {
            answer = function.call(HostJson.bytes(StreamRecords.event(batch)));
        } catch (FunctionFailure e) {
            return 0;
        }
        if (!source.partial()) {
            return batch.size();
        }
        var failures = failures(answer);
        if (failures.isMissingNode() || failures.isNull()) {
            return batch.size();
        }
        var done = batch.size();
        for (var failure : failures) {
            done = Math.min(done, indexOf(batch, failure.path("itemIdentifier").asText()));
        }
        return done;
    }

    private static JsonNode failures(byte[] answer) {
        try {
            return HostJson.read(answer).path("batchItemFailures");
        } catch (UncheckedIOException e) {
            return HostJson.object().putArray("batchItemFailures").addObject();
        }
    }

    /** Where the record is; 0, so that the whole batch counts as failed, where there is no such record. */
    private static int indexOf(List<? extends JsonNode> batch, String sequenceNumber) {
        for (var i = 0; i < batch.size(); i++) {
            if (StreamRecords.sequenceNumber(batch.get(i)).equals(sequenceNumber)) {
                return i;
            }
        }
        return 0;
    }

    private boolean tooOld(JsonNode record) {
        if (source.maxAge() == null) {
            return false;
        }
        var created =
                record.path("dynamodb").path("ApproximateCreationDateTime").asLong();
        return Instant.ofEpochSecond(created).plus(source.maxAge()).isBefore(Instant.now());
    }

    private ObjectNode letter(String shard, List<? extends JsonNode> batch, int tries) {
        var letter = HostJson.object()
                .put("version", "1.0")
                .put("timestamp", Instant.now().toString());
        letter.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", LocalContext.arn(function.spec()))
                .put("condition", tooOld(batch.getFirst()) ? "RecordAgeExceeded" : "RetryAttemptsExhausted")
                .put("approximateInvokeCount", tries);
        letter.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", StreamRecords.sequenceNumber(batch.getFirst()))
                .put("endSequenceNumber", StreamRecords.sequenceNumber(batch.getLast()))
                .put("batchSize", batch.size())
                .put("streamArn", streamArn);
        return letter;
    }
}
