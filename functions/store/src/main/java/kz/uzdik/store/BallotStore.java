package kz.uzdik.store;

import static kz.uzdik.store.Tables.s;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Tally;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The ballots themselves, read whole: for the recount and the evidence pack. */
public final class BallotStore {

    private static final int SEGMENTS = 4;

    private final Tables tables;

    public BallotStore(Tables tables) {
        this.tables = tables;
    }

    /** Counts every ballot of {@code survey} anew, by candidate. */
    public Map<String, AnswerCounts> recount(String survey) {
        var whole = new Tally();
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ArrayList<Future<Map<String, AnswerCounts>>>();
            for (int segment = 0; segment < SEGMENTS; segment++) {
                parts.add(readers.submit(counting(survey, segment)));
            }
            for (var part : parts) {
                whole.add(part.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ballots were counted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ballots of " + survey + " could not be read", e);
        }
        return whole.totals();
    }

    /** Shows {@code visitor} every ballot of {@code survey}, in no particular order. */
    public void forEach(String survey, Consumer<Ballot> visitor) {
        read(scan(survey).build(), visitor);
    }

    private Callable<Map<String, AnswerCounts>> counting(String survey, int segment) {
        return () -> {
            var tally = new Tally();
            read(scan(survey).segment(segment).totalSegments(SEGMENTS).build(), tally::add);
            return tally.totals();
        };
    }

    private void read(ScanRequest request, Consumer<Ballot> visitor) {
        for (var item : tables.client().scanPaginator(request).items()) {
            visitor.accept(BallotItem.read(item));
        }
    }

    private ScanRequest.Builder scan(String survey) {
        return ScanRequest.builder()
                .tableName(tables.ballots())
                .consistentRead(true)
                .filterExpression("survey = :survey")
                .expressionAttributeValues(Map.of(":survey", s(survey)));
    }
}
