package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.store.BallotStore;
import kz.uzdik.store.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The process that goes over a table of ballots: once to warm up, once measured. */
final class RecountPass {

    /** The project's own recount. */
    static final String RECOUNT = "recount";

    /** As many readers as the recount has, with pages as large, who only count what they are given. */
    static final String SCAN = "scan";

    /** The survey of all ballots in the table. */
    static final String SURVEY = "recount";

    private static final int SEGMENTS = 8;
    private static final int PAGE = 1000;

    private RecountPass() {}

    /**
     * What a pass was.
     *
     * @param megabytes the process's peak; -1 if not known
     */
    record Measured(long ballots, double seconds, long megabytes) {

        /** Reads what {@link #line} has written. */
        static Measured read(String line) {
            var parts = line.split(" ", -1);
            return new Measured(Long.parseLong(parts[0]), Double.parseDouble(parts[1]), Long.parseLong(parts[2]));
        }

        String line() {
            return String.format(Locale.ROOT, "%d %.3f %d", ballots, seconds, megabytes);
        }
    }

    /** Takes what to do, the engine's address and the table's name; prints one line that {@link Measured#read} reads. */
    public static void main(String[] args) throws IOException {
        try (var client = LocalAws.client(DynamoDbClient.builder(), URI.create(args[1]))) {
            var tables = new Tables(client, "", args[2], "");
            pass(args[0], tables);
            var started = System.nanoTime();
            var ballots = pass(args[0], tables);
            var seconds = (System.nanoTime() - started) / 1e9;
            var peak = ChildJvm.peak(ProcessHandle.current().pid()).orElse(-1);
            System.out.println(new Measured(ballots, seconds, peak).line());
        }
    }

    private static long pass(String kind, Tables tables) {
        return kind.equals(RECOUNT)
                ? new BallotStore(tables)
                        .recount(SURVEY, Annulments.NONE, (ballots, parts, of) -> {}).counted().values().stream()
                                .mapToLong(AnswerCounts::ballots)
                                .sum()
                : scan(tables);
    }

    private static long scan(Tables tables) {
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            long seen = 0;
            for (var part : readers.invokeAll(IntStream.range(0, SEGMENTS)
                    .<Callable<Long>>mapToObj(segment -> () -> scan(tables, segment))
                    .toList())) {
                seen += part.get();
            }
            return seen;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long scan(Tables tables, int segment) {
        long seen = 0;
        for (var page : tables.client()
                .scanPaginator(r -> r.tableName(tables.ballots())
                        .consistentRead(true)
                        .segment(segment)
                        .totalSegments(SEGMENTS)
                        .limit(PAGE))) {
            seen += page.count();
        }
        return seen;
    }
}
