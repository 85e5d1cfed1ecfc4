package kz.uzdik.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.store.VoteOutcome.Accepted;
import kz.uzdik.store.VoteOutcome.AlreadyCounted;
import kz.uzdik.store.VoteOutcome.AlreadyVoted;
import kz.uzdik.store.VoteOutcome.BallotDiffers;
import kz.uzdik.store.VoteOutcome.ContactUsedUp;
import kz.uzdik.store.VoteOutcome.NotOnRoll;
import kz.uzdik.store.VoteOutcome.TooManyTries;
import kz.uzdik.store.VoteOutcome.WindowClosed;
import kz.uzdik.store.VoteOutcome.WrongCode;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class VoteStoreTest {

    private static final int MAX_TRIES = 5;
    private static final Instant EXPIRES = Instant.parse("2027-12-31T00:00:00Z");

    private final String survey = Ballots.survey();
    private final SplittableRandom random = new SplittableRandom(survey.hashCode());
    private final Tables tables = EngineTables.plain();
    private final VoteStore store = store(tables, random.split());

    @Test
    void aVoteIsTakenInWithItsReceipt() {
        var ballot = ballot();

        assertThat(store.cast(vote(ballot, "aidos"))).isEqualTo(new Accepted(Receipt.of(ballot.id())));
        assertThat(stored()).containsExactly(ballot);
    }

    @Test
    void theSameBallotAgainGivesTheSameReceiptAndCountsOnce() {
        var ballot = ballot();
        store.cast(vote(ballot, "aidos"));
        var later = new Ballot(
                ballot.id(), survey, ballot.candidate(), ballot.answers(), "2027-03-03T01", "web", "ffffffff");

        var again = new AlreadyCounted(Receipt.of(ballot.id()));
        assertThat(store.cast(vote(later, "aidos"))).isEqualTo(again);
        assertThat(store.refuseCode(vote(later, "aidos"), tries("aidos"))).isEqualTo(again);
        assertThat(store.refuseTime(vote(later, "aidos"))).isEqualTo(again);
        assertThat(stored()).containsExactly(ballot);
    }

    @Test
    void aSecondBallotOfAPersonIsRefused() {
        store.cast(vote(ballot(), "aidos"));

        assertThat(store.cast(vote(ballot(), "aidos"))).isEqualTo(new AlreadyVoted());
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aKnownBallotIdThatSaysSomethingElseIsRefused() {
        var ballot = ballot();
        store.cast(vote(ballot, "aidos"));
        var other = Ballots.ballot(ballot.id(), survey, "d-9", ballot.answers());

        assertThat(store.cast(vote(other, "aidos"))).isEqualTo(new BallotDiffers());
        assertThat(stored()).containsExactly(ballot);
    }

    @Test
    void aBallotOfSomebodyElseGivesNoReceiptAndTakesNoVote() {
        var ballot = ballot();
        store.cast(vote(ballot, "aidos"));

        assertThat(store.cast(vote(ballot, "saule"))).isEqualTo(new BallotDiffers());
        assertThat(store.refuseCode(vote(ballot, "saule"), tries("saule"))).isEqualTo(new WrongCode());
        assertThat(store.refuseTime(vote(ballot, "saule"))).isEqualTo(new WindowClosed());
        assertThat(store.cast(vote(ballot(), "saule"))).isInstanceOf(Accepted.class);
    }

    @Test
    void onlySoManyPersonsVoteThroughOneContact() {
        assertThat(store.cast(vote(ballot(), "aidos", "house", 2))).isInstanceOf(Accepted.class);
        assertThat(store.cast(vote(ballot(), "aidos", "house", 2))).isEqualTo(new AlreadyVoted());
        assertThat(store.cast(vote(ballot(), "saule", "house", 2))).isInstanceOf(Accepted.class);
        assertThat(store.cast(vote(ballot(), "marat", "house", 2))).isEqualTo(new ContactUsedUp());
        assertThat(store.cast(vote(ballot(), "marat", "own", 2))).isInstanceOf(Accepted.class);
        assertThat(stored()).hasSize(3);
    }

    @Test
    void onlyThoseOnTheRollVoteAndOnlyWhereTheyAreOnIt() {
        tables.client()
                .putItem(r -> r.tableName(tables.voters()).item(Map.of("id", Tables.s(survey + "aidos of Algabas"))));

        assertThat(store.cast(vote(ballot(), "saule", "saule of Algabas"))).isEqualTo(new NotOnRoll());
        assertThat(store.cast(vote(ballot(), "aidos", "aidos of Besterek"))).isEqualTo(new NotOnRoll());
        assertThat(stored()).isEmpty();
        assertThat(voter("saule")).isEmpty();

        var ballot = ballot();
        assertThat(store.cast(vote(ballot, "aidos", "aidos of Algabas"))).isInstanceOf(Accepted.class);
        assertThat(store.cast(vote(ballot, "aidos", "aidos of Algabas"))).isInstanceOf(AlreadyCounted.class);
        assertThat(store.cast(vote(ballot(), "aidos", "aidos of Besterek"))).isEqualTo(new AlreadyVoted());
        assertThat(stored()).hasSize(1);
    }

    @Test
    void afterFiveWrongCodesTheRightOneIsRefusedToo() throws Exception {
        var vote = vote(ballot(), "aidos");

        var answers = atOnce(Collections.nCopies(20, () -> store.refuseCode(vote, tries("aidos"))));

        assertThat(answers.stream().filter(new WrongCode()::equals)).hasSize(MAX_TRIES);
        assertThat(answers.stream().filter(new TooManyTries()::equals)).hasSize(20 - MAX_TRIES);
        assertThat(store.cast(vote)).isEqualTo(new TooManyTries());
        assertThat(stored()).isEmpty();
    }

    @Test
    void ofTwoHundredBallotsOfOnePersonAtOnceExactlyOneIsTakenIn() throws Exception {
        var casts = new ArrayList<Callable<VoteOutcome>>();
        for (int i = 0; i < 200; i++) {
            var vote = vote(ballot(), "aidos");
            var own = store(tables, random.split());
            casts.add(() -> own.cast(vote));
        }

        var outcomes = atOnce(casts);

        assertThat(outcomes.stream().filter(Accepted.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(new AlreadyVoted()::equals)).hasSize(199);
        var totals = new TallyStore(tables, () -> EXPIRES, random);
        totals.count(stored());
        totals.count(stored());
        assertThat(totals.totals(survey)).isEqualTo(new BallotStore(tables).recount(survey));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void ofTwentyCopiesOfOneBallotAtOnceOneIsNewAndAllGetItsReceipt() throws Exception {
        var vote = vote(ballot(), "aidos");

        var outcomes = atOnce(Collections.nCopies(20, () -> store.cast(vote)));

        var receipt = Receipt.of(vote.ballot().id());
        assertThat(outcomes.stream().filter(new Accepted(receipt)::equals)).hasSize(1);
        assertThat(outcomes.stream().filter(new AlreadyCounted(receipt)::equals))
                .hasSize(19);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aBrokenConnectionLosesNoBallotAndCountsNoneTwice() {
        var broken = store(EngineTables.watchedBy(new Faults(random.split(), 2)), random.split());
        for (int i = 0; i < 40; i++) {
            var vote = vote(ballot(), "person-" + i);
            VoteOutcome outcome = null;
            while (outcome == null) {
                try {
                    outcome = broken.cast(vote);
                } catch (SdkClientException e) {
                    assertThat(e).hasMessageContaining("broken");
                }
            }
            assertThat(outcome).isIn(new Accepted(receipt(vote)), new AlreadyCounted(receipt(vote)));
        }

        assertThat(stored()).hasSize(40);
    }

    @Test
    void whatTheEngineRefusesForGoodIsNotRetried() {
        var nowhere = store(new Tables(tables.client(), "Nowhere", tables.ballots(), ""), random.split());

        assertThatThrownBy(() -> nowhere.cast(vote(ballot(), "aidos"))).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aVoterLeavesNoTimeAndNothingOfTheBallot() {
        store.cast(vote(ballot(), "aidos"));

        assertThat(voter("aidos"))
                .isEqualTo(Map.of("id", Tables.s(survey + "aidos"), "expires", Tables.n(EXPIRES.getEpochSecond())));
        assertThat(voter("contact of aidos")).containsOnlyKeys("id", "persons", "expires");
        assertThat(voter("tries of aidos")).isEmpty();
    }

    @Test
    void onlyConditionalWritesAreUsed() {
        var seen = new ArrayList<String>();
        var watched = store(EngineTables.watchedBy(new Recorder(seen)), random.split());
        var vote = vote(ballot(), "aidos");
        watched.cast(vote);
        watched.cast(vote);
        watched.cast(vote(ballot(), "aidos"));
        watched.refuseCode(vote(ballot(), "saule"), tries("saule"));
        watched.refuseTime(vote(ballot(), "saule"));

        assertThat(seen).containsOnly("TransactWriteItemsRequest", "UpdateItemRequest");
    }

    private static List<VoteOutcome> atOnce(List<? extends Callable<VoteOutcome>> casts) throws Exception {
        var outcomes = new ArrayList<VoteOutcome>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(casts)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private Ballot ballot() {
        return Ballots.random(random, survey, 1, 3).getFirst();
    }

    private Vote vote(Ballot ballot, String person) {
        return vote(ballot, person, "contact of " + person, 4);
    }

    private Vote vote(Ballot ballot, String person, String resident) {
        return new Vote(ballot, survey + person, EXPIRES, List.of(new Vote.OnRoll(survey + resident)));
    }

    private Vote vote(Ballot ballot, String person, String contact, int persons) {
        return new Vote(
                ballot,
                survey + person,
                EXPIRES,
                List.of(tries(person), new Vote.RoomAtContact(survey + contact, persons)));
    }

    private Vote.TriesLeft tries(String person) {
        return new Vote.TriesLeft(survey + "tries of " + person, EXPIRES);
    }

    private static String receipt(Vote vote) {
        return Receipt.of(vote.ballot().id());
    }

    private List<Ballot> stored() {
        var ballots = new ArrayList<Ballot>();
        new BallotStore(tables).forEach(survey, ballots::add);
        return ballots;
    }

    private Map<String, AttributeValue> voter(String name) {
        return tables.client()
                .getItem(r -> r.tableName(tables.voters()).key(Map.of("id", Tables.s(survey + name))))
                .item();
    }

    private static VoteStore store(Tables tables, RandomGenerator random) {
        return new VoteStore(tables, random, MAX_TRIES);
    }

    private record Recorder(List<String> seen) implements ExecutionInterceptor {

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            seen.add(context.request().getClass().getSimpleName());
        }
    }
}
