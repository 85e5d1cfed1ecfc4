package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.Receipt;
import kz.uzdik.contest.vote.SurveyCount;
import kz.uzdik.contest.vote.SurveyTally;
import kz.uzdik.contest.vote.Tally;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Running totals, one item per survey and candidate, and one for each kind of the candidate's ballots, so that what
 * is annulled can be told from what counts at any time. Exact whatever is counted twice, again, in another order or by
 * several at once: a mark per ballot is put, if absent, in the transaction that adds the ballot to both.
 */
public final class TallyStore {

    /**
     * How long a ballot's mark stays: longer than any copy of its stream record can wait to be delivered, and as long as
     * people may want to look their receipt up.
     */
    private static final Duration MARKS_STAY = Duration.ofDays(366);

    private static final int TRANSACTION_ITEMS = 100;
    private static final String TOTALS = "TALLY#";
    private static final String KINDS = "TALLYKIND#";
    private static final String MARKS = "COUNTED#";
    private static final String BALLOTS = "ballots";
    private static final char BETWEEN = '|';

    private final Tables tables;
    private final InstantSource clock;
    private final RandomGenerator random;

    public TallyStore(Tables tables, InstantSource clock, RandomGenerator random) {
        this.tables = tables;
        this.clock = clock;
        this.random = random;
    }

    /** Adds each of {@code ballots} to its candidate unless that was done before. Done for all when it returns. */
    public void count(Collection<Ballot> ballots) {
        var once = new TreeMap<String, Ballot>();
        ballots.forEach(ballot -> once.put(ballot.id(), ballot));
        for (var group : groups(once.values())) {
            countGroup(group);
        }
    }

    /** The running totals of all accepted ballots of {@code survey}, by candidate. */
    public Map<String, AnswerCounts> totals(String survey) {
        return Collections.unmodifiableMap(items(TOTALS + survey));
    }

    /** The running totals of {@code survey}, what {@code annulments} take apart from what counts. */
    public SurveyCount count(String survey, Annulments annulments) {
        var tally = new SurveyTally(annulments);
        var whole = new TreeMap<String, AnswerCounts>();
        totals(survey).forEach((candidate, counts) -> {
            if (annulments.concern(candidate)) {
                kinds(survey, candidate).forEach(tally::add);
            } else {
                whole.put(candidate, counts);
            }
        });
        tally.addCounted(whole);
        return tally.count();
    }

    /** The running totals of {@code candidate} in {@code survey}, by kind of ballot. */
    public Map<BallotKind, AnswerCounts> kinds(String survey, String candidate) {
        var kinds = new HashMap<BallotKind, AnswerCounts>();
        items(KINDS + survey + "#" + candidate).forEach((sk, counts) -> {
            var parts = sk.split("\\|", 3);
            kinds.put(new BallotKind(candidate, parts[0], parts[1], parts[2]), counts);
        });
        return Collections.unmodifiableMap(kinds);
    }

    private Map<String, AnswerCounts> items(String pk) {
        var items = new TreeMap<String, AnswerCounts>();
        var pages = tables.client()
                .queryPaginator(r -> r.tableName(tables.contest())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", s(pk)))
                        .consistentRead(true));
        for (var item : pages.items()) {
            items.put(text(item, "sk"), counts(item));
        }
        return items;
    }

    /** Groups that each fit a transaction: a mark per ballot, an item per candidate and one per kind. */
    private static List<List<Ballot>> groups(Collection<Ballot> ballots) {
        var groups = new ArrayList<List<Ballot>>();
        var group = new ArrayList<Ballot>();
        var totals = new HashSet<Map<String, AttributeValue>>();
        var ordered = ballots.stream()
                .sorted(Comparator.comparing(Ballot::survey)
                        .thenComparing(Ballot::candidate)
                        .thenComparing(TallyStore::kindName)
                        .thenComparing(Ballot::id))
                .toList();
        for (var ballot : ordered) {
            totals.addAll(totalKeys(ballot));
            if (group.size() + 1 + totals.size() > TRANSACTION_ITEMS) {
                groups.add(List.copyOf(group));
                group.clear();
                totals.clear();
                totals.addAll(totalKeys(ballot));
            }
            group.add(ballot);
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    private void countGroup(List<Ballot> group) {
        var backoff = new Backoff(random);
        var left = group;
        while (!left.isEmpty()) {
            try {
                var writes = writes(left);
                tables.client().transactWriteItems(r -> r.transactItems(writes));
                return;
            } catch (TransactionCanceledException e) {
                var uncounted = withoutCounted(left, Cancelled.because(e));
                if (uncounted.size() == left.size()) {
                    pauseOrRethrow(backoff, e);
                }
                left = uncounted;
            } catch (AwsServiceException e) {
                pauseOrRethrow(backoff, e);
            }
        }
    }

    private static void pauseOrRethrow(Backoff backoff, AwsServiceException e) {
        if (!Cancelled.passes(e) || !backoff.pause()) {
            throw e;
        }
    }

    /** The ballots' marks come first in the transaction: where one was there already, its ballot is in the total. */
    private static List<Ballot> withoutCounted(List<Ballot> ballots, Cancelled cancelled) {
        var left = new ArrayList<Ballot>();
        for (int i = 0; i < ballots.size(); i++) {
            if (!cancelled.byConditionOf(i)) {
                left.add(ballots.get(i));
            }
        }
        return left;
    }

    private List<TransactWriteItem> writes(List<Ballot> ballots) {
        var writes = new ArrayList<TransactWriteItem>();
        var expires = marksExpire();
        ballots.forEach(ballot -> writes.add(mark(ballot, expires)));
        var totals = new HashMap<Map<String, AttributeValue>, AnswerCounts>();
        for (var ballot : ballots) {
            var one = Tally.plus(AnswerCounts.NONE, ballot);
            totalKeys(ballot).forEach(key -> totals.merge(key, one, Tally::merge));
        }
        totals.forEach((key, more) -> writes.add(addition(key, more)));
        return writes;
    }

    private TransactWriteItem mark(Ballot ballot, Instant expires) {
        var item = new HashMap<>(Tables.key(marks(Receipt.of(ballot.id())), ballot.id()));
        item.put("expires", n(expires.getEpochSecond()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(tables.contest()).item(item).conditionExpression("attribute_not_exists(pk)"))
                .build();
    }

    /** The partition of the marks of all ballots with {@code receipt}: almost always one, but 50 bits may meet. */
    static String marks(String receipt) {
        return MARKS + receipt;
    }

    /** A whole day, so that a mark does not tell when its ballot came in. */
    private Instant marksExpire() {
        return clock.instant().plus(MARKS_STAY).truncatedTo(ChronoUnit.DAYS);
    }

    private TransactWriteItem addition(Map<String, AttributeValue> key, AnswerCounts more) {
        var names = new HashMap<String, String>();
        var values = new HashMap<String, AttributeValue>();
        var parts = new ArrayList<String>();
        columns(more).forEach((column, count) -> {
            int i = parts.size();
            names.put("#c" + i, column);
            values.put(":n" + i, n(count));
            parts.add("#c" + i + " :n" + i);
        });
        return TransactWriteItem.builder()
                .update(update -> update.tableName(tables.contest())
                        .key(key)
                        .updateExpression("ADD " + String.join(", ", parts))
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values))
                .build();
    }

    private static Map<String, Long> columns(AnswerCounts counts) {
        var columns = new TreeMap<String, Long>();
        columns.put(BALLOTS, counts.ballots());
        counts.counts()
                .forEach((question, byAnswer) ->
                        byAnswer.forEach((answer, n) -> columns.put(question + BETWEEN + answer, n)));
        return columns;
    }

    private static AnswerCounts counts(Map<String, AttributeValue> item) {
        long ballots = 0;
        var counts = new TreeMap<String, Map<String, Long>>();
        for (var column : item.entrySet()) {
            int between = column.getKey().lastIndexOf(BETWEEN);
            if (column.getKey().equals(BALLOTS)) {
                ballots = Long.parseLong(column.getValue().n());
            } else if (between >= 0) {
                counts.computeIfAbsent(column.getKey().substring(0, between), q -> new TreeMap<>())
                        .put(
                                column.getKey().substring(between + 1),
                                Long.parseLong(column.getValue().n()));
            }
        }
        return new AnswerCounts(ballots, counts);
    }

    private static List<Map<String, AttributeValue>> totalKeys(Ballot ballot) {
        return List.of(
                Tables.key(TOTALS + ballot.survey(), ballot.candidate()),
                Tables.key(KINDS + ballot.survey() + "#" + ballot.candidate(), kindName(ballot)));
    }

    private static String kindName(Ballot ballot) {
        return ballot.hour() + BETWEEN + ballot.channel() + BETWEEN + ballot.network();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("a total without " + name);
        }
        return value.s();
    }
}
