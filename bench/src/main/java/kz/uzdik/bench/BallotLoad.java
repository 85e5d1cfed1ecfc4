package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import kz.uzdik.host.rehearsal.VotingGround;
import kz.uzdik.json.Json;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Ballots over HTTP against the local host, beside the ceiling: the same transaction of four items sent straight to the
 * same database in the same run. The two take turns, so that a slow minute of the machine falls on both.
 */
public final class BallotLoad {

    private static final int ROUNDS = 4;
    private static final int CONNECTIONS = 8;
    private static final int DEFAULT_BALLOTS = 2000;

    private final VotingGround ground;
    private final DynamoDbClient database;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private BallotLoad(VotingGround ground) {
        this.ground = ground;
        this.database = DynamoDbClient.builder()
                .endpointOverride(ground.database())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Runs it; the only argument is how many ballots, 2 000 if none is given. */
    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_BALLOTS;
        try (var ground = VotingGround.prepare(count)) {
            new BallotLoad(ground).run();
        }
    }

    private void run() throws IOException {
        var ballots = ground.ballots();
        int share = ballots.size() / (ROUNDS + 1);
        vote(ballots.subList(0, share));
        write(share);
        double votesPerSecond = 0;
        double writesPerSecond = 0;
        System.out.printf("%-8s %18s %18s %8s%n", "round", "ballots/s (HTTP)", "ceiling/s (direct)", "ratio");
        for (int round = 1; round <= ROUNDS; round++) {
            double votes = vote(ballots.subList(round * share, (round + 1) * share));
            double writes = write(share);
            votesPerSecond += votes / ROUNDS;
            writesPerSecond += writes / ROUNDS;
            System.out.printf("%-8d %18.0f %18.0f %8.2f%n", round, votes, writes, votes / writes);
        }
        System.out.printf(
                "%-8s %18.0f %18.0f %8.2f%n",
                "mean", votesPerSecond, writesPerSecond, votesPerSecond / writesPerSecond);
        System.out.println("peak memory of this process (host, engines but the database, and client): " + peak());
        ground.awaitIdle();
    }

    /** Accepted ballots per second. Throws where one is not accepted. */
    private double vote(List<Map<String, Object>> ballots) {
        return perSecond(ballots.stream()
                .<Callable<Object>>map(ballot -> () -> send(ground.address(), Json.write(ballot)))
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
    private double write(int count) {
        var tasks = new ArrayList<Callable<Object>>();
        for (int i = 0; i < count; i++) {
            tasks.add(() -> database.transactWriteItems(r -> r.transactItems(transaction())));
        }
        return perSecond(tasks);
    }

    private static List<TransactWriteItem> transaction() {
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
                                        "candidate", AttributeValue.fromS("d-000000000"),
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

    private static double perSecond(List<Callable<Object>> tasks) {
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            var started = System.nanoTime();
            for (var future : pool.invokeAll(tasks)) {
                future.get();
            }
            return tasks.size() / ((System.nanoTime() - started) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The most memory that this process has held at once, as Linux counts it. */
    private static String peak() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "not known on this system";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("not known");
    }
}
