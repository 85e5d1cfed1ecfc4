package kz.uzdik.store;

import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes the roll of residents: pseudonyms beside those of the voters, and like them in all but their key. */
public final class RollStore {

    /** As many entries as one request takes. */
    public static final int TOGETHER = 25;

    private final Tables tables;
    private final RandomGenerator random;

    public RollStore(Tables tables, RandomGenerator random) {
        this.tables = tables;
        this.random = random;
    }

    /**
     * Puts {@code entries}, at most {@link #TOGETHER} and none twice; those that are there already change nothing.
     * Throws {@link IllegalStateException} where the engine takes some of them at no time.
     */
    public void put(Collection<String> entries, Instant expires) {
        var open = entries.stream()
                .map(entry -> WriteRequest.builder()
                        .putRequest(put -> put.item(Map.of("id", s(entry), "expires", n(expires.getEpochSecond()))))
                        .build())
                .toList();
        var backoff = new Backoff(random);
        do {
            open = rest(open);
            if (open.isEmpty()) {
                return;
            }
        } while (backoff.pause());
        throw new IllegalStateException(open.size() + " entries of the roll were not taken");
    }

    private List<WriteRequest> rest(List<WriteRequest> writes) {
        try {
            return tables.client()
                    .batchWriteItem(r -> r.requestItems(Map.of(tables.voters(), writes)))
                    .unprocessedItems()
                    .getOrDefault(tables.voters(), List.of());
        } catch (AwsServiceException e) {
            if (!Cancelled.passes(e)) {
                throw e;
            }
            return writes;
        }
    }
}
