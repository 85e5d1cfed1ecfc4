package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.json.Json;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.AnnouncementStore.Announcing;
import kz.uzdik.store.Correction;
import kz.uzdik.store.Gathered;
import kz.uzdik.store.RatingStore;
import kz.uzdik.store.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Announces a stage, for the first time or as a correction. One conditional write decides; what is written before it has
 * no effect by itself, and what follows from it can be made again at any time. So a crash at any point, or two requests
 * at once, end alike.
 */
final class Announcer {

    private static final int ATTEMPTS = 5;

    private final Works works;
    private final Readiness readiness;
    private final Recount recount;

    Announcer(Works works) {
        this.works = works;
        this.readiness = new Readiness(works);
        this.recount = new Recount(works);
    }

    /** What became of the request. */
    sealed interface Result {

        /** It was announced now. */
        record First(Announcement announcement) implements Result {}

        /** It had been announced. */
        record Already(Announcement announcement) implements Result {}

        /** It is asked for; another person has to confirm it. */
        record Proposed(AnnouncementStore.Proposal proposal) implements Result {}

        /** It cannot be announced yet. */
        record NotReady(List<Obstacle> missing) implements Result {}

        /** No correction of that announcement is open. */
        record NotOpened() implements Result {}

        /** Commissions file faster than their facts can be read. */
        record Restless() implements Result {}
    }

    /**
     * Announces {@code stage} on behalf of {@code by}, unless something is missing.
     *
     * @param corrects number of the announcement that the new one stands in for; null for the first. Asked for by its
     *     number, a request that comes again never announces a correction that it did not mean
     */
    Result announce(Stage stage, @Nullable Integer corrects, String by) {
        var course = works.announcements().course(stage.id());
        var number = corrects == null ? 1 : corrects + 1;
        var before = course.numbered(number);
        if (before.isPresent()) {
            return new Result.Already(before.get());
        }
        var correction = course.open();
        if (corrects != null
                && correction.filter(open -> open.number() == corrects).isEmpty()) {
            return new Result.NotOpened();
        }
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var prospect = prospect(stage);
            if (!prospect.missing().isEmpty()) {
                return alreadyOr(stage, number, new Result.NotReady(prospect.missing()));
            }
            var gathered = prospect.gathered();
            String proposedBy = null;
            if (works.definition().announcing().secondPerson()) {
                var proposal = works.announcements()
                        .propose(new AnnouncementStore.Proposal(
                                stage.id(), number, gathered.inputsSha256(), by, works.now()));
                if (proposal.by().equals(by)) {
                    return alreadyOr(stage, number, new Result.Proposed(proposal));
                }
                proposedBy = proposal.by();
            }
            var announcement = announcement(number, by, proposedBy, correction, prospect);
            switch (works.announcements()
                    .announce(announcement, gathered.revisions(), gathered.surveyRevisions(), prospect.restsOn())) {
                case Announcing.First(Announcement first) -> {
                    return new Result.First(first);
                }
                case Announcing.Already(Announcement first) -> {
                    return new Result.Already(first);
                }
                case Announcing.FactsChanged() -> {}
            }
        }
        return new Result.Restless();
    }

    /**
     * What would be announced now, and what keeps it from being.
     *
     * @param restsOn earlier stage → number of its announcement, read before the facts
     */
    record Prospect(
            Stage stage, Map<String, Integer> restsOn, Gathered gathered, Rating rating, List<Obstacle> missing) {}

    /** Looks at {@code stage} as an announcement would, and changes nothing. */
    Prospect prospect(Stage stage) {
        var restsOn = works.facts().restsOn(stage);
        var gathered = works.facts().gather(stage);
        var rating = Ranking.rate(works.definition(), gathered.facts());
        return new Prospect(stage, restsOn, gathered, rating, missing(stage, gathered, rating));
    }

    private List<Obstacle> missing(Stage stage, Gathered gathered, Rating rating) {
        var missing = new ArrayList<>(readiness.obstacles(stage, gathered, rating));
        missing.addAll(recount.of(stage, gathered).obstacles());
        return missing;
    }

    /** Another request may have announced the stage meanwhile; its outcome holds then. */
    private Result alreadyOr(Stage stage, int number, Result otherwise) {
        return works.announcements()
                .course(stage.id())
                .numbered(number)
                .<Result>map(Result.Already::new)
                .orElse(otherwise);
    }

    private Announcement announcement(
            int number, String by, @Nullable String proposedBy, Optional<Correction> corrects, Prospect prospect) {
        var at = works.now();
        var gathered = prospect.gathered();
        var rating = prospect.rating();
        var inputs = gathered.inputsSha256();
        works.ratings().record(new RatingStore.Recorded(rating, inputs, by, at));
        var snapshot = new Snapshot(
                works.definition(),
                gathered.facts(),
                gathered.minutes(),
                gathered.decisions(),
                gathered.joined(),
                gathered.acts(),
                gathered.annulments(),
                gathered.paper());
        return new Announcement(
                prospect.stage().id(),
                number,
                at,
                by,
                proposedBy,
                corrects.orElse(null),
                works.definition().version(),
                inputs,
                works.content().put(Json.writeCanonical(rating)),
                works.content().put(Json.writeCanonical(snapshot)));
    }
}
