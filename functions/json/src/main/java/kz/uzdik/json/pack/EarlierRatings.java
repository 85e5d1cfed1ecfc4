package kz.uzdik.json.pack;

import java.util.Comparator;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Rating;

/** Earlier stages' ratings in the order of the definition's stages. */
final class EarlierRatings {
    private EarlierRatings() {}

    static List<Rating> inOrder(ContestDefinition definition, List<Rating> ratings) {
        var stages = definition.stages().stream().map(Stage::id).toList();
        return ratings.stream()
                .sorted(Comparator.comparingInt(rating -> stages.indexOf(rating.stage())))
                .toList();
    }
}
