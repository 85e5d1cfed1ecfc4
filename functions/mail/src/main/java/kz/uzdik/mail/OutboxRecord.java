package kz.uzdik.mail;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.json.Json;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.OutgoingMail;

/** Reads the stream's records: a new item of the outbox is a mail, everything else is none of ours. */
final class OutboxRecord {

    private OutboxRecord() {}

    /** The mail that {@code change} put into the outbox; empty for any other change. */
    static Optional<OutgoingMail> mail(DynamodbEvent.DynamodbStreamRecord change) {
        var data = change.getDynamodb();
        if (!"INSERT".equals(change.getEventName())
                || !string(data.getKeys(), "pk").startsWith(Outbox.PREFIX)) {
            return Optional.empty();
        }
        var mail = string(data.getNewImage(), "mail");
        if (mail.isEmpty()) {
            throw new UnreadableMailException("the record has no mail", null);
        }
        return Optional.of(Json.readOwn(mail, OutgoingMail.class));
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        var value = item == null ? null : item.get(name);
        return value == null || value.getS() == null ? "" : value.getS();
    }
}
