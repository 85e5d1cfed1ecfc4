package kz.uzdik.ranking;

import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.store.RatingStore;

/** Makes the rating of a stage from what is recorded and keeps it: the same for the schedule and on request. */
final class RatingMaker {

    private final Works works;

    RatingMaker(Works works) {
        this.works = works;
    }

    /**
     * Rates {@code stage}; once it is announced, and unless that is being corrected, the announced rating is the answer.
     *
     * @param by subject of who asks, or {@code schedule}
     */
    RatingStore.Recorded make(Stage stage, String by) {
        var course = works.announcements().course(stage.id());
        var holding = course.holding();
        if (holding.isPresent() && course.isClosed()) {
            var announcement = holding.get();
            return new RatingStore.Recorded(
                    works.facts().announced(announcement).rating(),
                    announcement.inputsSha256(),
                    announcement.by(),
                    announcement.announcedAt());
        }
        var gathered = works.facts().gather(stage);
        var rating = Ranking.rate(works.definition(), gathered.facts());
        return works.ratings().record(new RatingStore.Recorded(rating, gathered.inputsSha256(), by, works.now()));
    }
}
