package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.util.Map;
import kz.uzdik.contest.vote.Receipt;

/** Answers whether a receipt's ballot is counted, from the tally's own marks; neither voters nor ballots are touched. */
public final class ReceiptStore {

    private static final String LOOKUPS = "LOOKUPS";
    private static final String FOUND = "found";

    private final Tables tables;

    public ReceiptStore(Tables tables) {
        this.tables = tables;
    }

    /** Whether a ballot with {@code receipt}, as {@link Receipt#of} writes it, is counted; one that is adds to the lookups. */
    public boolean lookUp(String receipt) {
        var marks = tables.client()
                .query(r -> r.tableName(tables.contest())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", s(TallyStore.marks(receipt))))
                        .limit(1))
                .items();
        if (marks.isEmpty()) {
            return false;
        }
        tables.client()
                .updateItem(r -> r.tableName(tables.contest())
                        .key(Tables.key(LOOKUPS, LOOKUPS))
                        .updateExpression("ADD #found :one")
                        .expressionAttributeNames(Map.of("#found", FOUND))
                        .expressionAttributeValues(Map.of(":one", n(1))));
        return true;
    }

    /** How many lookups have found their receipt so far. */
    public long lookups() {
        var item = tables.client()
                .getItem(r -> r.tableName(tables.contest()).key(Tables.key(LOOKUPS, LOOKUPS)))
                .item();
        return item.isEmpty() ? 0 : Long.parseLong(Tables.attribute(item, FOUND).n());
    }
}
