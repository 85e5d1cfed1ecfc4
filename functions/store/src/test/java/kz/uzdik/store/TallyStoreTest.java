package kz.uzdik.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.contest.vote.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class TallyStoreTest {

    private static final Instant NOW = Instant.parse("2027-03-02T09:04:59Z");

    private final String survey = Ballots.survey();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void countsEachBallotOnceWhateverTheOrderSplitsDuplicatesAndFailures(long seed) {
        var random = new SplittableRandom(seed);
        var ballots = Ballots.random(random, survey, 250, 4);

        deliver(store(random.split()), batches(ballots, random));

        assertThat(totals()).isEqualTo(Tally.of(ballots));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void countsEachBallotOnceWhenSeveralWorkersHaveTheSameBatchesAtOnce(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var ballots = Ballots.random(random, survey, 150, 3);
        var workers = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 3; i++) {
            var store = store(random.split());
            var batches = batches(ballots, random);
            workers.add(() -> {
                deliver(store, batches);
                return true;
            });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isTrue();
            }
        }

        assertThat(totals()).isEqualTo(Tally.of(ballots));
    }

    @Test
    void aBatchOfManyCandidatesIsCountedWhole() {
        var random = new SplittableRandom(21);
        var ballots = Ballots.random(random, survey, 320, 90);

        new TallyStore(EngineTables.plain(), () -> NOW, random).count(ballots);

        assertThat(totals()).isEqualTo(Tally.of(ballots));
    }

    @Test
    void aSurveyWithoutBallotsHasNoTotals() {
        assertThat(totals()).isEmpty();
    }

    @Test
    void aMarkTellsTheDayAtMost() {
        var random = new SplittableRandom(31);
        var ballot = Ballots.random(random, survey, 1, 1).getFirst();
        var tables = EngineTables.plain();
        new TallyStore(tables, () -> NOW, random).count(List.of(ballot));

        var mark = tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(Tables.key("COUNTED#" + Receipt.of(ballot.id()), ballot.id())))
                .item();

        assertThat(mark).containsOnlyKeys("pk", "sk", "expires");
        assertThat(Long.parseLong(mark.get("expires").n()) % 86_400).isZero();
    }

    @Test
    void aRecountReadsEveryBallotOfItsSurveyAndNoOther() {
        var random = new SplittableRandom(41);
        var ballots = Ballots.random(random, survey, 60, 3);
        var others = Ballots.random(random, Ballots.survey(), 20, 3);
        var tables = EngineTables.plain();
        for (var ballot : concat(ballots, others)) {
            tables.client().putItem(r -> r.tableName(tables.ballots()).item(BallotItem.write(ballot)));
        }
        var store = new BallotStore(tables);
        var seen = new ArrayList<Ballot>();
        store.forEach(survey, seen::add);

        var told = new ArrayList<List<Long>>();
        assertThat(store.recount(survey, (read, parts, of) -> told.add(List.of(read, (long) parts, (long) of))))
                .isEqualTo(Tally.of(ballots));
        assertThat(told).hasSize(8).last().isEqualTo(List.of(60L, 8L, 8L));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ballots);
    }

    /** Every ballot at least once, some again, in batches of any size and any order. */
    private static List<List<Ballot>> batches(List<Ballot> ballots, RandomGenerator random) {
        var records = new ArrayList<>(ballots);
        for (int i = 0; i < ballots.size() / 3; i++) {
            records.add(ballots.get(random.nextInt(ballots.size())));
        }
        Collections.shuffle(records, new Random(random.nextLong()));
        var batches = new ArrayList<List<Ballot>>();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(120));
            batches.add(List.copyOf(records.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /** As Lambda delivers: a batch that failed comes again, here after the others and grown by the next. */
    private static void deliver(TallyStore store, List<List<Ballot>> batches) {
        var waiting = new ArrayDeque<>(batches);
        while (!waiting.isEmpty()) {
            var batch = waiting.removeFirst();
            try {
                store.count(batch);
            } catch (SdkClientException e) {
                var next = waiting.isEmpty() ? List.<Ballot>of() : waiting.removeFirst();
                waiting.addLast(concat(batch, next));
            }
        }
    }

    private Map<String, AnswerCounts> totals() {
        return new TallyStore(EngineTables.plain(), () -> NOW, new SplittableRandom(0)).totals(survey);
    }

    private static List<Ballot> concat(List<Ballot> one, List<Ballot> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static TallyStore store(RandomGenerator random) {
        return new TallyStore(EngineTables.watchedBy(new Faults(random, 4)), () -> NOW, random);
    }
}
