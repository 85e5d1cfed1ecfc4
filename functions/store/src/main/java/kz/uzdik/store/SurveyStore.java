package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.key;
import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What the commission and the agency do to surveys, as facts. Each act is put once under its number, so that of two
 * who have seen the same acts one goes first; each adds to the survey's revision in the same transaction, which an
 * announcement closes as it does the commissions'.
 */
public final class SurveyStore {

    private static final String ACT = "ACT#";

    private final Tables tables;
    private final Facts facts;
    private final PaperStore paper;

    public SurveyStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
        this.paper = new PaperStore(tables);
    }

    /** What became of an act. */
    public sealed interface Acting {

        /** It is recorded. */
        record Done(SurveyAct act) implements Acting {}

        /** The same by the same person was recorded before under this number; {@code first} is that. */
        record Same(SurveyAct first) implements Acting {}

        /** Another act has the number. */
        record Taken(SurveyAct first) implements Acting {}

        /** A stage that counts the survey is announced. */
        record StageAnnounced() implements Acting {}
    }

    /** Records {@code act}, whose number must be the one after those that it was decided on. */
    public Acting act(SurveyAct act) {
        var item = new HashMap<>(key(partition(act.survey()), ACT + "%06d".formatted(act.number())));
        item.put("fact", s(Json.write(act)));
        var reasons =
                new Transaction(tables).putNew(item).update(next(act.survey())).write();
        if (reasons.isEmpty()) {
            return new Acting.Done(act);
        }
        if (!Transaction.isRefusal(reasons.getFirst())) {
            return new Acting.StageAnnounced();
        }
        var first = Json.readOwn(attribute(reasons.getFirst().item(), "fact").s(), SurveyAct.class);
        return isSame(first, act) ? new Acting.Same(first) : new Acting.Taken(first);
    }

    /** All that was done to {@code survey}, and what was counted on paper. */
    public SurveyRecord read(String survey) {
        var revision = tables.client()
                .getItem(
                        r -> r.tableName(tables.contest()).key(revision(survey)).consistentRead(true))
                .item();
        var acts = facts.read(partition(survey), ACT).stream()
                .map(fact -> fact.as(SurveyAct.class))
                .toList();
        return new SurveyRecord(
                revision.isEmpty()
                        ? 0
                        : Long.parseLong(attribute(revision, "revision").n()),
                revision.containsKey("announced"),
                acts,
                paper.read(survey));
    }

    /** Closes the record of {@code survey} if it still is at {@code revision}; closing it again changes nothing. */
    static Update.Builder closing(String survey, long revision, Instant at) {
        return Update.builder()
                .key(revision(survey))
                .updateExpression("SET announced = if_not_exists(announced, :at), revision = :read")
                .conditionExpression(
                        revision == 0 ? "attribute_not_exists(pk) OR revision = :read" : "revision = :read")
                .expressionAttributeValues(Map.of(":at", s(at.toString()), ":read", n(revision)));
    }

    static Update.Builder next(String survey) {
        return Update.builder()
                .key(revision(survey))
                .updateExpression("ADD revision :one")
                .conditionExpression("attribute_not_exists(announced)")
                .expressionAttributeValues(Map.of(":one", n(1)));
    }

    private static boolean isSame(SurveyAct first, SurveyAct now) {
        return first.what().equals(now.what())
                && first.reason().equals(now.reason())
                && first.by().equals(now.by());
    }

    static String partition(String survey) {
        return "SURVEY#" + survey;
    }

    static Map<String, AttributeValue> revision(String survey) {
        return key("SURVEYREVISION#" + survey, "REVISION");
    }
}
