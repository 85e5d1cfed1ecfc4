package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.s;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.vote.PaperCheck;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.contest.vote.PaperRecord;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Counts of paper ballots and their confirmations, as facts. Each is put once under candidate and version and adds to the
 * survey's revision in the same transaction, as acts do: an announcement closes both.
 */
public final class PaperStore {

    private static final String COUNT = "PAPER#";
    private static final String CHECK = "PAPERCHECK#";

    private final Tables tables;
    private final Facts facts;

    public PaperStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
    }

    /** What became of a fact of type {@code T}. */
    public sealed interface Filing<T> {

        /** It is recorded. */
        record Done<T>(T fact) implements Filing<T> {}

        /** The key was taken before; {@code first} is what lies there. */
        record Taken<T>(T first) implements Filing<T> {}

        /** A stage that counts the survey is announced. */
        record StageAnnounced<T>() implements Filing<T> {}
    }

    /** Records {@code count}, whose version must be the one after those that there are. */
    public Filing<PaperCount> enter(PaperCount count) {
        return put(count.survey(), key(COUNT, count.candidate(), count.version()), count, PaperCount.class);
    }

    /** Records {@code check}, of a version that exists. */
    public Filing<PaperCheck> confirm(PaperCheck check) {
        return put(check.survey(), key(CHECK, check.candidate(), check.version()), check, PaperCheck.class);
    }

    /** Every count of {@code survey}. */
    public PaperRecord read(String survey) {
        var checks = new TreeMap<String, PaperCheck>();
        facts.read(SurveyStore.partition(survey), CHECK)
                .forEach(fact -> checks.put(fact.sk().substring(CHECK.length()), fact.as(PaperCheck.class)));
        return new PaperRecord(facts.read(SurveyStore.partition(survey), COUNT).stream()
                .map(fact -> new PaperRecord.Entry(
                        fact.as(PaperCount.class), checks.get(fact.sk().substring(COUNT.length()))))
                .toList());
    }

    private <T> Filing<T> put(String survey, String sk, T fact, Class<T> type) {
        Map<String, AttributeValue> item = new HashMap<>(Tables.key(SurveyStore.partition(survey), sk));
        item.put("fact", s(Json.write(fact)));
        var reasons = new Transaction(tables)
                .putNew(item)
                .update(SurveyStore.next(survey))
                .write();
        if (reasons.isEmpty()) {
            return new Filing.Done<>(fact);
        }
        if (!Transaction.isRefusal(reasons.getFirst())) {
            return new Filing.StageAnnounced<>();
        }
        return new Filing.Taken<>(
                Json.readOwn(attribute(reasons.getFirst().item(), "fact").s(), type));
    }

    private static String key(String kind, String candidate, int version) {
        return "%s%s#%06d".formatted(kind, candidate, version);
    }
}
