package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
 * same database in the same run, for one akim, ten and a hundred. The two take turns, so that a slow minute of the
 * machine falls on both.
 */
public final class BallotLoad {

    private static final int ROUNDS = 2;
    private static final double HALF = 0.5;
    private static final double MOST = 0.99;
    private static final int DEFAULT_BALLOTS = 1200;
    private static final List<Integer> CANDIDATES = List.of(1, 10, 100);

    private final Electorate electorate;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BallotLoad(Electorate electorate) {
        this.electorate = electorate;
    }

    /** Runs it; the only argument is how many ballots, 1 200 if none is given. */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_BALLOTS;
        try (var electorate = Electorate.start()) {
            new BallotLoad(electorate).run(count / (CANDIDATES.size() * ROUNDS + 1));
        }
    }

    private void run(int share) throws IOException {
        vote(electorate.ballots(share, CANDIDATES.getLast(), 0));
        write(share, CANDIDATES.getLast());
        electorate.awaitIdle();
        System.out.printf(
                "%-6s %-6s %12s %8s %8s %12s %8s %8s %7s %8s%n",
                "akims", "round", "ballots/s", "p50 ms", "p99 ms", "ceiling/s", "p50 ms", "p99 ms", "ratio", "lag s");
        long seed = 0;
        for (int candidates : CANDIDATES) {
            for (int round = 1; round <= ROUNDS; round++) {
                seed++;
                var ballots = electorate.ballots(share, candidates, seed);
                var votes = vote(ballots);
                var lag = lag();
                var writes = write(share, candidates);
                electorate.awaitIdle();
                System.out.printf(
                        "%-6d %-6d %12.0f %8.0f %8.0f %12.0f %8.0f %8.0f %7.2f %8.1f%n",
                        candidates,
                        round,
                        votes.perSecond(),
                        votes.quantile(HALF),
                        votes.quantile(MOST),
                        writes.perSecond(),
                        writes.quantile(HALF),
                        writes.quantile(MOST),
                        votes.perSecond() / writes.perSecond(),
                        lag);
            }
        }
        var body = Json.write(electorate.ballots(1, 1, seed + 1).getFirst());
        System.out.println("a ballot's body: " + body.getBytes(StandardCharsets.UTF_8).length
                + " bytes, one round trip; a code before it: two more");
        System.out.println("peak memory of this process (host, engines but the database, and client): "
                + ChildJvm.peakInWords(ProcessHandle.current().pid()));
    }

    /** Seconds from the last answer until the totals hold every ballot. */
    private double lag() {
        var started = System.nanoTime();
        electorate.awaitIdle();
        return (System.nanoTime() - started) / 1e9;
    }

    private Timed vote(List<Map<String, Object>> ballots) {
        return Timed.of(ballots.stream()
                .<Callable<Object>>map(ballot -> () -> send(electorate.address(), Json.write(ballot)))
                .toList());
    }

    private Object send(URI address, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Transactions like a vote's per second, without anything around them. */
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
