package kz.uzdik.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.engines.Template;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The recount of a growing table of ballots beside a bare scan of the same table in the same run. Each pass has a JVM of
 * its own, with a heap that does not grow with the table, so that its peak memory is its own; the two take turns, so that a slow minute of the machine falls on both.
 */
final class Recount {

    private static final List<Integer> SIZES = List.of(50_000, 200_000);
    private static final int ROUNDS = 3;
    private static final String HEAP = "-Xmx256m";
    private static final int BATCH = 25;
    private static final int BATCHES_AT_ONCE = 400;
    private static final int CANDIDATES = 100;
    private static final int NETWORKS = 200;
    private static final int HOURS = 24;

    private final Engines engines;
    private final Template template;

    private Recount(Engines engines, Template template) {
        this.engines = engines;
        this.template = template;
    }

    /** Runs it for tables of as many ballots as {@code arguments} say, in rising order; 50 000 and 200 000 if none. */
    static void run(List<String> arguments) throws IOException {
        var sizes = arguments.isEmpty()
                ? SIZES
                : arguments.stream().map(Integer::valueOf).sorted().toList();
        var template = Template.read(ProjectFolder.root().resolve("template.yaml"), Map.of());
        try (var engines = Engines.of(template, null, false);
                var client = engines.dynamoDbClient()) {
            new Recount(engines, template).run(sizes, client);
        }
    }

    private void run(List<Integer> sizes, DynamoDbClient client) throws IOException {
        System.out.printf(
                "%-10s %12s %12s %7s %14s %12s %12s%n",
                "ballots", "recount s", "bare scan s", "ratio", "recount us each", "recount MB", "scan MB");
        var random = new SplittableRandom(1);
        int filled = 0;
        var each = new ArrayList<Double>();
        for (int size : sizes) {
            fill(client, size - filled, random);
            filled = size;
            var recount = new Passes();
            var scan = new Passes();
            for (int round = 0; round < ROUNDS; round++) {
                scan.add(pass(RecountPass.SCAN, size));
                recount.add(pass(RecountPass.RECOUNT, size));
            }
            each.add(recount.seconds() / size * 1e6);
            System.out.printf(
                    "%-10d %12.2f %12.2f %7.2f %14.1f %12s %12s%n",
                    size,
                    recount.seconds(),
                    scan.seconds(),
                    recount.seconds() / scan.seconds(),
                    each.getLast(),
                    recount.megabytes(),
                    scan.megabytes());
            if (each.size() > 1) {
                System.out.printf(
                        Locale.ROOT,
                        "growth from %d: a ballot takes %.2f times as long (1 is linear)%n",
                        sizes.getFirst(),
                        each.getLast() / each.getFirst());
            }
        }
    }

    /** Puts {@code count} ballots more, many at once. */
    private void fill(DynamoDbClient client, int count, SplittableRandom random) {
        var ballotsTable = table();
        int left = count;
        while (left > 0) {
            var batches = new ArrayList<Callable<Object>>();
            for (int i = 0; i < BATCHES_AT_ONCE && left > 0; i++) {
                int size = Math.min(BATCH, left);
                left -= size;
                var batch = new ArrayList<WriteRequest>();
                for (int k = 0; k < size; k++) {
                    var item = ballot(random);
                    batch.add(WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build());
                }
                batches.add(() -> written(client, Map.of(ballotsTable, batch)));
            }
            Timed.of(batches);
            System.err.printf("\rfilling: %,d ballots to go   ", left);
        }
        System.err.println();
    }

    private static Object written(DynamoDbClient client, Map<String, List<WriteRequest>> batch) {
        var answer = client.batchWriteItem(r -> r.requestItems(batch));
        if (!answer.unprocessedItems().isEmpty()) {
            throw new IllegalStateException("the engine left ballots of a batch unwritten");
        }
        return answer;
    }

    private static Map<String, AttributeValue> ballot(SplittableRandom random) {
        return Map.of(
                "id", AttributeValue.fromS("%016x%016x".formatted(random.nextLong(), random.nextLong())),
                "survey", AttributeValue.fromS(RecountPass.SURVEY),
                "candidate", AttributeValue.fromS("d-%09d".formatted(113031000 + 1000 * random.nextInt(CANDIDATES))),
                "hour", AttributeValue.fromS("2027-05-17T%02d".formatted(random.nextInt(HOURS))),
                "channel", AttributeValue.fromS("web"),
                "network", AttributeValue.fromS("%08x".formatted(random.nextInt(NETWORKS))),
                "answers",
                        AttributeValue.fromM(Map.of(
                                "q1", answer(random),
                                "q2", answer(random),
                                "q3", answer(random),
                                "q4", answer(random),
                                "q5", answer(random))));
    }

    private static AttributeValue answer(SplittableRandom random) {
        return AttributeValue.fromN(Integer.toString(random.nextInt(6)));
    }

    private String table() {
        var name = template.environment().get("BALLOTS_TABLE");
        if (name == null) {
            throw new IllegalStateException("no function of the template has BALLOTS_TABLE");
        }
        return name;
    }

    /** One pass over {@code ballots} in a JVM of its own. */
    private RecountPass.Measured pass(String kind, int ballots) throws IOException {
        var child = ChildJvm.start(
                List.of(HEAP),
                Map.of(),
                RecountPass.class,
                kind,
                engines.dynamoDb().endpoint().toString(),
                table());
        var line = ChildJvm.output(child, "a pass over the table");
        var measured = RecountPass.Measured.read(line);
        if (measured.ballots() != ballots) {
            throw new IllegalStateException(kind + " saw " + measured.ballots() + " ballots of " + ballots);
        }
        return measured;
    }

    /** Several passes of a kind. */
    private static final class Passes {

        private final List<RecountPass.Measured> all = new ArrayList<>();

        void add(RecountPass.Measured pass) {
            all.add(pass);
        }

        /** The mean. */
        double seconds() {
            return all.stream()
                    .mapToDouble(RecountPass.Measured::seconds)
                    .average()
                    .orElseThrow();
        }

        /** The highest peak. */
        String megabytes() {
            long most = all.stream()
                    .mapToLong(RecountPass.Measured::megabytes)
                    .max()
                    .orElseThrow();
            return most < 0 ? "not known" : Long.toString(most);
        }
    }
}
