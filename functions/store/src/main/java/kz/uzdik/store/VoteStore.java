package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.store.Vote.OnRoll;
import kz.uzdik.store.Vote.RoomAtContact;
import kz.uzdik.store.Vote.TriesLeft;
import kz.uzdik.store.VoteOutcome.Accepted;
import kz.uzdik.store.VoteOutcome.AlreadyCounted;
import kz.uzdik.store.VoteOutcome.AlreadyVoted;
import kz.uzdik.store.VoteOutcome.BallotDiffers;
import kz.uzdik.store.VoteOutcome.Busy;
import kz.uzdik.store.VoteOutcome.ContactUsedUp;
import kz.uzdik.store.VoteOutcome.Frozen;
import kz.uzdik.store.VoteOutcome.NotOnRoll;
import kz.uzdik.store.VoteOutcome.TooManyTries;
import kz.uzdik.store.VoteOutcome.WindowClosed;
import kz.uzdik.store.VoteOutcome.WrongCode;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Takes votes in. Reads nothing: whether a person has voted, a ballot is known or a contact used up, it learns from
 * conditions that hold or do not hold at the moment of writing.
 */
public final class VoteStore {

    /** Where the parts of the transaction stand in it. */
    private static final int PERSON = 0;

    private static final int BALLOT = 1;
    private static final int CONDITIONS = 2;

    /** Wrong codes let pass for one person and contact within the minutes that a {@link TriesLeft} stands for. */
    private final int maxTries;

    private final Tables tables;
    private final RandomGenerator random;

    public VoteStore(Tables tables, RandomGenerator random, int maxTries) {
        this.tables = tables;
        this.random = random;
        this.maxTries = maxTries;
    }

    /** Takes in a vote whose code is right: all at once in one transaction, or not at all. */
    public VoteOutcome cast(Vote vote) {
        return retrying(() -> {
            try {
                tables.client().transactWriteItems(r -> r.transactItems(writes(vote)));
                return new Accepted(Receipt.of(vote.ballot().id()));
            } catch (TransactionCanceledException e) {
                var cancelled = Cancelled.because(e);
                if (!cancelled.byCondition()) {
                    throw e;
                }
                return unlessCounted(vote, () -> refusal(vote, cancelled));
            }
        });
    }

    /** Answers a vote whose code is wrong: counts the try, unless it is a ballot of this person that is in already. */
    public VoteOutcome refuseCode(Vote vote, TriesLeft tries) {
        return retrying(() -> unlessCounted(vote, () -> countTry(tries)));
    }

    /** Answers a vote outside the window: refuses it, unless it is a ballot of this person that is in already. */
    public VoteOutcome refuseTime(Vote vote) {
        return retrying(() -> unlessCounted(vote, WindowClosed::new));
    }

    /**
     * Answers a vote on a candidate on whom none are taken: refuses it, unless it is a ballot of this person that is in.
     *
     * @param reason why none are taken
     */
    public VoteOutcome refuseFrozen(Vote vote, Text reason) {
        return retrying(() -> unlessCounted(vote, () -> new Frozen(reason)));
    }

    private VoteOutcome retrying(Supplier<VoteOutcome> attempt) {
        return new Backoff(random).retrying(attempt, new Busy());
    }

    private VoteOutcome unlessCounted(Vote vote, Supplier<VoteOutcome> otherwise) {
        try {
            tables.client().transactWriteItems(r -> r.transactItems(personVoted(vote), ballotIsIn(vote)));
            return new AlreadyCounted(Receipt.of(vote.ballot().id()));
        } catch (TransactionCanceledException e) {
            if (!Cancelled.because(e).byCondition()) {
                throw e;
            }
            return otherwise.get();
        }
    }

    private static VoteOutcome refusal(Vote vote, Cancelled cancelled) {
        if (cancelled.byConditionOf(BALLOT)) {
            return new BallotDiffers();
        }
        var unmet = IntStream.range(0, vote.conditions().size())
                .filter(i -> cancelled.byConditionOf(CONDITIONS + i))
                .mapToObj(i -> refusal(vote.conditions().get(i)))
                .toList();
        // Who guesses codes is told nothing more, not even that the person has voted.
        if (cancelled.byConditionOf(PERSON) && !unmet.contains(new TooManyTries())) {
            return new AlreadyVoted();
        }
        return unmet.getFirst();
    }

    private static VoteOutcome refusal(Vote.Condition unmet) {
        return switch (unmet) {
            case TriesLeft tries -> new TooManyTries();
            case OnRoll entry -> new NotOnRoll();
            case RoomAtContact contact -> new ContactUsedUp();
        };
    }

    /** Counts a wrong code; says whether there was a try left for it. */
    public VoteOutcome.Refused countTry(TriesLeft tries) {
        try {
            tables.client()
                    .updateItem(r -> r.tableName(tables.voters())
                            .key(Map.of("id", s(tries.key())))
                            .updateExpression("SET tries = if_not_exists(tries, :none) + :one, expires = :expires")
                            .conditionExpression("attribute_not_exists(tries) OR tries < :limit")
                            .expressionAttributeValues(
                                    counting(maxTries, tries.expires().getEpochSecond())));
            return new WrongCode();
        } catch (ConditionalCheckFailedException e) {
            return new TooManyTries();
        }
    }

    private List<TransactWriteItem> writes(Vote vote) {
        var expires = vote.expires().getEpochSecond();
        var person = TransactWriteItem.builder()
                .put(put -> put.tableName(tables.voters())
                        .item(Map.of("id", s(vote.person()), "expires", n(expires)))
                        .conditionExpression("attribute_not_exists(id)"))
                .build();
        var ballot = TransactWriteItem.builder()
                .put(put -> put.tableName(tables.ballots())
                        .item(BallotItem.write(vote.ballot()))
                        .conditionExpression("attribute_not_exists(id)"))
                .build();
        var writes = new ArrayList<>(List.of(person, ballot));
        vote.conditions().forEach(condition -> writes.add(write(condition, expires)));
        return writes;
    }

    private TransactWriteItem write(Vote.Condition condition, long expires) {
        return switch (condition) {
            case TriesLeft tries ->
                check(ConditionCheck.builder()
                        .tableName(tables.voters())
                        .key(Map.of("id", s(tries.key())))
                        .conditionExpression("attribute_not_exists(tries) OR tries < :limit")
                        .expressionAttributeValues(Map.of(":limit", n(maxTries))));
            case OnRoll(var entry) ->
                check(ConditionCheck.builder()
                        .tableName(tables.voters())
                        .key(Map.of("id", s(entry)))
                        .conditionExpression("attribute_exists(id)"));
            case RoomAtContact(var contact, int persons) ->
                TransactWriteItem.builder()
                        .update(update -> update.tableName(tables.voters())
                                .key(Map.of("id", s(contact)))
                                .updateExpression(
                                        "SET persons = if_not_exists(persons, :none) + :one, expires = :expires")
                                .conditionExpression("attribute_not_exists(persons) OR persons < :limit")
                                .expressionAttributeValues(counting(persons, expires)))
                        .build();
        };
    }

    private TransactWriteItem personVoted(Vote vote) {
        return check(ConditionCheck.builder()
                .tableName(tables.voters())
                .key(Map.of("id", s(vote.person())))
                .conditionExpression("attribute_exists(id)"));
    }

    private TransactWriteItem ballotIsIn(Vote vote) {
        return check(ConditionCheck.builder()
                .tableName(tables.ballots())
                .key(Map.of("id", s(vote.ballot().id())))
                .conditionExpression("survey = :survey AND candidate = :candidate AND answers = :answers")
                .expressionAttributeValues(Map.of(
                        ":survey", s(vote.ballot().survey()),
                        ":candidate", s(vote.ballot().candidate()),
                        ":answers", BallotItem.answers(vote.ballot()))));
    }

    private static TransactWriteItem check(ConditionCheck.Builder check) {
        return TransactWriteItem.builder().conditionCheck(check.build()).build();
    }

    private static Map<String, AttributeValue> counting(int limit, long expires) {
        return Map.of(":none", n(0), ":one", n(1), ":limit", n(limit), ":expires", n(expires));
    }
}
