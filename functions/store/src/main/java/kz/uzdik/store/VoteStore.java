package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.store.VoteOutcome.Accepted;
import kz.uzdik.store.VoteOutcome.AlreadyCounted;
import kz.uzdik.store.VoteOutcome.AlreadyVoted;
import kz.uzdik.store.VoteOutcome.BallotDiffers;
import kz.uzdik.store.VoteOutcome.Busy;
import kz.uzdik.store.VoteOutcome.ContactUsedUp;
import kz.uzdik.store.VoteOutcome.TooManyTries;
import kz.uzdik.store.VoteOutcome.WindowClosed;
import kz.uzdik.store.VoteOutcome.WrongCode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
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

    /** Where the parts of the transaction stand in it; the fourth is the contact. */
    private static final int PERSON = 0;

    private static final int BALLOT = 1;
    private static final int TRIES = 2;

    /** Wrong codes let pass for one person and contact within the minutes that {@link Vote#tries} stands for. */
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
                return unlessCounted(vote, () -> refusal(cancelled));
            }
        });
    }

    /** Answers a vote whose code is wrong: counts the try, unless it is a ballot of this person that is in already. */
    public VoteOutcome refuseCode(Vote vote) {
        return retrying(() -> unlessCounted(vote, () -> countTry(vote)));
    }

    /** Answers a vote outside the window: refuses it, unless it is a ballot of this person that is in already. */
    public VoteOutcome refuseTime(Vote vote) {
        return retrying(() -> unlessCounted(vote, WindowClosed::new));
    }

    private VoteOutcome retrying(Supplier<VoteOutcome> attempt) {
        var backoff = new Backoff(random);
        do {
            try {
                return attempt.get();
            } catch (AwsServiceException e) {
                if (!Cancelled.passes(e)) {
                    throw e;
                }
            }
        } while (backoff.pause());
        return new Busy();
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

    private static VoteOutcome refusal(Cancelled cancelled) {
        if (cancelled.byConditionOf(BALLOT)) {
            return new BallotDiffers();
        }
        if (cancelled.byConditionOf(TRIES)) {
            return new TooManyTries();
        }
        return cancelled.byConditionOf(PERSON) ? new AlreadyVoted() : new ContactUsedUp();
    }

    private VoteOutcome countTry(Vote vote) {
        try {
            tables.client()
                    .updateItem(r -> r.tableName(tables.voters())
                            .key(Map.of("id", s(vote.tries())))
                            .updateExpression("SET tries = if_not_exists(tries, :none) + :one, expires = :expires")
                            .conditionExpression("attribute_not_exists(tries) OR tries < :limit")
                            .expressionAttributeValues(
                                    counting(maxTries, vote.triesExpire().getEpochSecond())));
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
        var contact = TransactWriteItem.builder()
                .update(update -> update.tableName(tables.voters())
                        .key(Map.of("id", s(vote.contact())))
                        .updateExpression("SET persons = if_not_exists(persons, :none) + :one, expires = :expires")
                        .conditionExpression("attribute_not_exists(persons) OR persons < :limit")
                        .expressionAttributeValues(counting(vote.personsPerContact(), expires)))
                .build();
        var tries = check(ConditionCheck.builder()
                .tableName(tables.voters())
                .key(Map.of("id", s(vote.tries())))
                .conditionExpression("attribute_not_exists(tries) OR tries < :limit")
                .expressionAttributeValues(Map.of(":limit", n(maxTries))));
        return List.of(person, ballot, tries, contact);
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
