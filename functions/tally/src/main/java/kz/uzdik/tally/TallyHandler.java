package kz.uzdik.tally;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.ArrayList;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.store.BallotItem;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import kz.uzdik.wiring.Wiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds new ballots to the running totals. A record that is no ballot is reported as failed and the others are counted;
 * Lambda then sends it again with all that follow it, which changes nothing that is counted already.
 */
public final class TallyHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(TallyHandler.class);

    private final TallyStore store;

    /** Serves Lambda. */
    public TallyHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public TallyHandler(Wiring wiring) {
        this(new TallyStore(Tables.of(wiring), wiring.clock(), wiring.random()));
    }

    TallyHandler(TallyStore store) {
        this.store = store;
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var ballots = new ArrayList<Ballot>();
        var failures = new ArrayList<BatchItemFailure>();
        for (var entry : event.getRecords()) {
            if (!"INSERT".equals(entry.getEventName())) {
                continue;
            }
            try {
                ballots.add(ballot(entry));
            } catch (IllegalArgumentException e) {
                var number = entry.getDynamodb().getSequenceNumber();
                LOG.error("record {} is not a ballot: {}", number, e.getMessage());
                failures.add(new BatchItemFailure(number));
            }
        }
        store.count(ballots);
        return StreamsEventResponse.builder().withBatchItemFailures(failures).build();
    }

    private static Ballot ballot(DynamodbStreamRecord entry) {
        var image = entry.getDynamodb().getNewImage();
        if (image == null) {
            throw new IllegalArgumentException("no image");
        }
        return BallotItem.read(StreamImage.read(image));
    }
}
