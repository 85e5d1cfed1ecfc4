package kz.uzdik.store;

import static kz.uzdik.store.Tables.s;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Seal;
import kz.uzdik.json.Json;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** Mails on their way: written with the fact they tell of, sent by the function that reads the table's stream. */
public final class Outbox {

    /** Begins the {@code pk} of every outgoing mail. */
    public static final String PREFIX = "OUTBOX#";

    /** Attribute of a mail whose recipient is a secret, in place of {@code mail}. */
    public static final String SEALED = "sealed";

    private static final int TOGETHER = 50;

    private final Tables tables;

    public Outbox(Tables tables) {
        this.tables = tables;
    }

    /** Puts {@code mail} unless it is there already; says whether it was new. */
    public boolean put(OutgoingMail mail) {
        try {
            tables.client()
                    .putItem(r -> r.tableName(tables.contest())
                            .item(item(mail))
                            .conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /**
     * {@code mail}, unless it is there already, as part of a transaction. Its recipient is a secret: address and words
     * are sealed, in the table's stream too, and what is left goes from the table some time after {@code expires}.
     */
    Put asSealedPut(OutgoingMail mail, Seal seal, Instant expires) {
        var item = new HashMap<>(item(mail));
        item.remove("mail");
        item.put(
                SEALED,
                AttributeValue.fromB(SdkBytes.fromByteArray(
                        seal.close(Json.write(mail).getBytes(StandardCharsets.UTF_8), mail.id()))));
        item.put("expires", Tables.n(expires.getEpochSecond()));
        return Put.builder()
                .tableName(tables.contest())
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build();
    }

    /** The mail that lies {@code sealed} under {@code id}; throws as {@link Seal#open} does. */
    public static OutgoingMail unsealed(byte[] sealed, Seal seal, String id) {
        return Json.readOwn(new String(seal.open(sealed, id), StandardCharsets.UTF_8), OutgoingMail.class);
    }

    /** The seal of mails whose recipient is a secret. */
    public static Seal seal(KeyedHash hash, RandomGenerator random) {
        return new Seal(hash, "outbox", random);
    }

    /** Puts those of {@code mails} that are not there already, in any number. */
    public void putAll(List<OutgoingMail> mails) {
        for (var from = 0; from < mails.size(); from += TOGETHER) {
            var some = mails.subList(from, Math.min(from + TOGETHER, mails.size()));
            var transaction = new Transaction(tables);
            some.forEach(mail -> transaction.putNew(item(mail)));
            if (!transaction.write().isEmpty()) {
                some.forEach(this::put);
            }
        }
    }

    /** {@code mail} as part of a transaction that must itself be written at most once. */
    public Put asPut(OutgoingMail mail) {
        return Put.builder().tableName(tables.contest()).item(item(mail)).build();
    }

    private static Map<String, AttributeValue> item(OutgoingMail mail) {
        var item = new HashMap<>(Tables.key(PREFIX + mail.id(), "MAIL"));
        item.put("kind", s(mail.kind()));
        item.put("state", s("PENDING"));
        item.put("mail", s(Json.write(mail)));
        return item;
    }
}
