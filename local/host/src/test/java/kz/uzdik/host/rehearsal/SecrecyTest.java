package kz.uzdik.host.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Contact;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.host.secrecy.Attack;
import kz.uzdik.host.secrecy.Attack.Voted;
import kz.uzdik.host.secrecy.Spoils;
import kz.uzdik.host.secrecy.Trace;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who gave which ballot? An attacker has all tables, both streams, the functions' logs and every published file of a
 * whole rehearsed contest, knows for whom each person voted, and lacks the contest's key. They try every join that
 * {@link Attack} knows. The test knows the truth, and fails where a join does better than guessing.
 */
class SecrecyTest {

    /** Probability that the test fails though nothing leaks, all joins taken together. */
    private static final double FALSE_ALARM = 1e-6;

    private static final int RESIDENTS = 240;
    private static final long SEED = 5;

    @TempDir
    private static Path out;

    private static List<Trace> traces = List.of();
    private static List<Voted> truth = List.of();

    @BeforeAll
    static void rehearse() {
        var screen = System.err;
        var log = new ByteArrayOutputStream();
        try (var world = World.start(null, null);
                var all = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setErr(all);
            var definition = world.definition();
            var script = Script.draw(definition, SEED, 2, 8, RESIDENTS);
            var forecast = new Forecast(
                    script,
                    Rehearsal.recusals(script, definition.stages().getFirst().id()));
            var doors = new Doors(world.base());
            var play = new Play(
                    script,
                    forecast,
                    world,
                    doors,
                    new Inbox(doors, world::awaitIdle),
                    new Ledger(),
                    new Progress(screen, false));
            new Rehearsal(play, out, RESIDENTS).run();
            assertThat(play.ledger().agrees()).as(play.ledger().table()).isTrue();
            System.setErr(screen);
            var spoils = spoils(play, log.toByteArray());
            traces = spoils.traces();
            truth = truth(play);
        } finally {
            System.setErr(screen);
        }
    }

    private static Spoils spoils(Play play, byte[] log) {
        var spoils = new Spoils();
        for (var table : List.of("VotersTable", "BallotsTable", "ContestTable")) {
            spoils.table(play.world().database(), table);
        }
        spoils.file("functions' log", log);
        for (var stage : play.definition().stages()) {
            for (var file : List.of(
                    "evidence/evidence-" + stage.id() + ".zip",
                    "data/results-" + stage.id() + ".json",
                    "protocols/" + stage.id() + "-kk.html",
                    "protocols/" + stage.id() + "-ru.html")) {
                spoils.file(file, play.doors().file("/" + file));
            }
        }
        return spoils;
    }

    /** Those whose ballot is in; of one who sent two at once, the one that is. */
    private static List<Voted> truth(Play play) {
        var pseudonyms = new Pseudonyms(
                ContestKey.read(new Wiring(play.world().environment(), Instant::now, new SplittableRandom(1))));
        var ballots = traces.stream()
                .filter(trace -> trace.source().equals("BallotsTable scanned"))
                .flatMap(trace -> trace.words().stream())
                .collect(Collectors.toSet());
        var truth = new ArrayList<Voted>();
        for (var survey : play.definition().surveys()) {
            var chosen = play.forecast().chosen(play.stage(survey.after()));
            for (var voter : voters(play, survey, chosen)) {
                for (var ballot : List.of(voter.ballot(), voter.ballot().substring(1) + "0")) {
                    if (ballots.contains(ballot)) {
                        truth.add(new Voted(
                                survey.id() + " " + voter.akim().dossier(),
                                names(play, pseudonyms, survey, voter),
                                Set.of(ballot, Receipt.of(ballot))));
                    }
                }
            }
        }
        return truth;
    }

    private static List<Voter> voters(Play play, Survey survey, List<Nominee> chosen) {
        return survey.identity() instanceof Identity.Invite
                ? Inviting.invited(play.script(), survey, chosen, Inviting.tokens(play.world(), survey))
                : play.script().voters(survey, chosen, RESIDENTS);
    }

    /** What stays the same of a person: a pseudonym counts, though without the key nobody can tell whose it is. */
    private static Set<String> names(Play play, Pseudonyms pseudonyms, Survey survey, Voter voter) {
        if (survey.identity() instanceof Identity.Invite) {
            var token = voter.iin();
            var pseudonym = new Invites(ContestKey.read(
                            new Wiring(play.world().environment(), Instant::now, new SplittableRandom(1))))
                    .person(survey.id(), voter.akim().dossier(), token)
                    .orElseThrow();
            return Set.of(token, pseudonym);
        }
        var asking = new kz.uzdik.contest.vote.Voter(
                survey.id(), voter.iin(), Contact.read(voter.contact()).orElseThrow());
        return Set.of(
                voter.iin(), voter.contact(), pseudonyms.person(survey.id(), voter.iin()), pseudonyms.contact(asking));
    }

    @Test
    void noJoinTellsBetterThanChanceWhoGaveWhichBallot() {
        assertThat(truth).hasSizeGreaterThanOrEqualTo(RESIDENTS);
        assertThat(truth.stream().map(Voted::group).distinct().count()).isGreaterThan(3);
        assertThat(truth.stream().filter(voted -> voted.group().startsWith("ethics ")))
                .hasSizeGreaterThanOrEqualTo(3 * Inviting.INVITED);
        var attack = new Attack(traces, truth, SEED);
        assertThat(attack.knownOfPersons()).contains("VotersTable scanned: first place");
        assertThat(attack.knownOfBallots())
                .contains(
                        "BallotsTable scanned: first place",
                        "BallotsTable streamed INSERT: first place",
                        "ContestTable streamed INSERT: first place");
        var joins = attack.joins();

        assertThat(joins.getFirst().probability())
                .as("%s, the best of %d joins with the seed %d", joins.getFirst(), joins.size(), SEED)
                .isGreaterThan(FALSE_ALARM / joins.size());
    }

    @Test
    void noTraceBearsBothPersonAndBallot() {
        var persons = owners(Voted::names);
        var ballots = owners(Voted::ballotNames);
        assertThat(traces)
                .noneMatch(trace -> trace.words().stream()
                        .flatMap(word -> persons.getOrDefault(word, Set.of()).stream())
                        .anyMatch(voted -> voted.ballotNames().stream().anyMatch(trace.words()::contains)));
        assertThat(traces).anyMatch(trace -> trace.words().stream().anyMatch(persons::containsKey));
        assertThat(traces).anyMatch(trace -> trace.words().stream().anyMatch(ballots::containsKey));
    }

    /** Whose each of the {@code words} is. */
    private static Map<String, Set<Voted>> owners(Function<Voted, Set<String>> words) {
        var owners = new HashMap<String, Set<Voted>>();
        for (var voted : truth) {
            words.apply(voted)
                    .forEach(word ->
                            owners.computeIfAbsent(word, w -> new HashSet<>()).add(voted));
        }
        return owners;
    }

    /** The thief sees that codes were asked for, and nothing of where they went. */
    @Test
    void noTableTellsAMailDomain() {
        assertThat(traces)
                .filteredOn(trace -> trace.source().equals("ContestTable scanned"))
                .anyMatch(trace -> trace.words().contains("ASKED"))
                .noneMatch(trace -> trace.words().stream().anyMatch(word -> word.endsWith("residents.example")));
    }

    @Test
    void theAttackFindsATimeWrittenBesideThePerson() {
        assertFound(leak("VotersTable with a time", i -> Map.of("at", (double) i / 3), i -> Set.of()));
    }

    @Test
    void theAttackFindsAnAddressLyingOpenInTheOutbox() {
        var sealed = traces.stream()
                .filter(trace -> trace.source().equals("ContestTable streamed INSERT")
                        && trace.words().contains("vote-code"))
                .sorted(java.util.Comparator.comparing(trace -> trace.measures().get("place")))
                .toList();
        var random = new java.util.Random(SEED);
        // Codes are asked for in about the order of the script, and so is voted.
        assertFound(leak(
                "outbox in the open",
                i -> sealed.get(Math.min(sealed.size() - 1, i + random.nextInt(8)))
                        .measures(),
                i -> Set.of()));
    }

    @Test
    void theAttackFindsAWordThatBothSidesShare() {
        var leaky = new ArrayList<>(leak("request ids of persons", i -> Map.of(), i -> Set.of("request-" + i)));
        for (int i = 0; i < truth.size(); i++) {
            var words = new HashSet<>(truth.get(i).ballotNames());
            words.add("request-" + i);
            leaky.add(new Trace("request ids of ballots", words, Map.of()));
        }
        assertFound(leaky);
    }

    private static List<Trace> leak(
            String source,
            java.util.function.IntFunction<Map<String, Double>> measures,
            java.util.function.IntFunction<Set<String>> words) {
        var leaky = new ArrayList<>(traces);
        for (int i = 0; i < truth.size(); i++) {
            var all = new HashSet<>(truth.get(i).names());
            all.removeIf(name -> name.contains("@residents"));
            all.addAll(words.apply(i));
            leaky.add(new Trace(source, all, measures.apply(i)));
        }
        return leaky;
    }

    private static void assertFound(List<Trace> leaky) {
        var joins = new Attack(leaky, truth, SEED).joins();
        assertThat(joins.getFirst().probability()).isLessThan(FALSE_ALARM / joins.size());
    }
}
