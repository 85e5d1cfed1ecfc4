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
     * Rates {@code stage}; once it is announced the announced rating is the answer.
     *
     * @param by subject of who asks, or {@code schedule}
     */
    RatingStore.Recorded make(Stage stage, String by) {
        var announced = works.facts().announced(stage.id());
        if (announced.isPresent()) {
            var announcement = announced.get().announcement();
            return new RatingStore.Recorded(
                    announced.get().rating(),
                    announcement.inputsSha256(),
                    announcement.by(),
                    announcement.announcedAt());
        }
        var gathered = works.facts().gather(stage);
        var rating = Ranking.rate(works.definition(), gathered.facts());
        return works.ratings().record(new RatingStore.Recorded(rating, gathered.inputsSha256(), by, works.now()));
    }
}
