package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the time of the answer tells about a person in whose name a code is asked for: who has voted, who has not and
 * who is not on the roll take turns within each round, in an order drawn anew, so that whatever the machine does
 * besides falls on all. A fourth in each round is answered by a service that leaks: it looks one item up before it
 * answers. That difference must show, or the bench could find none at all.
 */
final class SilenceBench {

    private static final int DEFAULT_ROUNDS = 400;
    private static final int WARM_UP = 40;
    private static final int RESAMPLED = 4000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int SEED = 20;
    private static final int EASY = 10;
    private static final double LOW = 0.1;

    private enum Person {
        NOT_VOTED("has not voted"),
        VOTED("has voted"),
        NOT_ON_ROLL("not on the roll"),
        LEAKY("has not voted, a service that leaks");

        private final String says;

        Person(String says) {
            this.says = says;
        }
    }

    /** Those in whose names codes are asked for, one a round, and how long each answer took. */
    private record Group(Person person, List<Map<String, Object>> people, List<Double> millis) {}

    private final Electorate electorate;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random random = new Random(SEED);

    private SilenceBench(Electorate electorate) {
        this.electorate = electorate;
    }

    /** Runs it; the only argument is the number of rounds, 400 if none is given. */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        int rounds = arguments.isEmpty() ? DEFAULT_ROUNDS : Integer.parseInt(arguments.getFirst());
        try (var electorate = Electorate.withRoll()) {
            new SilenceBench(electorate).measure(rounds);
        }
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        var groups = new ArrayList<Group>();
        int seed = SEED;
        for (var person : Person.values()) {
            var people = electorate.residents().ballots(rounds + WARM_UP, 1, seed++);
            groups.add(new Group(person, people, new ArrayList<>()));
            if (person != Person.NOT_ON_ROLL) {
                electorate.enter(people);
            }
            if (person == Person.VOTED) {
                for (var ballot : people) {
                    post("ballots", ballot, 201);
                }
            }
        }
        electorate.awaitIdle();
        var order = new ArrayList<>(groups);
        for (int round = -WARM_UP; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (var group : order) {
                var asked = ask(group.person(), group.people().get(round + WARM_UP));
                if (round >= 0) {
                    group.millis().add(asked);
                }
            }
        }
        print(groups);
    }

    private double ask(Person person, Map<String, Object> ballot) throws IOException, InterruptedException {
        Map<String, Object> body =
                Map.of("iin", ballot.get("iin"), "contact", ballot.get("contact"), "altcha", proof());
        var began = System.nanoTime();
        if (person == Person.LEAKY) {
            var id = "leak-" + ballot.get("iin");
            electorate
                    .tables()
                    .client()
                    .getItem(
                            r -> r.tableName(electorate.tables().voters()).key(Map.of("id", AttributeValue.fromS(id))));
        }
        post("codes", body, 202);
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    private void post(String what, Map<String, Object> body, int status) throws IOException, InterruptedException {
        var address = URI.create(electorate.address().toString().replaceAll("ballots$", what));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
    }

    /** A proof of work that is quickly done: its challenge is made with the host's own key. */
    private String proof() {
        var altcha = new Altcha(electorate.key());
        var now = electorate.clock().instant();
        var asked = altcha.challenge(EASY, now, new SplittableRandom(random.nextLong()));
        var number = IntStream.rangeClosed(0, EASY)
                .filter(n -> altcha.accepts(
                        new Altcha.Solution(asked.algorithm(), asked.challenge(), n, asked.salt(), asked.signature()),
                        now))
                .findFirst()
                .orElseThrow();
        var solved = Map.of(
                "algorithm", asked.algorithm(),
                "challenge", asked.challenge(),
                "number", number,
                "salt", asked.salt(),
                "signature", asked.signature());
        return Base64.getEncoder().encodeToString(Json.write(solved).getBytes(StandardCharsets.UTF_8));
    }

    private void print(List<Group> groups) {
        var base = array(groups.getFirst().millis());
        System.out.printf("%-40s %8s %8s %8s %8s   %s%n", "", "p10 ms", "p50 ms", "p90 ms", "ratio", "95 % of ratios");
        for (var group : groups) {
            var times = array(group.millis());
            System.out.printf(
                    "%-40s %8.2f %8.2f %8.2f",
                    group.person().says, quantile(times, LOW), median(times), quantile(times, 1 - LOW));
            if (group.person() != Person.NOT_VOTED) {
                var ratios = ratios(times, base);
                System.out.printf(
                        " %8.3f   %.3f to %.3f",
                        median(times) / median(base), ratios[RESAMPLED / 40], ratios[RESAMPLED - 1 - RESAMPLED / 40]);
            }
            System.out.println();
        }
    }

    /** Ratios of medians of rounds drawn again and again with replacement, both of a pair together; in rising order. */
    private double[] ratios(double[] times, double[] base) {
        var ratios = new double[RESAMPLED];
        for (int i = 0; i < RESAMPLED; i++) {
            var rounds = random.ints(times.length, 0, times.length).toArray();
            ratios[i] = median(Arrays.stream(rounds).mapToDouble(r -> times[r]).toArray())
                    / median(Arrays.stream(rounds).mapToDouble(r -> base[r]).toArray());
        }
        Arrays.sort(ratios);
        return ratios;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    private static double quantile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
