package kz.uzdik.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.PaperRecord;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.store.SurveyStore.Acting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is annulled and reinstated while ballots come in: running totals and recount agree, each ballot in one place. */
class AnnulmentTest {

    private static final Instant NOW = Instant.parse("2027-03-02T09:04:59Z");
    private static final Text REASON = new Text("шабуыл", "атака");

    private final String survey = Ballots.survey();
    private final Tables tables = EngineTables.plain();
    private final SurveyStore surveys = new SurveyStore(tables);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void runningTotalsAreTheRecountUnderAnySequenceOfActs(long seed) {
        // Seeds of its own: a ballot's id counts once in these tables, which other tests share.
        var random = new SplittableRandom(1000 + seed);
        var tallies = new TallyStore(tables, () -> NOW, random.split());
        var recount = new BallotStore(tables);
        var counted = new ArrayList<Ballot>();
        for (int step = 0; step < 25; step++) {
            switch (random.nextInt(3)) {
                case 0 -> annul(random);
                case 1 -> reinstate(random);
                default -> {
                    var more = ballots(random, 1 + random.nextInt(40));
                    more.forEach(ballot -> tables.client()
                            .putItem(r -> r.tableName(tables.ballots()).item(BallotItem.write(ballot))));
                    tallies.count(more);
                    counted.addAll(more);
                }
            }
            var annulments = surveys.read(survey).annulments();
            var running = tallies.count(survey, annulments);
            assertThat(running.counted()).isEqualTo(counting(counted, surveys.read(survey)));
            assertThat(running).isEqualTo(recount.recount(survey, annulments));
            assertThat(everything(running.counted(), running.annulled())).isEqualTo(tallies.totals(survey));
        }
    }

    @Test
    void anActIsRecordedOnceUnderItsNumber() {
        var all = new BallotCriteria("republic", "d-100000000", null, null, null, null);
        var act = act(1, new SurveyAct.Annulment(all));
        assertThat(surveys.act(act)).isEqualTo(new Acting.Done(act));
        var later = new SurveyAct(survey, 1, act.what(), REASON, "chair", NOW.plusSeconds(60));
        assertThat(surveys.act(later)).isEqualTo(new Acting.Same(act));
        var other = act(1, new SurveyAct.Annulment(new BallotCriteria("republic", null, null, null, null, "web")));
        assertThat(surveys.act(other)).isEqualTo(new Acting.Taken(act));
        assertThat(surveys.read(survey)).isEqualTo(new SurveyRecord(1, false, List.of(act), PaperRecord.NONE));
    }

    @Test
    void anAnnouncementOfWhatWasReadLetsNoActPastIt() {
        var announcements = new AnnouncementStore(tables);
        var read = surveys.read(survey);
        surveys.act(act(1, new SurveyAct.Annulment(new BallotCriteria("republic", null, null, null, null, "web"))));
        var stage = survey + "-stage";
        var announcement = new Announcement(stage, 1, NOW, "agency", null, null, 1, "", "", "");
        assertThat(announcements.announce(announcement, Map.of(), Map.of(survey, read.revision()), Map.of()))
                .isEqualTo(new AnnouncementStore.Announcing.FactsChanged());
        assertThat(announcements.announce(announcement, Map.of(), Map.of(survey, 1L), Map.of()))
                .isEqualTo(new AnnouncementStore.Announcing.First(announcement));
        assertThat(surveys.act(act(2, new SurveyAct.Reinstatement(1)))).isEqualTo(new Acting.StageAnnounced());
        assertThat(surveys.read(survey).announced()).isTrue();
        var second = new Announcement(stage + "-2", 1, NOW, "agency", null, null, 1, "", "", "");
        assertThat(announcements.announce(second, Map.of(), Map.of(survey, 1L), Map.of()))
                .isEqualTo(new AnnouncementStore.Announcing.First(second));
    }

    private void annul(RandomGenerator random) {
        var hours = List.of(hour(random), hour(random)).stream().sorted().toList();
        var scope = random.nextBoolean() ? "republic" : "1" + random.nextInt(3) + "0000000";
        surveys.act(act(
                surveys.read(survey).next(),
                new SurveyAct.Annulment(new BallotCriteria(
                        scope,
                        random.nextBoolean() ? candidate(random) : null,
                        random.nextBoolean() ? hours.get(0) : null,
                        random.nextBoolean() ? hours.get(1) : null,
                        random.nextInt(3) == 0 ? network(random) : null,
                        random.nextInt(3) == 0 ? channel(random) : null))));
    }

    private void reinstate(RandomGenerator random) {
        var acts = surveys.read(survey).acts();
        var annulments = acts.stream()
                .filter(act -> act.what() instanceof SurveyAct.Annulment)
                .toList();
        if (!annulments.isEmpty()) {
            var undone = annulments.get(random.nextInt(annulments.size())).number();
            surveys.act(act(acts.size() + 1, new SurveyAct.Reinstatement(undone)));
        }
    }

    private SurveyAct act(int number, SurveyAct.What what) {
        return new SurveyAct(survey, number, what, REASON, "chair", NOW);
    }

    /** Counted the plain way: each ballot that no act in force means. */
    private static Map<String, AnswerCounts> counting(List<Ballot> ballots, SurveyRecord record) {
        var undone = record.acts().stream()
                .filter(act -> act.what() instanceof SurveyAct.Reinstatement)
                .map(act -> ((SurveyAct.Reinstatement) act.what()).annulment())
                .toList();
        return Tally.of(ballots.stream()
                .filter(ballot -> record.acts().stream()
                        .filter(act -> act.what() instanceof SurveyAct.Annulment && !undone.contains(act.number()))
                        .map(act -> ((SurveyAct.Annulment) act.what()).ballots())
                        .noneMatch(of -> means(of, ballot)))
                .toList());
    }

    /** A candidate that is named need not be of the scope, which whoever records the act sees to. */
    private static boolean means(BallotCriteria of, Ballot ballot) {
        var here = of.scope().equals("republic")
                || ballot.candidate().substring(2, 4).equals(of.scope().substring(0, 2));
        return (of.candidate() == null ? here : of.candidate().equals(ballot.candidate())) && fits(of, ballot);
    }

    private static boolean fits(BallotCriteria of, Ballot ballot) {
        return (of.fromHour() == null || ballot.hour().compareTo(of.fromHour()) >= 0)
                && (of.toHour() == null || ballot.hour().compareTo(of.toHour()) <= 0)
                && (of.network() == null || of.network().equals(ballot.network()))
                && (of.channel() == null || of.channel().equals(ballot.channel()));
    }

    private static Map<String, AnswerCounts> everything(
            Map<String, AnswerCounts> counted, Map<Integer, Map<String, AnswerCounts>> annulled) {
        var whole = new TreeMap<>(counted);
        annulled.values()
                .forEach(by -> by.forEach((candidate, counts) -> whole.merge(candidate, counts, Tally::merge)));
        return whole;
    }

    private List<Ballot> ballots(RandomGenerator random, int count) {
        var ballots = new ArrayList<Ballot>();
        for (int i = 0; i < count; i++) {
            ballots.add(new Ballot(
                    Ballots.id(random),
                    survey,
                    candidate(random),
                    Map.of("q1", random.nextInt(6), "q2", random.nextInt(6)),
                    hour(random),
                    channel(random),
                    network(random)));
        }
        return ballots;
    }

    private static String candidate(RandomGenerator random) {
        return "d-1" + random.nextInt(3) + "000000" + random.nextInt(3);
    }

    private static String hour(RandomGenerator random) {
        return "2027-03-0" + (1 + random.nextInt(2)) + "T1" + random.nextInt(4);
    }

    private static String channel(RandomGenerator random) {
        return random.nextBoolean() ? "web" : "kiosk";
    }

    private static String network(RandomGenerator random) {
        return "0000000" + random.nextInt(3);
    }
}
