package kz.uzdik.host.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
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
        Map<Voter, Doors.Answer> first;
        try (var host = Child.start(data)) {
            var doors = new Doors(host.address);
            var door = SurveyDoor.open(doors, survey);
            codes = door.codes(voters, new Inbox(doors, () -> {}));
            assertThat(codes).as("codes that came by mail").hasSameSizeAs(voters);
            first = voteUntilKilled(door, codes, host);
        }
        assertThat(refused(first)).as("refused before the kill").isEmpty();
        assertThat(first.size()).as("accepted before the kill").isBetween(1, voters.size() - 1);
        Map<Voter, Doors.Answer> second;
        try (var host = Child.start(data)) {
            second = voteAll(SurveyDoor.open(new Doors(host.address), survey), codes);
        }
        assertThat(refused(second)).as("refused after the kill").isEmpty();
        assertThat(second).hasSameSizeAs(voters);
        assertThat(lost(first, second))
                .as("accepted before the kill, not in afterwards")
                .isEmpty();
        try (var world = World.start(null, data)) {
            world.awaitIdle();
            var doors = new Doors(world.base());
            var agency = world.token("agency-1", "", "uzdik/agency", null);
            var state = doors.get("/v1/state", agency).orFail(200).body();
            assertThat(state.path("ballots").path(survey.id()).asInt())
                    .as("ballots in the totals; dead letters: %s", world.deadLetters())
                    .isEqualTo(voters.size());
            var rating = doors.post("/v1/ratings/regional", agency, Map.of()).orFail(200);
            assertThat(rating.body().at("/recount/equal").asBoolean())
                    .as("totals against the recount: %s", rating.body().path("recount"))
                    .isTrue();
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
                new Inbox(doors, world::awaitIdle),
                new Ledger(),
                new Progress(System.err, false));
    }

    /** Everything up to the first hour of voting; gives the residents, one ballot each. */
    private static List<Voter> untilVoting(Play play, Survey survey) {
        new Commissions(play).run();
        new Dossiers(play, new SampleArchives(play.script())).run();
        var selection = play.stage(survey.after());
        new Judging(play, selection).run();
        play.moveTo(survey.window().opens().plusHours(1));
        return play.script().voters(survey, play.forecast().chosen(selection), RESIDENTS).stream()
                .filter(voter -> voter.manner() != Voter.Manner.CONTACT_USED_UP)
                .toList();
    }

    private static Map<Voter, Doors.Answer> voteUntilKilled(SurveyDoor door, Map<Voter, String> codes, Child host) {
        return vote(codes, (voter, answers) -> {
            try {
                answers.put(voter, door.send(door.ballot(voter, codes.getOrDefault(voter, ""))));
            } catch (UncheckedIOException e) {
                // The connection broke: what every resident would see when the host dies.
                return;
            }
            if (answers.size() >= codes.size() / 3) {
                host.kill();
            }
        });
    }

    private static Map<Voter, Doors.Answer> voteAll(SurveyDoor door, Map<Voter, String> codes) {
        return vote(
                codes,
                (voter, answers) -> answers.put(voter, door.send(door.ballot(voter, codes.getOrDefault(voter, "")))));
    }

    private static Map<Voter, Doors.Answer> vote(
            Map<Voter, String> codes, BiConsumer<Voter, Map<Voter, Doors.Answer>> way) {
        var answers = new ConcurrentHashMap<Voter, Doors.Answer>();
        Play.inParallel(codes.keySet().stream()
                .<Callable<Object>>map(voter -> () -> {
                    way.accept(voter, answers);
                    return voter;
                })
                .toList());
        return answers;
    }

    private static List<Map.Entry<Voter, Doors.Answer>> refused(Map<Voter, Doors.Answer> answers) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().status() >= 300)
                .toList();
    }

    /** Voters whose accepted ballot was not known by the same receipt when it came again. */
    private static List<Voter> lost(Map<Voter, Doors.Answer> first, Map<Voter, Doors.Answer> second) {
        return first.entrySet().stream()
                .filter(before -> !Objects.equals(
                        second.get(before.getKey()),
                        new Doors.Answer(200, before.getValue().body())))
                .map(Map.Entry::getKey)
                .toList();
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
            var errors = Files.createTempFile(data, "host-", ".log");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Duzdik.engineOptions=-XX:TieredStopAtLevel=1",
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
                    .redirectError(errors.toFile())
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("Ready:")) {
                    return new Child(process, URI.create("http://localhost:" + port));
                }
            }
            throw new IllegalStateException("the host did not start: " + Files.readString(errors));
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
