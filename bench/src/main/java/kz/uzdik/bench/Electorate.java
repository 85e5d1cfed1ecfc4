package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Contact;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.host.Host;
import kz.uzdik.host.HostOptions;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/**
 * A host in the second hour of voting, and residents drawn by a seed who hold what a ballot needs. Their codes and
 * tickets are made with the host's own key, so that what is measured are ballots and not mails.
 */
final class Electorate implements AutoCloseable {

    private final Host host;
    private final Survey survey;
    private final Tables tables;
    private final KeyedHash key;

    private Electorate(Host host, Survey survey, Tables tables, KeyedHash key) {
        this.host = host;
        this.survey = survey;
        this.tables = tables;
        this.key = key;
    }

    /** Starts the host. */
    static Electorate start() throws IOException {
        var root = ProjectFolder.root();
        var contest = root.resolve("contests/best-akim-2027.json");
        var survey = DefinitionReader.read(Files.readString(contest)).surveys().getFirst();
        var opens = survey.window().opens().plusHours(1);
        var host = Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, null, contest, opens));
        var environment = new LinkedHashMap<>(host.engines().endpoints());
        environment.putAll(host.template().environment());
        var wiring = new Wiring(environment, host.clock(), new SecureRandom());
        return new Electorate(host, survey, Tables.of(wiring), ContestKey.read(wiring));
    }

    /** Where ballots are sent. */
    URI address() {
        return URI.create(host.address() + "/v1/surveys/" + survey.id() + "/ballots");
    }

    /** Id of the survey. */
    String survey() {
        return survey.id();
    }

    /** The tables behind the host. */
    Tables tables() {
        return tables;
    }

    /** The contest's time. */
    InstantSource clock() {
        return host.clock();
    }

    /** Bodies of {@code count} ballots on {@code candidates} akims, each of a resident of their own. */
    List<Map<String, Object>> ballots(int count, int candidates, long seed) {
        var random = new SplittableRandom(seed);
        var codes = new VotingCode(key);
        var ballots = new ArrayList<Map<String, Object>>(count);
        for (int i = 0; i < count; i++) {
            var contact = "v%d-%d@residents.example".formatted(seed, i);
            var voter =
                    new Voter(survey.id(), iin(seed, i), Contact.read(contact).orElseThrow());
            var candidate = "d-%09d".formatted(113031000 + 1000 * random.nextInt(candidates));
            ballots.add(Map.of(
                    "ballot", "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                    "iin", voter.iin(),
                    "contact", contact,
                    "code", codes.at(host.clock().instant(), voter),
                    "candidate", candidate,
                    "ticket", key.ticket(survey.id(), candidate),
                    "answers", answers(random)));
        }
        return ballots;
    }

    private Map<String, Integer> answers(SplittableRandom random) {
        var answers = new TreeMap<String, Integer>();
        survey.questions().forEach(question -> answers.put(question.id(), random.nextInt(6)));
        return answers;
    }

    /** An IIN that passes every check and is nobody's, a different one for every seed below 40 and number. */
    private static String iin(long seed, int number) {
        var day = "%02d%02d%02d".formatted(50 + (int) (seed % 40), 1 + number / 9999 % 12, 1 + number / 9999 / 12);
        var serial = "%04d".formatted(number % 9999);
        return Stream.of("4", "3", "2", "1")
                .flatMap(century -> IntStream.range(0, 10).mapToObj(digit -> day + century + serial + digit))
                .filter(iin -> Iin.parse(iin) instanceof Iin.Valid)
                .findFirst()
                .orElseThrow();
    }

    /** Waits until every accepted ballot is in the totals. */
    void awaitIdle() {
        try {
            host.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How many events or records no function could handle. */
    int deadLetters() {
        return host.deadLetters().all().size();
    }

    @Override
    public void close() {
        host.close();
    }
}
