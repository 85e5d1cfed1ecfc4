package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Residents' disputes and how commissions closed them: facts, each put once. */
public final class DisputeStore {

    private static final String PREFIX = "DISPUTE#";
    private static final String RECORDED = "RECORDED#";
    private static final String CLOSED = "CLOSED#";
    private static final int FACT = 0;
    private static final int GROUND = 1;
    private static final int TRIES = 2;

    private final Tables tables;
    private final RandomGenerator random;

    public DisputeStore(Tables tables, RandomGenerator random) {
        this.tables = tables;
        this.random = random;
    }

    /** What became of a dispute. */
    public enum Outcome {
        /** It is recorded, now or before. */
        RECORDED,
        /** The dispute's ground does not hold: the person has not voted, or is on the roll. */
        UNFOUNDED,
        /** Wrong codes have used up the tries of these minutes. */
        TOO_MANY_TRIES,
        /** So many writes met that none got through; the same request may be sent again. */
        BUSY
    }

    /**
     * Records {@code dispute}. Reads nothing.
     *
     * @param entry the pseudonym that the ground is about: the voter's, which must be there where the vote is taken, or
     *     the resident's, which must not be there where the roll lacks them
     * @param tries the count of wrong codes that must be below {@code maxTries}; null where no code was asked for
     */
    public Outcome record(Dispute dispute, String entry, Vote.@Nullable TriesLeft tries, int maxTries) {
        var writes = writes(dispute, entry, tries, maxTries);
        return new Backoff(random).retrying(() -> put(writes), Outcome.BUSY);
    }

    private Outcome put(List<TransactWriteItem> writes) {
        try {
            tables.client().transactWriteItems(r -> r.transactItems(writes));
            return Outcome.RECORDED;
        } catch (TransactionCanceledException e) {
            var cancelled = Cancelled.because(e);
            if (cancelled.byConditionOf(TRIES)) {
                return Outcome.TOO_MANY_TRIES;
            }
            if (cancelled.byConditionOf(FACT)) {
                return Outcome.RECORDED;
            }
            if (cancelled.byConditionOf(GROUND)) {
                return Outcome.UNFOUNDED;
            }
            throw e;
        }
    }

    /** All disputes about {@code survey}, by number, with how they were closed. */
    public List<Dispute> of(String survey) {
        var disputes = new ArrayList<Dispute>();
        var closings = new HashMap<String, Dispute.Closing>();
        var facts = new Facts(tables);
        for (var fact : facts.read(PREFIX + survey, CLOSED)) {
            closings.put(fact.sk().substring(CLOSED.length()), fact.as(Dispute.Closing.class));
        }
        for (var fact : facts.read(PREFIX + survey, RECORDED)) {
            var open = fact.as(Dispute.class);
            disputes.add(new Dispute(
                    open.number(),
                    open.survey(),
                    open.okrug(),
                    open.ground(),
                    open.day(),
                    closings.get(open.number())));
        }
        return disputes;
    }

    /** Closes the dispute {@code number}, which is recorded; says whether it was open until now. */
    public boolean close(String survey, String number, Dispute.Closing closing) {
        return new Facts(tables).put(PREFIX + survey, CLOSED + number, closing, List.of());
    }

    private List<TransactWriteItem> writes(
            Dispute dispute, String entry, Vote.@Nullable TriesLeft tries, int maxTries) {
        var item = new HashMap<>(Tables.key(PREFIX + dispute.survey(), RECORDED + dispute.number()));
        item.put("fact", s(Json.write(dispute)));
        var writes = new ArrayList<>(List.of(
                TransactWriteItem.builder()
                        .put(put -> put.tableName(tables.contest())
                                .item(item)
                                .conditionExpression("attribute_not_exists(pk)"))
                        .build(),
                check(ConditionCheck.builder()
                        .key(Map.of("id", s(entry)))
                        .conditionExpression(holds(dispute.ground())))));
        if (tries != null) {
            writes.add(check(ConditionCheck.builder()
                    .key(Map.of("id", s(tries.key())))
                    .conditionExpression("attribute_not_exists(tries) OR tries < :limit")
                    .expressionAttributeValues(Map.of(":limit", n(maxTries)))));
        }
        return writes;
    }

    private static String holds(Dispute.Ground ground) {
        return switch (ground) {
            case VOTE_TAKEN -> "attribute_exists(id)";
            case NOT_ON_ROLL -> "attribute_not_exists(id)";
        };
    }

    private TransactWriteItem check(ConditionCheck.Builder check) {
        return TransactWriteItem.builder()
                .conditionCheck(check.tableName(tables.voters()).build())
                .build();
    }
}
