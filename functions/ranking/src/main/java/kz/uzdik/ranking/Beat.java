package kz.uzdik.ranking;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.files.Published;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One beat of the schedule. */
final class Beat {

    private static final Logger LOG = LoggerFactory.getLogger(Beat.class);
    private static final String JSON = "application/json";
    private static final String DEFINITION = "data/contest.json";
    private static final String RECEIPTS = "data/receipts.json";

    private final Works works;
    private final RatingMaker maker;
    private final Publication publication;
    private final OrdersFile orders;
    private final TurnoutFile turnout;
    private final VotePages pages;
    private final Reminders reminders;

    Beat(Works works) {
        this.works = works;
        this.maker = new RatingMaker(works);
        this.publication = new Publication(works);
        this.orders = new OrdersFile(works);
        this.turnout = new TurnoutFile(works);
        this.pages = new VotePages(works, new CandidatesFile(works));
        this.reminders = new Reminders(works);
    }

    /** What a beat has done. */
    record Done(List<String> published, List<String> rated) {}

    /** Does what is due. A step that fails does not keep the others from being done; the first failure is thrown. */
    Done run() {
        var published = new ArrayList<String>();
        var rated = new ArrayList<String>();
        var failure = attempt(null, () -> definition(published));
        for (var stage : works.definition().stages()) {
            failure = attempt(failure, () -> stage(stage, published, rated));
        }
        failure = attempt(failure, () -> published.addAll(orders.repair()));
        failure = attempt(failure, () -> published.addAll(turnout.publish()));
        failure = attempt(failure, () -> pages(published));
        failure = attempt(failure, reminders::send);
        LOG.info("beat at {}: published {}, rated {}", works.now(), published, rated);
        if (failure != null) {
            throw failure;
        }
        return new Done(published, rated);
    }

    private void definition(List<String> published) {
        var bytes = Json.writeCanonical(works.definition());
        if (differs(DEFINITION, bytes)) {
            works.published().put(DEFINITION, bytes, JSON, Published.MINUTE);
            published.add(DEFINITION);
        }
    }

    /** The residents' pages that change with time, and how many receipts were looked up. */
    private void pages(List<String> published) {
        var lookups = works.receipts().lookups();
        pages.changing(lookups).forEach((key, page) -> {
            if (differs(key, page)) {
                pages.put(key, page);
                published.add(key);
            }
        });
        var bytes = Json.writeCanonical(Map.of("lookups", lookups));
        if (differs(RECEIPTS, bytes)) {
            works.published().put(RECEIPTS, bytes, JSON, Published.MINUTE);
            published.add(RECEIPTS);
        }
    }

    private boolean differs(String key, byte[] bytes) {
        var there = works.published().get(key);
        return there.isEmpty() || !Arrays.equals(there.get(), bytes);
    }

    private void stage(Stage stage, List<String> published, List<String> rated) {
        var course = works.announcements().course(stage.id());
        var holding = course.holding();
        if (holding.isPresent() && !works.announcements().isPublished(holding.get())) {
            publication.complete(holding.get());
            published.add(stage.id());
        }
        if (!course.isClosed() && isDue(stage)) {
            maker.make(stage, "schedule");
            rated.add(stage.id());
        }
    }

    private boolean isDue(Stage stage) {
        return !LocalDateTime.ofInstant(works.now(), works.definition().zone()).isBefore(stage.rateAt());
    }

    private static @Nullable RuntimeException attempt(@Nullable RuntimeException before, Runnable step) {
        try {
            step.run();
            return before;
        } catch (RuntimeException e) {
            LOG.error("a step of the beat failed", e);
            return before == null ? e : before;
        }
    }
}
