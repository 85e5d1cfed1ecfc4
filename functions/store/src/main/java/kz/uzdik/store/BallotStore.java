package kz.uzdik.store;

import static kz.uzdik.store.Tables.s;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.SurveyCount;
import kz.uzdik.contest.vote.SurveyTally;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** The ballots themselves, read whole: for the recount and the evidence pack. */
public final class BallotStore {

    /** Parts of the table read at once: a scan waits for the engine, so more than there are processors. */
    private static final int SEGMENTS = 8;

    /** Ballots of a page; so many times {@link #SEGMENTS} is all that a recount holds in memory at once. */
    private static final int PAGE = 1_000;

    private final Tables tables;

    public BallotStore(Tables tables) {
        this.tables = tables;
    }

    /** As {@link #recount(String, Annulments, RecountProgress)}, telling its progress in the log. */
    public SurveyCount recount(String survey, Annulments annulments) {
        return recount(survey, annulments, RecountProgress.logged(survey));
    }

    /** Counts every accepted ballot of {@code survey} anew, by candidate, as if none were annulled. */
    public Map<String, AnswerCounts> recount(String survey) {
        return recount(survey, RecountProgress.logged(survey));
    }

    /** As {@link #recount(String)}. */
    public Map<String, AnswerCounts> recount(String survey, RecountProgress progress) {
        return recount(survey, Annulments.NONE, progress).counted();
    }

    /**
     * Counts every ballot of {@code survey} anew, those that {@code annulments} take apart, in a parallel scan whose
     * memory does not grow with the number of ballots. It counts each ballot that was in before it began, and of those that come meanwhile any part.
     */
    public SurveyCount recount(String survey, Annulments annulments, RecountProgress progress) {
        var whole = new SurveyTally(annulments);
        var course = new RecountCourse(SEGMENTS, progress);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var parts = new ArrayList<Future<SurveyCount>>();
            for (int segment = 0; segment < SEGMENTS; segment++) {
                parts.add(readers.submit(counting(survey, annulments, segment, course)));
            }
            try {
                for (var part : parts) {
                    whole.add(part.get());
                }
            } finally {
                // Does nothing to readers that are done; where one failed, the others need not go on.
                readers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ballots were counted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the ballots of " + survey + " could not be read", e);
        }
        return whole.count();
    }

    /** Shows {@code visitor} every ballot of {@code survey}, in no particular order. */
    public void forEach(String survey, Consumer<Ballot> visitor) {
        for (var item : tables.client().scanPaginator(scan(survey).build()).items()) {
            visitor.accept(BallotItem.read(item));
        }
    }

    private Callable<SurveyCount> counting(String survey, Annulments annulments, int segment, RecountCourse course) {
        return () -> {
            var tally = new SurveyTally(annulments);
            var request = scan(survey)
                    .segment(segment)
                    .totalSegments(SEGMENTS)
                    .limit(PAGE)
                    .build();
            for (var page : tables.client().scanPaginator(request)) {
                page.items().forEach(item -> tally.add(BallotItem.read(item)));
                course.read(page.count());
            }
            course.ended();
            return tally.count();
        };
    }

    private ScanRequest.Builder scan(String survey) {
        return ScanRequest.builder()
                .tableName(tables.ballots())
                .consistentRead(true)
                .filterExpression("survey = :survey")
                .expressionAttributeValues(Map.of(":survey", s(survey)));
    }
}
