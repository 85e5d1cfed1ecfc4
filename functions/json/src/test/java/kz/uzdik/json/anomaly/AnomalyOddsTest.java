package kz.uzdik.json.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import kz.uzdik.contest.anomaly.Anomalies;
import kz.uzdik.contest.anomaly.Anomaly.Rule;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.json.DefinitionReader;
import org.junit.jupiter.api.Test;

/** How often the shipped limits cry wolf, and how often they see the wolf. */
class AnomalyOddsTest {

    /** Honest okrugs in which any rule may speak. */
    private static final double FALSE_ALARMS = 0.01;

    /** Tampered okrugs in which the rule meant must speak. */
    private static final double FOUND = 0.95;

    private static final int OBLASTS = 20;
    private static final ContestDefinition DEFINITION = definition();

    private static ContestDefinition definition() {
        try {
            return DefinitionReader.read(Files.readString(Path.of("../../contests/best-akim-2027.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void honestVotingIsLeftInPeace() {
        var alarms = new EnumMap<Rule, Integer>(Rule.class);
        var suspected = new HashSet<String>();
        long okrugs = 0;
        for (long seed = 0; seed < OBLASTS; seed++) {
            var villages = new Villages(DEFINITION, seed);
            okrugs += villages.okrugs().size();
            for (var anomaly : Anomalies.find(DEFINITION, villages.honest())) {
                alarms.merge(anomaly.rule(), 1, Integer::sum);
                suspected.add(seed + anomaly.okrug());
            }
        }
        assertThat(suspected.size()).as("%s among %d okrugs", alarms, okrugs).isLessThanOrEqualTo((int)
                (okrugs * FALSE_ALARMS));
    }

    /** Forty ballots within an hour, the okrug otherwise as it was. */
    @Test
    void burstIsFound() {
        assertFound(
                Rule.BURST,
                0,
                ballots -> with(ballots, Math.max(40, ballots.size()), i -> ballot -> in(ballot, "2027-05-29T03")));
    }

    /** As many ballots again, typed in at a desk from Monday to Friday. */
    @Test
    void officeHoursAreFound() {
        assertFound(
                Rule.OFFICE_HOURS,
                0,
                ballots -> with(
                        ballots,
                        3 * ballots.size(),
                        i -> ballot -> in(
                                ballot,
                                "2027-%sT%02d"
                                        .formatted(
                                                List.of("05-18", "05-19", "05-20", "06-01", "06-02")
                                                        .get(i % 5),
                                                9 + i / 5 % 9))));
    }

    /** Four times as many ballots from one network. */
    @Test
    void oneNetworkIsFound() {
        assertFound(Rule.NETWORK, 0, ballots -> with(ballots, 4 * ballots.size(), i -> ballot -> from(ballot, "farm")));
    }

    /** As many ballots again and half as many more, filled in from one sheet, where a hundred and more voted. */
    @Test
    void sameAnswersAreFound() {
        assertFound(
                Rule.SAME_ANSWERS, 100, ballots -> with(ballots, 3 * ballots.size() / 2, i -> AnomalyOddsTest::copied));
    }

    private static void assertFound(Rule rule, long least, UnaryOperator<List<Ballot>> tampering) {
        long found = LongStream.range(0, OBLASTS)
                .filter(seed -> {
                    var villages = new Villages(DEFINITION, seed);
                    var okrug =
                            villages.okrugs().get((int) seed % villages.okrugs().size());
                    return Anomalies.find(DEFINITION, villages.with(okrug, tampering)).stream()
                            .anyMatch(anomaly ->
                                    anomaly.rule() == rule && anomaly.okrug().equals(okrug));
                })
                .count();
        assertThat((double) found / OBLASTS).isGreaterThanOrEqualTo(FOUND);
    }

    /** An okrug where at least so many voted. */
    private static String villageOf(long seed, long least) {
        var honest = new Villages(DEFINITION, seed).honest();
        return honest.okrugs().stream()
                .filter(okrug -> okrug.ballots() >= least)
                .skip(seed % 2)
                .findFirst()
                .orElseThrow()
                .okrug();
    }

    private static List<Ballot> with(List<Ballot> honest, int more, IntFunction<UnaryOperator<Ballot>> change) {
        var all = new ArrayList<>(honest);
        for (int i = 0; i < more; i++) {
            all.add(change.apply(i).apply(honest.get(i % honest.size())));
        }
        return all;
    }

    private static Ballot in(Ballot b, String hour) {
        return new Ballot(b.id(), b.survey(), b.candidate(), b.answers(), hour, b.channel(), b.network());
    }

    private static Ballot from(Ballot b, String network) {
        return new Ballot(b.id(), b.survey(), b.candidate(), b.answers(), b.hour(), b.channel(), network);
    }

    private static Ballot copied(Ballot b) {
        var answers = new TreeMap<String, Integer>();
        b.answers().keySet().forEach(question -> answers.put(question, answers.size() % 2 == 0 ? 5 : 4));
        return new Ballot(b.id(), b.survey(), b.candidate(), answers, b.hour(), b.channel(), b.network());
    }
}
