package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.host.rehearsal.CodeAsker;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a code and a vote consume, counted from the database's own answers, and from it what a national vote would: units,
 * partitions, concurrency, mails and money, each line with its arithmetic. docs/capacity.md names the sources of prices
 * and quotas.
 */
final class Capacity {

    private static final int BALLOTS = 400;
    private static final int CODES = 100;
    private static final int CANDIDATES = 20;

    private static final double VOTERS = 7_500_000;
    private static final double DAYS = 7;
    private static final double SECONDS_A_DAY = 86_400;
    /** How much livelier the liveliest hour is than the mean: half of all votes on the first day, a tenth of them within an hour. */
    private static final double PEAK = 0.5 * 0.1 * DAYS * 24;

    private static final double UNITS_OF_A_PARTITION = 1000;
    private static final double MEMORY_GB = 1.0;
    private static final double SECONDS_OF_A_CALL = 0.1;
    private static final double REQUESTS_WITH_CODE = 3;
    private static final double THOUSAND = 1000;
    private static final double MILLION = 1e6;

    private final Electorate electorate;
    private final Prices prices;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Capacity(Electorate electorate, Prices prices) {
        this.electorate = electorate;
        this.prices = prices;
    }

    /** Measures and prints; {@code arguments} may give {@link Prices}. */
    static void run(List<String> arguments) throws IOException {
        var prices = Prices.of(arguments);
        try (var electorate = Electorate.start()) {
            new Capacity(electorate, prices).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void run() throws IOException, InterruptedException {
        var codes = metered(
                CODES,
                electorate.residents().ballots(CODES, CANDIDATES, 2).stream()
                        .<Callable<Object>>map(ballot -> () -> ask(ballot))
                        .toList());
        var votes = metered(
                BALLOTS,
                electorate.residents().ballots(BALLOTS, CANDIDATES, 1).stream()
                        .<Callable<Object>>map(ballot -> () -> send("/ballots", Json.write(ballot)))
                        .toList());
        print("a code: challenge, code, mail", CODES, codes);
        print("a vote: ballot, tally", BALLOTS, votes);
        money(codes.units() + votes.units());
        System.out.println();
        nation(codes, votes);
        System.out.println();
        VoteCourse.print(electorate);
    }

    private Meter.Used metered(int count, List<Callable<Object>> requests) {
        electorate.awaitIdle();
        Meter.start();
        Timed.of(requests);
        electorate.awaitIdle();
        return Meter.stop().each(count);
    }

    private Object ask(Map<String, Object> ballot) throws IOException, InterruptedException {
        var challenge = Json.read(send("/challenge", null), Altcha.Challenge.class);
        return send(
                "/codes",
                Json.write(Map.of(
                        "iin", String.valueOf(ballot.get("iin")),
                        "contact", String.valueOf(ballot.get("contact")),
                        "altcha", CodeAsker.solve(challenge))));
    }

    private String send(String path, @Nullable String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(electorate.site() + "/v1/surveys/" + electorate.surveyId() + path));
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.body());
        }
        return answer.body();
    }

    private static void print(String what, int count, Meter.Used each) {
        System.out.printf("%s (%d of them)%n", what, count);
        tell("write requests", (double) each.requests() / count);
        each.reported().forEach((table, units) -> {
            tell(table + ": write units, reported", units);
            tell(table + ": write units, documented", each.documented().getOrDefault(table, 0.0));
        });
        tell("all tables: write units, documented", each.units());
        System.out.println();
    }

    private void money(double units) {
        double writes = units * THOUSAND / MILLION * prices.writes();
        double calls = REQUESTS_WITH_CODE * THOUSAND / MILLION * prices.calls();
        double compute = REQUESTS_WITH_CODE * THOUSAND * SECONDS_OF_A_CALL * MEMORY_GB * prices.gigabyteSecond();
        double gateway = REQUESTS_WITH_CODE * THOUSAND / MILLION * prices.http();
        double mails = prices.mails();
        System.out.println("at these " + prices);
        tell("1 000 votes with codes, $: database writes", writes);
        tell("1 000 votes with codes, $: function calls", calls);
        tell("1 000 votes with codes, $: function time", compute);
        tell("1 000 votes with codes, $: HTTP API", gateway);
        tell("1 000 votes with codes, $: code mails, one each", mails);
        double all = writes + calls + compute + gateway + mails;
        tell("1 000 votes with codes, $: all of these", all);
        tell("7.5 million votes, $", all * VOTERS / THOUSAND);
    }

    private static void nation(Meter.Used codes, Meter.Used votes) {
        double mean = VOTERS / (DAYS * SECONDS_A_DAY);
        double peak = mean * PEAK;
        tell("votes/s, mean of " + (int) DAYS + " days", mean);
        tell("votes/s, liveliest hour (x " + PEAK + ")", peak);
        var tables = new TreeSet<>(codes.documented().keySet());
        tables.addAll(votes.documented().keySet());
        for (var table : tables) {
            double units = peak
                    * (codes.documented().getOrDefault(table, 0.0)
                            + votes.documented().getOrDefault(table, 0.0));
            tell(table + ": write units/s then", units);
            tell(table + ": partitions of 1 000 units/s", Math.ceil(units / UNITS_OF_A_PARTITION));
        }
        tell("HTTP requests/s then, codes included", peak * REQUESTS_WITH_CODE);
        tell("function instances at once then", Math.ceil(peak * REQUESTS_WITH_CODE * SECONDS_OF_A_CALL));
        tell("code mails/s then", peak);
        tell("code mails on the first day", VOTERS / 2);
    }

    private static void tell(String what, double value) {
        System.out.printf("%-52s %14.4f%n", what, value);
    }
}
