package kz.uzdik.mail;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.vote.Seal;
import kz.uzdik.json.Json;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.OutgoingMail;
import org.jspecify.annotations.Nullable;

/** A mail newly put into the outbox, as the stream's record has it. */
record OutboxRecord(OutgoingMail mail, boolean isSecret) {

    /**
     * The mail that {@code change} put into the outbox; empty for any other change.
     *
     * @param seal opens those whose recipient is a secret
     */
    static Optional<OutboxRecord> of(DynamodbEvent.DynamodbStreamRecord change, Seal seal) {
        var data = change.getDynamodb();
        var pk = string(data.getKeys(), "pk");
        if (!"INSERT".equals(change.getEventName()) || !pk.startsWith(Outbox.PREFIX)) {
            return Optional.empty();
        }
        var sealed = value(data.getNewImage(), Outbox.SEALED);
        if (sealed != null && sealed.getB() != null) {
            var bytes = new byte[sealed.getB().remaining()];
            sealed.getB().duplicate().get(bytes);
            var mail = Outbox.unsealed(bytes, seal, pk.substring(Outbox.PREFIX.length()));
            return Optional.of(new OutboxRecord(mail, true));
        }
        var mail = string(data.getNewImage(), "mail");
        if (mail.isEmpty()) {
            throw new UnreadableMailException("the record has no mail", null);
        }
        return Optional.of(new OutboxRecord(Json.readOwn(mail, OutgoingMail.class), false));
    }

    private static String string(@Nullable Map<String, AttributeValue> item, String name) {
        var value = value(item, name);
        return value == null || value.getS() == null ? "" : value.getS();
    }

    private static @Nullable AttributeValue value(@Nullable Map<String, AttributeValue> item, String name) {
        return item == null ? null : item.get(name);
    }
}
