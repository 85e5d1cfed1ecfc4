package kz.uzdik.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.host.rehearsal.CodeAsker;
import kz.uzdik.json.Json;
import kz.uzdik.pages.Akim;
import kz.uzdik.pages.BallotPage;
import kz.uzdik.pages.FrontPage;
import org.jspecify.annotations.Nullable;

/**
 * A resident's whole way through the doors of a host: pages with all that they ask for, code and ballot. Counts round
 * trips and bytes of bodies, pages compressed as the distribution compresses them; a file that is kept is fetched once.
 */
final class VoteCourse {

    private static final Pattern LINKED =
            Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css|svg))\"|(?:from |import\\()\"(/[^\"]+\\.js)\"");
    private static final String LANGUAGE = "kk";
    private static final long SEED = 39;

    private final Electorate electorate;
    private final ContestDefinition definition;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> kept = new HashSet<>();
    private final Map<String, long[]> steps = new LinkedHashMap<>();

    private VoteCourse(Electorate electorate) {
        this.electorate = electorate;
        this.definition = electorate.definition();
    }

    /** Goes the way once and prints it. */
    static void print(Electorate electorate) throws IOException, InterruptedException {
        var course = new VoteCourse(electorate);
        course.go();
        System.out.printf("%-44s %12s %10s%n", "a vote's way", "round trips", "bytes");
        long trips = 0;
        long bytes = 0;
        for (var step : course.steps.entrySet()) {
            System.out.printf("%-44s %12d %10d%n", step.getKey(), step.getValue()[0], step.getValue()[1]);
            trips += step.getValue()[0];
            bytes += step.getValue()[1];
        }
        System.out.printf("%-44s %12d %10d%n", "all", trips, bytes);
    }

    private void go() throws IOException, InterruptedException {
        var residents = electorate.residents();
        var survey = residents.survey();
        var oblast = definition.oblasts().getFirst();
        var akims = oblast.districts().stream()
                .flatMap(district -> district.okrugs().stream()
                        .map(okrug -> new Akim(
                                "d-" + okrug.kato(),
                                residents.key().ticket(survey.id(), "d-" + okrug.kato()),
                                "Гүлнар Әбдіқадырова",
                                okrug.kato(),
                                okrug.name(),
                                district.kato(),
                                district.name(),
                                oblast.kato(),
                                oblast.name())))
                .toList();
        var akim = akims.getFirst();
        var listing = new FrontPage.Listing(survey, akims);
        var front = new FrontPage(definition, LANGUAGE);
        var now = LocalDateTime.ofInstant(residents.clock().instant(), definition.zone());
        electorate.publish(FrontPage.key(LANGUAGE), front.page(List.of(listing), now));
        electorate.publish(FrontPage.key(survey, oblast.kato(), LANGUAGE), front.oblast(listing, oblast.kato()));
        electorate.publish(
                BallotPage.key(survey, akim.okrug(), LANGUAGE),
                new BallotPage(definition, survey, LANGUAGE).published(akim));
        view("front page", "/");
        view("the oblast's page", "/" + FrontPage.key(survey, oblast.kato(), LANGUAGE));
        view("the okrug's page", "/" + BallotPage.key(survey, akim.okrug(), LANGUAGE));
        var api = "/v1/surveys/" + survey.id();
        var ballot = residents.ballots(1, 1, SEED).getFirst();
        var challenge = Json.read(
                send("challenge of the proof of work", api + "/challenge", null).body(), Altcha.Challenge.class);
        send(
                "code",
                api + "/codes",
                Json.write(Map.of(
                        "iin", String.valueOf(ballot.get("iin")),
                        "contact", String.valueOf(ballot.get("contact")),
                        "altcha", CodeAsker.solve(challenge))));
        send("ballot and receipt", api + "/ballots", Json.write(ballot));
    }

    /** A page and what it links to, scripts with what they import. */
    private void view(String step, String path) throws IOException, InterruptedException {
        var left = new ArrayDeque<String>(List.of(path));
        while (!left.isEmpty()) {
            var next = left.remove();
            if (!kept.add(next)) {
                continue;
            }
            var text = get(next);
            add(step, gzip(text));
            var links = LINKED.matcher(text);
            while (links.find()) {
                left.add(links.group(1) == null ? links.group(2) : links.group(1));
            }
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(electorate.site() + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private HttpResponse<String> send(String step, String path, @Nullable String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(electorate.site() + path));
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(step + ": " + answer.body());
        }
        add(step, (body == null ? 0 : bytes(body)) + bytes(answer.body()));
        return answer;
    }

    private void add(String step, long bytes) {
        var sums = steps.computeIfAbsent(step, key -> new long[2]);
        sums[0]++;
        sums[1] += bytes;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static long gzip(String text) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return compressed.size();
    }
}
