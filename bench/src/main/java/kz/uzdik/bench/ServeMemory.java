package kz.uzdik.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.engines.SecretsStandIn;
import kz.uzdik.engines.Template;
import kz.uzdik.host.Main;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.wiring.Wiring;

/** The peak memory of {@code serve} in a process of its own, while ballots come from this one. */
final class ServeMemory {

    private static final int DEFAULT_BALLOTS = 2_400;
    private static final int AT_ONCE = 400;
    private static final int CANDIDATES = 100;
    private static final String READY = "Ready: ";

    /** The host's clock starts a little later than ours: it would refuse a code of its future. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private ServeMemory() {}

    /** Runs it; the only argument is how many ballots, 2 400 if none is given. */
    static void run(List<String> arguments) throws IOException {
        int count = arguments.isEmpty() ? DEFAULT_BALLOTS : Integer.parseInt(arguments.getFirst());
        try (var folder = ScratchFolder.make()) {
            run(count, folder.path());
        }
    }

    private static void run(int count, Path folder) throws IOException {
        var definition = DefinitionReader.read(Files.readString(Electorate.contest()));
        var survey = definition.surveys().getFirst();
        var beginning = Electorate.beginning(survey);
        var began = Instant.now();
        var moved = Duration.between(began, beginning.atZone(definition.zone()).toInstant());
        InstantSource clock = () -> Instant.now().plus(moved).minus(BEHIND);
        var serve = ChildJvm.start(
                Main.class,
                "serve",
                "--port",
                "0",
                "--data",
                folder.toString(),
                "--contest",
                Electorate.contest().toString(),
                "--at",
                beginning.toString());
        try (var out = serve.inputReader(StandardCharsets.UTF_8)) {
            var address = ready(out);
            System.out.println("peak memory of serve, started: " + ChildJvm.peakInWords(serve.pid()));
            var residents = new Residents(survey, key(folder, clock), clock);
            var door = new BallotDoor(URI.create(address + "/v1/surveys/" + survey.id() + "/ballots"));
            for (int from = 0; from < count; from += AT_ONCE) {
                Timed.of(residents.ballots(from, Math.min(AT_ONCE, count - from), CANDIDATES, 1).stream()
                        .<Callable<Object>>map(ballot -> () -> door.send(Json.write(ballot)))
                        .toList());
            }
            System.out.println(
                    "peak memory of serve, after " + count + " ballots: " + ChildJvm.peakInWords(serve.pid()));
        } finally {
            end(serve);
        }
    }

    private static String ready(BufferedReader out) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length(), line.indexOf(' ', READY.length()));
            }
        }
        throw new IOException("serve ended before it was ready");
    }

    /** The key that the host keeps in its data folder. */
    private static KeyedHash key(Path folder, InstantSource clock) {
        try (var secrets = SecretsStandIn.start(folder.resolve("secrets"))) {
            var environment = new HashMap<>(LocalAws.environment());
            environment.putAll(Template.read(ProjectFolder.root().resolve("template.yaml"), Map.of())
                    .environment());
            environment.put(
                    "AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets.endpoint().toString());
            return ContestKey.read(new Wiring(environment, clock, new SecureRandom()));
        }
    }

    private static void end(Process serve) {
        serve.destroy();
        try {
            if (!serve.waitFor(1, TimeUnit.MINUTES)) {
                serve.destroyForcibly();
            }
        } catch (InterruptedException e) {
            serve.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
