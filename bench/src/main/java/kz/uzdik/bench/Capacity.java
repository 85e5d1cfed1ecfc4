package kz.uzdik.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import kz.uzdik.json.Json;

/**
 * What a vote consumes, counted from the database's own answers, and from it what a national vote would: units, partitions,
 * concurrency, mails and money, each line with its arithmetic. docs/capacity.md names the sources of prices and quotas.
 */
final class Capacity {

    private static final int BALLOTS = 400;
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

    private static final double DOLLARS_A_MILLION_WRITES = 0.625;
    private static final double DOLLARS_A_MILLION_CALLS = 0.20;
    private static final double DOLLARS_A_GB_SECOND = 0.0000133334;
    private static final double DOLLARS_A_MILLION_HTTP = 1.00;
    private static final double DOLLARS_A_THOUSAND_MAILS = 0.10;
    private static final double MILLION = 1e6;

    private Capacity() {}

    /** Measures and prints. */
    static void run() throws IOException {
        try (var electorate = Electorate.start();
                var http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            Meter.start();
            Timed.of(electorate.ballots(BALLOTS, CANDIDATES, 1).stream()
                    .<Callable<Object>>map(ballot -> () -> {
                        var request = HttpRequest.newBuilder(electorate.address())
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(Json.write(ballot)))
                                .build();
                        var answer = http.send(request, BodyHandlers.ofString());
                        if (answer.statusCode() != 201) {
                            throw new IllegalStateException(answer.body());
                        }
                        return answer;
                    })
                    .toList());
            electorate.awaitIdle();
            Meter.stop();
        }
        print();
    }

    private static void print() {
        System.out.printf("%d ballots on %d akims, codes apart%n", BALLOTS, CANDIDATES);
        tell("write requests a vote, tally included", (double) Meter.requests() / BALLOTS);
        Meter.reported().forEach((table, units) -> {
            tell(table + ": write units a vote, reported", units / BALLOTS);
            tell(table + ": write units a vote, documented", share(table));
            tell(table + ": reported / documented", units / BALLOTS / share(table));
        });
        double units =
                Meter.documented().values().stream().mapToLong(Long::longValue).sum() / (double) BALLOTS;
        tell("all tables: write units a vote, documented", units);
        System.out.println();
        money(units);
        System.out.println();
        nation();
    }

    private static double share(String table) {
        return (double) Meter.documented().getOrDefault(table, 0L) / BALLOTS;
    }

    private static void money(double units) {
        double writes = units * 1000 / MILLION * DOLLARS_A_MILLION_WRITES;
        double calls = REQUESTS_WITH_CODE * 1000 / MILLION * DOLLARS_A_MILLION_CALLS;
        double compute = REQUESTS_WITH_CODE * 1000 * SECONDS_OF_A_CALL * MEMORY_GB * DOLLARS_A_GB_SECOND;
        double gateway = REQUESTS_WITH_CODE * 1000 / MILLION * DOLLARS_A_MILLION_HTTP;
        double mails = DOLLARS_A_THOUSAND_MAILS;
        tell("1 000 votes, $: database writes", writes);
        tell("1 000 votes, $: function calls", calls);
        tell("1 000 votes, $: function time", compute);
        tell("1 000 votes, $: HTTP API", gateway);
        tell("1 000 votes, $: code mails, one each", mails);
        double all = writes + calls + compute + gateway + mails;
        tell("1 000 votes, $: all of these", all);
        tell("7.5 million votes, $", all * VOTERS / 1000);
    }

    private static void nation() {
        double mean = VOTERS / (DAYS * SECONDS_A_DAY);
        double peak = mean * PEAK;
        tell("votes/s, mean of " + (int) DAYS + " days", mean);
        tell("votes/s, liveliest hour (x " + PEAK + ")", peak);
        Meter.documented().keySet().forEach(table -> {
            tell(table + ": write units/s then", peak * share(table));
            tell(table + ": partitions of 1 000 units/s", Math.ceil(peak * share(table) / UNITS_OF_A_PARTITION));
        });
        tell("HTTP requests/s then, codes included", peak * REQUESTS_WITH_CODE);
        tell("function instances at once then", Math.ceil(peak * REQUESTS_WITH_CODE * SECONDS_OF_A_CALL));
        tell("code mails/s then", peak);
        tell("code mails on the first day", VOTERS / 2);
    }

    private static void tell(String what, double value) {
        System.out.printf("%-52s %14.4f%n", what, value);
    }
}
