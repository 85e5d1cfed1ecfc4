package kz.uzdik.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.host.Host;
import kz.uzdik.host.HostOptions;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.RollStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.core.sync.RequestBody;

/** A host in the second hour of voting, and its residents. */
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
        return start(contest());
    }

    /** Starts the host with a survey in which only those vote who are on the roll. */
    static Electorate withRoll() throws IOException {
        return start(contestWithRoll());
    }

    /** The shipped contest, but with a roll; a file that goes with this process. */
    static Path contestWithRoll() throws IOException {
        var file = Files.createTempFile("contest", ".json");
        file.toFile().deleteOnExit();
        var identity = "\"identity\": {\"kind\": \"code\", \"roll\": false}";
        return Files.writeString(
                file, Files.readString(contest()).replace(identity, identity.replace("false", "true")));
    }

    private static Electorate start(Path contest) throws IOException {
        var root = ProjectFolder.root();
        var survey = DefinitionReader.read(Files.readString(contest)).surveys().getFirst();
        var opens = beginning(survey);
        var host = Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, null, contest, opens));
        var environment = new LinkedHashMap<>(host.engines().endpoints());
        environment.putAll(host.template().environment());
        var wiring = new Wiring(environment, host.clock(), new SecureRandom());
        return new Electorate(host, survey, Tables.of(wiring), ContestKey.read(wiring));
    }

    /** The contest that is voted in. */
    static Path contest() {
        return ProjectFolder.root().resolve("contests/best-akim-2027.json");
    }

    /** The contest's local time at which a host begins. */
    static LocalDateTime beginning(Survey survey) {
        return survey.window().opens().plusHours(1);
    }

    /** Where ballots are sent. */
    URI address() {
        return URI.create(host.address() + "/v1/surveys/" + survey.id() + "/ballots");
    }

    /** The contest that it runs. */
    ContestDefinition definition() {
        return host.definition();
    }

    /** The host's own address, without a slash at the end. */
    String site() {
        return host.address();
    }

    /** Writes {@code page} to where pages are published, under {@code key}. */
    void publish(String key, String page) {
        var bucket = host.template().environment().get("PUBLIC_BUCKET");
        try (var s3 = host.engines().s3Client()) {
            s3.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(page));
        }
    }

    /** Id of the survey. */
    String surveyId() {
        return survey.id();
    }

    /** The tables behind the host. */
    Tables tables() {
        return tables;
    }

    /** The contest's key, as the host has it. */
    KeyedHash key() {
        return key;
    }

    /** The contest's time. */
    InstantSource clock() {
        return host.clock();
    }

    /** Who votes. */
    Residents residents() {
        return new Residents(survey, key, host.clock());
    }

    /** Puts those who sent {@code ballots} on the roll of the okrugs that they vote in. */
    void enter(List<Map<String, Object>> ballots) {
        var pseudonyms = new Pseudonyms(key);
        var store = new RollStore(tables, new SplittableRandom());
        var expires = clock().instant().plus(Duration.ofDays(100));
        for (int from = 0; from < ballots.size(); from += RollStore.TOGETHER) {
            var together = ballots.subList(from, Math.min(ballots.size(), from + RollStore.TOGETHER));
            store.put(
                    together.stream()
                            .map(ballot -> pseudonyms.resident(
                                    survey.id(),
                                    String.valueOf(ballot.get("candidate")).substring("d-".length()),
                                    String.valueOf(ballot.get("iin"))))
                            .toList(),
                    expires);
        }
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
