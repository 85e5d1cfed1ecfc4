package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.key;
import static kz.uzdik.store.Tables.s;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.json.Json;

/** Ratings as they were made, each a fact with the hash of what it was made from; the latest is shown to staff. */
public final class RatingStore {

    private final Tables tables;
    private final Content content;

    public RatingStore(Tables tables) {
        this.tables = tables;
        this.content = new Content(tables);
    }

    /**
     * A rating as recorded.
     *
     * @param inputsSha256 of the facts that were rated
     * @param by subject of who asked for it, or {@code schedule}
     */
    public record Recorded(Rating rating, String inputsSha256, String by, Instant at) {}

    private record Fact(String stage, String rating, String inputsSha256, String by, Instant at) {}

    /** Records a rating, unless the latest one rests on the same inputs and says the same; returns the latest. */
    public Recorded record(Recorded made) {
        var name = content.put(Json.writeCanonical(made.rating()));
        var stage = made.rating().stage();
        var latest = latestFact(stage);
        if (latest.isPresent()
                && latest.get().inputsSha256().equals(made.inputsSha256())
                && latest.get().rating().equals(name)) {
            var fact = latest.get();
            return new Recorded(made.rating(), fact.inputsSha256(), fact.by(), fact.at());
        }
        var fact = new Fact(stage, name, made.inputsSha256(), made.by(), made.at());
        var item = new HashMap<>(
                key(partition(stage), "%015d#%s".formatted(made.at().toEpochMilli(), made.inputsSha256())));
        item.put("fact", s(Json.write(fact)));
        tables.client().putItem(r -> r.tableName(tables.contest()).item(item));
        return made;
    }

    /** The latest rating of {@code stage}, if one was made. */
    public Optional<Recorded> latest(String stage) {
        return latestFact(stage)
                .map(fact -> new Recorded(read(fact.rating()), fact.inputsSha256(), fact.by(), fact.at()));
    }

    private Rating read(String name) {
        return Json.readOwn(new String(content.get(name), StandardCharsets.UTF_8), Rating.class);
    }

    private Optional<Fact> latestFact(String stage) {
        var found = tables.client()
                .query(r -> r.tableName(tables.contest())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", s(partition(stage))))
                        .scanIndexForward(false)
                        .limit(1)
                        .consistentRead(true))
                .items();
        return found.stream()
                .findFirst()
                .map(item -> Json.readOwn(attribute(item, "fact").s(), Fact.class));
    }

    private static String partition(String stage) {
        return "RATING#" + stage;
    }
}
