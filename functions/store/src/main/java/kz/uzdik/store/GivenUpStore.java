package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Mails that were given up, and how one is sent again: as a further record of the outbox under the same id, so that it
 * is claimed like the first and goes out once, however often the button is pressed or the stream delivers.
 */
public final class GivenUpStore {

    private static final String PK = "GIVENUP";

    private final Tables tables;

    public GivenUpStore(Tables tables) {
        this.tables = tables;
    }

    /** What came of the wish to send one again. */
    public enum Again {
        /** It is in the outbox again. */
        ON_ITS_WAY,
        /** It was put there before by the same wish. */
        ALREADY,
        /** It is just being sent. */
        BUSY,
        /** No such mail was given up, or not last in this round. */
        UNKNOWN
    }

    /** {@code mail} in the list; a fact of the same round stays as it is. */
    static Put asPut(Tables tables, GivenUp mail) {
        var item = new HashMap<>(Tables.key(PK, sk(mail.mail(), mail.round())));
        item.put("fact", s(Json.write(mail)));
        return Put.builder().tableName(tables.contest()).item(item).build();
    }

    /** Keeps {@code mail} unless that round of it is there already; for one that came back after it was sent. */
    public void putNew(GivenUp mail) {
        var item = new HashMap<>(Tables.key(PK, sk(mail.mail(), mail.round())));
        item.put("fact", s(Json.write(mail)));
        new Transaction(tables).putNew(item).write();
    }

    /** The mails that were given up and not sent again since, each once; the last one first. */
    public List<GivenUp> open() {
        var last = new TreeMap<String, Map<String, AttributeValue>>();
        var items = tables.client()
                .queryPaginator(r -> r.tableName(tables.contest())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", s(PK)))
                        .consistentRead(true))
                .items();
        for (var item : items) {
            last.merge(fact(item).mail(), item, (a, b) -> fact(a).at().isAfter(fact(b).at()) ? a : b);
        }
        return last.values().stream()
                .filter(item -> !item.containsKey("againAt"))
                .map(GivenUpStore::fact)
                .sorted(Comparator.comparing(GivenUp::at).reversed().thenComparing(GivenUp::mail))
                .toList();
    }

    /**
     * Sends the mail {@code id} again, given up in {@code round}.
     *
     * @param readdressed the mail as it was, to the same with the address that holds now
     * @param by subject of the token of who wishes it
     */
    public Again again(String id, String round, UnaryOperator<OutgoingMail> readdressed, String by, Instant now) {
        var listed = get(Tables.key(PK, sk(id, round)));
        if (listed.containsKey("againAt")) {
            return Again.ALREADY;
        }
        var item = get(Tables.key(Outbox.PREFIX + id, "MAIL"));
        if (!item.containsKey("mail")
                || open().stream()
                        .noneMatch(one -> one.mail().equals(id) && one.round().equals(round))) {
            return Again.UNKNOWN;
        }
        var mail = readdressed.apply(Json.readOwn(attribute(item, "mail").s(), OutgoingMail.class));
        var again = new HashMap<>(Tables.key(Outbox.PREFIX + id, "AGAIN#" + round));
        again.put("kind", s(mail.kind()));
        again.put("mail", s(Json.write(mail)));
        again.put("by", s(by));
        var reasons = new Transaction(tables)
                .putNew(again)
                .update(Update.builder()
                        .key(Tables.key(PK, sk(id, round)))
                        .updateExpression("SET againAt = :at, againBy = :by")
                        .conditionExpression("attribute_exists(pk) AND attribute_not_exists(againAt)")
                        .expressionAttributeValues(Map.of(":at", s(now.toString()), ":by", s(by))))
                .update(Update.builder()
                        .key(Tables.key(Outbox.PREFIX + id, "MAIL"))
                        .updateExpression("SET #state = :pending, attempts = :none")
                        .conditionExpression("#state IN (:sent, :failed)")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(Map.of(
                                ":pending", s("PENDING"), ":sent", s("SENT"), ":failed", s("FAILED"), ":none", n(0))))
                .write();
        if (reasons.isEmpty()) {
            return Again.ON_ITS_WAY;
        }
        return Transaction.isRefusal(reasons.get(0)) || Transaction.isRefusal(reasons.get(1))
                ? Again.ALREADY
                : Again.BUSY;
    }

    private Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return tables.client()
                .getItem(r -> r.tableName(tables.contest()).key(key).consistentRead(true))
                .item();
    }

    private static GivenUp fact(Map<String, AttributeValue> item) {
        return Json.readOwn(attribute(item, "fact").s(), GivenUp.class);
    }

    private static String sk(String mail, String round) {
        return mail + "#" + round;
    }
}
