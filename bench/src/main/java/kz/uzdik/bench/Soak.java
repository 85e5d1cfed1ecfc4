package kz.uzdik.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.json.Json;
import kz.uzdik.store.BallotStore;
import kz.uzdik.store.SurveyStore;
import kz.uzdik.store.TallyStore;

/**
 * Voting in bad weather: one ballot in five is sent again, at once or under another id, one connection in twenty breaks
 * before the answer, the engine throttles, the tally is killed at random. What was accepted must be what is counted, to
 * the ballot.
 */
final class Soak {

    private static final int DEFAULT_BALLOTS = 20_000;
    private static final int CANDIDATES = 20;
    /** Ballots whose codes are made together: sent long before these expire. */
    private static final int AT_ONCE = 2_000;

    private static final int CONNECTIONS = 8;
    private static final int TRIES = 20;
    private static final double AGAIN = 0.1;
    private static final double OTHER_ID = 0.1;
    private static final double HANG_UP = 0.05;

    private final Electorate electorate;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicLong> seen = new ConcurrentHashMap<>();

    private Soak(Electorate electorate) {
        this.electorate = electorate;
    }

    /** Runs it with {@code --ballots N}, 20 000 if not given, and {@code --seed N}; says whether all agreed. */
    static boolean run(List<String> arguments) throws IOException {
        int count = (int) number(arguments, "--ballots", DEFAULT_BALLOTS);
        long seed = number(arguments, "--seed", 1);
        try (var electorate = Electorate.start()) {
            return new Soak(electorate).run(count, seed);
        }
    }

    private static long number(List<String> arguments, String name, long otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? otherwise : Long.parseLong(arguments.get(at + 1));
    }

    private boolean run(int count, long seed) {
        var random = new SplittableRandom(seed);
        System.err.printf("soak: %d ballots, seed %d%n", count, seed);
        annul(String.valueOf(
                electorate.residents().ballots(1, CANDIDATES, seed).getFirst().get("candidate")));
        Storm.begin(seed);
        var started = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int from = 0; from < count; from += AT_ONCE) {
                var ballots = electorate.residents().ballots(from, Math.min(AT_ONCE, count - from), CANDIDATES, seed);
                var votes = new ArrayList<Future<?>>();
                for (var ballot : ballots) {
                    var fate = random.split();
                    votes.add(pool.submit(() -> vote(ballot, fate)));
                }
                for (var vote : votes) {
                    vote.get();
                }
                System.err.printf("\r%,d of %,d voted   ", from + ballots.size(), count);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        System.err.println();
        electorate.awaitIdle();
        Storm.end();
        return report(count, seconds);
    }

    private void vote(Map<String, Object> body, SplittableRandom fate) {
        if (fate.nextDouble() < HANG_UP) {
            note("connections broken");
            hangUp(Json.write(body));
        }
        var receipt = receipt(body);
        double more = fate.nextDouble();
        if (more < AGAIN) {
            note("sent again");
            if (!receipt(body).equals(receipt)) {
                note("OTHER RECEIPT");
            }
        } else if (more < AGAIN + OTHER_ID) {
            note("sent under another id");
            var other = new HashMap<>(body);
            other.put("ballot", "%016x%016x".formatted(fate.nextLong(), fate.nextLong()));
            if (answer(other).statusCode() < 300) {
                note("VOTED TWICE");
            }
        }
    }

    private String receipt(Map<String, Object> body) {
        var answer = answer(body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        accepted.add(String.valueOf(body.get("ballot")));
        return answer.body();
    }

    /** The answer, asked for again while the service is busy, as the page does. */
    private HttpResponse<String> answer(Map<String, Object> body) {
        try {
            var request = HttpRequest.newBuilder(electorate.address())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Json.write(body)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            for (int i = 1; i < TRIES && answer.statusCode() >= 500; i++) {
                note("busy, sent again");
                answer = http.send(request, BodyHandlers.ofString());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void hangUp(String body) {
        var address = electorate.address();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void note(String what) {
        seen.computeIfAbsent(what, key -> new AtomicLong()).incrementAndGet();
    }

    /** Annuls every ballot on {@code candidate}, those still to come. */
    private void annul(String candidate) {
        var ballots = new BallotCriteria(Stage.REPUBLIC, candidate, null, null, null, null);
        var reason = new Text("сынақ", "проба");
        new SurveyStore(electorate.tables())
                .act(new SurveyAct(
                        electorate.surveyId(),
                        1,
                        new SurveyAct.Annulment(ballots),
                        reason,
                        "bench",
                        electorate.clock().instant()));
    }

    private boolean report(int count, double seconds) {
        var annulments =
                new SurveyStore(electorate.tables()).read(electorate.surveyId()).annulments();
        var running = new TallyStore(electorate.tables(), electorate.clock(), new SplittableRandom())
                .count(electorate.surveyId(), annulments);
        var recounted = new BallotStore(electorate.tables()).recount(electorate.surveyId(), annulments);
        long annulled = sum(running.annulledBy(1).values().stream());
        long counted = sum(running.counted().values().stream().map(AnswerCounts::ballots));
        tell("ballots", count);
        new TreeMap<>(seen).forEach((what, times) -> tell(what, times.get()));
        tell("writes throttled", Storm.throttlings());
        tell("tally killed", Storm.kills());
        tell("given up (dead letters)", electorate.deadLetters());
        tell("seconds of voting", Math.round(seconds));
        tell("accepted", accepted.size());
        tell("counted", counted);
        tell("annulled", annulled);
        boolean agrees = accepted.size() == count
                && counted + annulled == count
                && running.equals(recounted)
                && !seen.containsKey("VOTED TWICE")
                && !seen.containsKey("OTHER RECEIPT");
        System.out.println(
                agrees
                        ? "accepted = counted + annulled, and the recount says the same"
                        : "DIFFERS; recounted: " + recounted);
        return agrees;
    }

    private static void tell(String what, long number) {
        System.out.printf("%-28s %10d%n", what, number);
    }

    private static long sum(Stream<Long> numbers) {
        return numbers.mapToLong(Long::longValue).sum();
    }
}
