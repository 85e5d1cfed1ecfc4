package kz.uzdik.host.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.engines.ProjectFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host is killed, without a chance to tidy up, while ballots come in, and started again on the same folder. */
class KilledHostTest {

    private static final int CANDIDATES = 6;
    private static final int RESIDENTS = 120;

    @TempDir
    private Path folder;

    private final Map<String, String> tickets = new HashMap<>();

    @Test
    void losesNoAcceptedBallotAndCountsNoneTwice() throws Exception {
        var data = folder.resolve("data");
        List<Voter> voters;
        Survey survey;
        try (var world = World.start(null, data)) {
            var play = play(world);
            survey = play.definition().surveys().getFirst();
            voters = untilVoting(play, survey);
        }
        Map<Voter, String> codes;
        Map<Voter, String> acknowledged;
        try (var first = Child.start(data)) {
            var doors = new Doors(first.address);
            codes = codes(doors, survey, voters);
            acknowledged = voteUntilKilled(doors, survey, voters, codes, first);
        }
        assertThat(acknowledged.size()).isBetween(1, voters.size() - 1);
        try (var second = Child.start(data)) {
            var again = voteAll(new Doors(second.address), survey, voters, codes);
            assertThat(again).hasSize(voters.size()).containsAllEntriesOf(acknowledged);
        }
        try (var world = World.start(null, data)) {
            world.awaitIdle();
            var agency = world.token("agency-1", "", "uzdik/agency", null);
            var state =
                    new Doors(world.base()).get("/v1/state", agency).orFail(200).body();
            assertThat(state.path("ballots").path(survey.id()).asLong()).isEqualTo(voters.size());
            var rating = new Doors(world.base())
                    .post("/v1/ratings/regional", agency, Map.of())
                    .orFail(200)
                    .body();
            assertThat(rating.path("recount").path("equal").asBoolean()).isTrue();
        }
    }

    private static Play play(World world) {
        var script = Script.draw(world.definition(), 7, 2, CANDIDATES, RESIDENTS);
        var doors = new Doors(world.base());
        return new Play(
                script,
                new Forecast(script, Set.of()),
                world,
                doors,
                new Inbox(doors),
                new Ledger(),
                new Progress(System.err, false));
    }

    /** Everything up to the first minute of voting; gives the residents, one ballot each. */
    private List<Voter> untilVoting(Play play, Survey survey) {
        new Commissions(play).run();
        new Dossiers(play, new SampleArchives(play.script())).run();
        var selection = play.stage(survey.after());
        new Judging(play, selection).run();
        play.moveTo(survey.window().opens().plusHours(1));
        play.doors()
                .get("/data/candidates-" + survey.id() + ".json", null)
                .orFail(200)
                .body()
                .path("candidates")
                .forEach(c -> tickets.put(
                        c.path("candidate").asText(), c.path("ticket").asText()));
        return play.script().voters(survey, play.forecast().chosen(selection), RESIDENTS).stream()
                .filter(voter -> voter.contact().startsWith("v"))
                .filter(voter -> voter.manner() != Voter.Manner.CONTACT_USED_UP)
                .toList();
    }

    private static Map<Voter, String> codes(Doors doors, Survey survey, List<Voter> voters) {
        var asker = new CodeAsker(doors, survey.id());
        Play.inParallel(voters.stream()
                .<Callable<Object>>map(
                        voter -> () -> asker.ask(voter.iin(), voter.contact()).orFail(202))
                .toList());
        var inbox = new Inbox(doors);
        var arrived = new HashMap<String, List<String>>();
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (arrived.values().stream().mapToInt(List::size).sum() < voters.size() && System.nanoTime() < deadline) {
            inbox.newCodes()
                    .forEach((to, codes) -> arrived.merge(
                            to,
                            codes,
                            (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream())
                                    .toList()));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        var codes = new LinkedHashMap<Voter, String>();
        voters.forEach(voter -> codes.put(voter, String.join(" ", arrived.getOrDefault(voter.contact(), List.of()))));
        return codes;
    }

    private Map<Voter, String> voteUntilKilled(
            Doors doors, Survey survey, List<Voter> voters, Map<Voter, String> codes, Child host) {
        var receipts = new ConcurrentHashMap<Voter, String>();
        Play.inParallel(voters.stream()
                .<Callable<Object>>map(voter -> () -> {
                    try {
                        vote(doors, survey, voter, codes).ifPresent(receipt -> receipts.put(voter, receipt));
                    } catch (UncheckedIOException e) {
                        // The connection broke: what every resident would see when the host dies.
                        return "";
                    }
                    if (receipts.size() >= voters.size() / 3) {
                        host.kill();
                    }
                    return "";
                })
                .toList());
        return receipts;
    }

    private Map<Voter, String> voteAll(Doors doors, Survey survey, List<Voter> voters, Map<Voter, String> codes) {
        var receipts = new ConcurrentHashMap<Voter, String>();
        Play.inParallel(voters.stream()
                .<Callable<Object>>map(voter -> () -> {
                    vote(doors, survey, voter, codes).ifPresent(receipt -> receipts.put(voter, receipt));
                    return "";
                })
                .toList());
        return receipts;
    }

    private java.util.Optional<String> vote(Doors doors, Survey survey, Voter voter, Map<Voter, String> codes) {
        for (var code : codes.getOrDefault(voter, "").split(" ")) {
            var answer = doors.post(
                    "/v1/surveys/" + survey.id() + "/ballots",
                    null,
                    Map.of(
                            "ballot", voter.ballot(),
                            "iin", voter.iin(),
                            "contact", voter.contact(),
                            "code", code,
                            "candidate", voter.akim().dossier(),
                            "ticket", tickets.getOrDefault(voter.akim().dossier(), ""),
                            "answers", voter.answers()));
            if (answer.status() == 200 || answer.status() == 201) {
                return java.util.Optional.of(answer.body().path("receipt").asText());
            }
        }
        return java.util.Optional.empty();
    }

    /** {@code uzdik serve} as a process of its own. */
    private static final class Child implements AutoCloseable {

        private final Process process;
        private final URI address;

        private Child(Process process, URI address) {
            this.process = process;
            this.address = address;
        }

        static Child start(Path data) throws IOException {
            int port = freePort();
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djdk.httpclient.allowRestrictedHeaders=host",
                            "-Duzdik.root=" + ProjectFolder.root(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            "kz.uzdik.host.Main",
                            "serve",
                            "--port",
                            Integer.toString(port),
                            "--data",
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("Ready:")) {
                    return new Child(process, URI.create("http://localhost:" + port));
                }
            }
            throw new IllegalStateException("the host did not start");
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        /** As {@code kill -9} does. */
        void kill() {
            process.destroyForcibly();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }
}
