package kz.uzdik.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The handler behind a stream as Lambda reads it, on a real engine: batches of any size, failed ones sent again, cut in
 * two or grown, a shard that splits, and a second worker that does the same shard over. The seed is in a test's name.
 */
class TallyDeliveryTest {

    private static final Instant NOW = Instant.parse("2027-05-20T09:30:00Z");
    private static final int CANDIDATES = 5;

    private final String survey = "survey-" + UUID.randomUUID();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void totalsAreTheBallotsWhateverTheStreamDoes(long seed) throws Exception {
        var random = new Random(seed);
        var ballots = ballots(random, 160);
        var parent = ballots.subList(0, 60);
        // The shard splits: each child goes on with its half of the keys, neither waiting for the other.
        var left = ballots.subList(60, 160).stream()
                .filter(ballot -> ballot.id().charAt(0) < '8')
                .toList();
        var right = ballots.subList(60, 160).stream()
                .filter(ballot -> ballot.id().charAt(0) >= '8')
                .toList();

        atOnce(List.of(worker(parent, random), worker(parent, random)));
        atOnce(List.of(
                worker(left, random),
                worker(right, random),
                // One that took the parent's end for unfinished.
                worker(parent.subList(30, 60), random)));

        assertThat(store(new Faults(new Random(seed), 0)).totals(survey)).isEqualTo(Tally.of(ballots));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22})
    void aFailureBeforeOrAfterAnyOneWriteChangesNothing(long seed) {
        for (boolean after : new boolean[] {false, true}) {
            boolean broke = true;
            for (int write = 0; broke; write++) {
                var own = survey + "-" + after + "-" + write;
                var ballots = ballots(new Random(seed + write), 130).stream()
                        .map(ballot -> in(own, ballot))
                        .toList();
                var fault = new OneFault(write, after);
                var handler = new TallyHandler(store(fault));
                boolean done = false;
                while (!done) {
                    done = call(handler, ballots);
                }
                broke = fault.countdown.get() < 0;

                assertThat(store(new Faults(new Random(seed), 0)).totals(own))
                        .as("write %d broken %s it was done", write, after ? "after" : "before")
                        .isEqualTo(Tally.of(ballots));
            }
        }
    }

    /** Reads a shard to its end as Lambda does, through a client that breaks now and then. */
    private Callable<Boolean> worker(List<Ballot> shard, Random seeds) {
        var random = new Random(seeds.nextLong());
        var handler = new TallyHandler(store(new Faults(new Random(seeds.nextLong()), 4)));
        return () -> {
            int at = 0;
            int most = 1 + random.nextInt(70);
            while (at < shard.size()) {
                int to = Math.min(shard.size(), at + most);
                if (call(handler, shard.subList(at, to))) {
                    // A checkpoint that was not kept: some of it comes again.
                    at = random.nextInt(4) == 0 ? Math.max(0, to - random.nextInt(20)) : to;
                    most = 1 + random.nextInt(70);
                } else {
                    // Cut in two, or grown by what came meanwhile.
                    most = random.nextBoolean() ? Math.max(1, most / 2) : most + random.nextInt(40);
                }
            }
            return true;
        };
    }

    /** Whether the function was done with all of {@code batch}; each record is in it at least once. */
    private static boolean call(TallyHandler handler, List<Ballot> batch) {
        var records = new ArrayList<DynamodbStreamRecord>();
        batch.forEach(ballot -> records.add(entry(ballot)));
        records.add(entry(batch.getFirst()));
        var event = new DynamodbEvent();
        event.setRecords(records);
        try {
            assertThat(handler.handleRequest(event, null).getBatchItemFailures())
                    .isEmpty();
            return true;
        } catch (SdkClientException e) {
            return false;
        }
    }

    private static void atOnce(List<Callable<Boolean>> workers) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isTrue();
            }
        }
    }

    private static TallyStore store(ExecutionInterceptor watcher) {
        var names = Engines.shared().environment();
        var client = LocalAws.client(
                DynamoDbClient.builder().overrideConfiguration(o -> o.addExecutionInterceptor(watcher)),
                Engines.shared().dynamoDb().endpoint());
        return new TallyStore(
                new Tables(client, "", "", names.getOrDefault("CONTEST_TABLE", "")), () -> NOW, new Random(1));
    }

    private List<Ballot> ballots(Random random, int count) {
        var ballots = new ArrayList<Ballot>();
        for (int i = 0; i < count; i++) {
            var id = new byte[16];
            random.nextBytes(id);
            ballots.add(new Ballot(
                    // No other test has counted a ballot of this id.
                    HexFormat.of().formatHex(id).substring(0, 16)
                            + UUID.randomUUID().toString().replace("-", "").substring(16),
                    survey,
                    "d-" + random.nextInt(CANDIDATES),
                    Map.of("q1", random.nextInt(6), "q2", random.nextInt(6)),
                    "2027-05-20T14",
                    "web",
                    "9f3c1a7e"));
        }
        return ballots;
    }

    private static Ballot in(String survey, Ballot ballot) {
        return new Ballot(
                ballot.id(),
                survey,
                ballot.candidate(),
                ballot.answers(),
                ballot.hour(),
                ballot.channel(),
                ballot.network());
    }

    private static DynamodbStreamRecord entry(Ballot ballot) {
        var answers = new HashMap<String, AttributeValue>();
        ballot.answers()
                .forEach((question, answer) -> answers.put(question, new AttributeValue().withN(answer.toString())));
        var image = new HashMap<String, AttributeValue>();
        Map.of(
                        "id", ballot.id(),
                        "survey", ballot.survey(),
                        "candidate", ballot.candidate(),
                        "hour", ballot.hour(),
                        "channel", ballot.channel(),
                        "network", ballot.network())
                .forEach((name, value) -> image.put(name, new AttributeValue(value)));
        image.put("answers", new AttributeValue().withM(answers));
        var entry = new DynamodbStreamRecord();
        entry.setEventName("INSERT");
        entry.setDynamodb(new StreamRecord().withSequenceNumber(ballot.id()).withNewImage(image));
        return entry;
    }

    /** Breaks calls by lot, one in {@code oneIn} before and one in {@code oneIn} after; 0 breaks none. */
    private record Faults(Random random, int oneIn) implements ExecutionInterceptor {

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            maybeBreak();
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            maybeBreak();
        }

        private void maybeBreak() {
            if (oneIn > 0 && random.nextInt(oneIn) == 0) {
                throw SdkClientException.create("broken connection");
            }
        }
    }

    /** Breaks the one call of this number, from 0, before it is sent or after it was carried out. */
    private static final class OneFault implements ExecutionInterceptor {

        private final AtomicInteger countdown;
        private final boolean after;

        OneFault(int write, boolean after) {
            this.countdown = new AtomicInteger(write);
            this.after = after;
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            breakIf(!after);
        }

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            breakIf(after);
        }

        private void breakIf(boolean now) {
            if (now && countdown.getAndDecrement() == 0) {
                throw SdkClientException.create("broken connection");
            }
        }
    }
}
