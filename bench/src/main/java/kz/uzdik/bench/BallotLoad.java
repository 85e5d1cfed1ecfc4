package kz.uzdik.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ballots over HTTP against the local host, beside the ceiling: the same transaction of four items sent straight to the
 * same database in the same run, for one akim, ten and a hundred. Both go over as many connections of the same HTTP
 * client, and take turns in small shares, each first as often as second, so that a slow minute of the machine falls on
 * both; the tally follows both.
 */
final class BallotLoad {

    private static final int TURNS = 8;
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;
    private static final int DEFAULT_BALLOTS = 2_400;
    private static final int WARM_UP = 1_000;
    private static final List<Integer> CANDIDATES = List.of(1, 10, 100);

    private final Electorate electorate;

    private BallotLoad(Electorate electorate) {
        this.electorate = electorate;
    }

    /** Runs it; the only argument is how many ballots, 2 400 if none is given. */
    static void run(List<String> arguments) throws IOException {
        int count = arguments.isEmpty() ? DEFAULT_BALLOTS : Integer.parseInt(arguments.getFirst());
        try (var electorate = Electorate.start()) {
            new BallotLoad(electorate).run(count / (CANDIDATES.size() * TURNS));
        }
    }

    /** What came of all turns of one kind. */
    private static final class Turns {

        private final List<Double> millis = new ArrayList<>();
        private double seconds;
        private Cpu cpu = Cpu.NONE;

        /** Does {@code work} and everything behind it: its processor time is all that it brought about. */
        Timed take(Electorate electorate, Callable<Timed> work) {
            var before = Cpu.now();
            try {
                var timed = work.call();
                millis.addAll(timed.millis());
                seconds += timed.millis().size() / timed.perSecond();
                electorate.awaitIdle();
                cpu = Cpu.now().since(before, cpu);
                return timed;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        double perSecond() {
            return millis.size() / seconds;
        }

        double quantile(double part) {
            return Timed.quantile(millis.stream().sorted().toList(), part);
        }

        double own() {
            return cpu.own().toNanos() / 1e6 / millis.size();
        }

        double engine() {
            return cpu.engine().toNanos() / 1e6 / millis.size();
        }
    }

    private void run(int share) throws IOException {
        vote(electorate.residents().ballots(WARM_UP, CANDIDATES.getLast(), 0));
        write(WARM_UP, CANDIDATES.getLast());
        electorate.awaitIdle();
        TallyLag.drain();
        System.out.printf(
                "%-6s %10s %7s %7s %11s %7s %7s %6s %9s %9s %11s %11s %11s %11s%n",
                "akims",
                "ballots/s",
                "p50 ms",
                "p99 ms",
                "ceiling/s",
                "p50 ms",
                "p99 ms",
                "ratio",
                "lag p50 s",
                "lag p99 s",
                "cpu ms here",
                "and engine",
                "ceiling's",
                "and engine");
        long seed = 0;
        for (int candidates : CANDIDATES) {
            var votes = new Turns();
            var writes = new Turns();
            for (int turn = 0; turn < TURNS; turn++) {
                seed++;
                var ballots = electorate.residents().ballots(share, candidates, seed);
                if (turn % 2 == 0) {
                    votes.take(electorate, () -> vote(ballots));
                    writes.take(electorate, () -> write(share, candidates));
                } else {
                    writes.take(electorate, () -> write(share, candidates));
                    votes.take(electorate, () -> vote(ballots));
                }
            }
            var lags = TallyLag.drain();
            System.out.printf(
                    "%-6d %10.1f %7.0f %7.0f %11.1f %7.0f %7.0f %6.2f %9.2f %9.2f %11.1f %11.1f %11.1f %11.1f%n",
                    candidates,
                    votes.perSecond(),
                    votes.quantile(HALF),
                    votes.quantile(MOST),
                    writes.perSecond(),
                    writes.quantile(HALF),
                    writes.quantile(MOST),
                    votes.perSecond() / writes.perSecond(),
                    Timed.quantile(lags, HALF),
                    Timed.quantile(lags, MOST),
                    votes.own(),
                    votes.engine(),
                    writes.own(),
                    writes.engine());
        }
        System.out.println("peak memory of this process (host, engines but the database, and client): "
                + ChildJvm.peakInWords(ProcessHandle.current().pid()));
    }

    private Timed vote(List<Map<String, Object>> ballots) {
        var door = new BallotDoor(electorate.address());
        return Timed.of(ballots.stream()
                .<Callable<Object>>map(ballot -> {
                    var body = Json.write(ballot);
                    var id = String.valueOf(ballot.get("ballot"));
                    return () -> {
                        var answer = door.send(body);
                        TallyLag.answered(id);
                        return answer;
                    };
                })
                .toList());
    }

    /** Transactions like a vote's, without anything around them. */
    private Timed write(int count, int candidates) {
        var tasks = new ArrayList<Callable<Object>>();
        for (int i = 0; i < count; i++) {
            var candidate = "d-%09d".formatted(i % candidates);
            tasks.add(() ->
                    electorate.tables().client().transactWriteItems(r -> r.transactItems(transaction(candidate))));
        }
        return Timed.of(tasks);
    }

    private static List<TransactWriteItem> transaction(String candidate) {
        // Hexadecimal like a ballot's own, so that the tally, which sees these too, counts them as it counts votes.
        var id = UUID.randomUUID().toString().replace("-", "");
        var answers = Map.of(
                "q1", AttributeValue.fromN("5"),
                "q2", AttributeValue.fromN("4"),
                "q3", AttributeValue.fromN("3"),
                "q4", AttributeValue.fromN("0"),
                "q5", AttributeValue.fromN("5"));
        return List.of(
                TransactWriteItem.builder()
                        .put(p -> p.tableName("VotersTable")
                                .item(Map.of(
                                        "id", AttributeValue.fromS("p" + id), "expires", AttributeValue.fromN("1")))
                                .conditionExpression("attribute_not_exists(id)"))
                        .build(),
                TransactWriteItem.builder()
                        .put(p -> p.tableName("BallotsTable")
                                .item(Map.of(
                                        "id", AttributeValue.fromS(id),
                                        "survey", AttributeValue.fromS("ceiling"),
                                        "candidate", AttributeValue.fromS(candidate),
                                        "hour", AttributeValue.fromS("2027-05-17T10"),
                                        "channel", AttributeValue.fromS("web"),
                                        "network", AttributeValue.fromS("00000000"),
                                        "answers", AttributeValue.fromM(answers)))
                                .conditionExpression("attribute_not_exists(id)"))
                        .build(),
                TransactWriteItem.builder()
                        .conditionCheck(c -> c.tableName("VotersTable")
                                .key(Map.of("id", AttributeValue.fromS("t" + id)))
                                .conditionExpression("attribute_not_exists(tries)"))
                        .build(),
                TransactWriteItem.builder()
                        .update(u -> u.tableName("VotersTable")
                                .key(Map.of("id", AttributeValue.fromS("c" + id)))
                                .updateExpression("ADD persons :one")
                                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                        .build());
    }
}
