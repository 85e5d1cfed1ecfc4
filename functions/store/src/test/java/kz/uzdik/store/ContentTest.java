package kz.uzdik.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kz.uzdik.engines.Engines;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Texts longer than an item, and mails in any number. */
final class ContentTest {

    private final Tables tables = Tables.of(new Wiring(Engines.shared().environment(), Instant::now, new Random()));
    private final Content content = new Content(tables);

    @Test
    void whatIsLongerThanAnItemComesBackWhole() {
        var bytes = new byte[1_000_000];
        new Random().nextBytes(bytes);
        var name = content.put(bytes);
        assertThat(content.put(bytes)).isEqualTo(name);
        assertThat(content.get(name)).isEqualTo(bytes);
    }

    @Test
    void whatIsNotAsKeptIsNotGiven() {
        var name = content.put(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        var other = content.put(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        var part = AttributeValue.fromS("PART#0000");
        var foreign = tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(Map.of("pk", AttributeValue.fromS("CONTENT#" + other), "sk", part)))
                .item()
                .getOrDefault("bytes", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[0])));
        tables.client()
                .putItem(r -> r.tableName(tables.contest())
                        .item(Map.of(
                                "pk",
                                AttributeValue.fromS("CONTENT#" + name),
                                "sk",
                                part,
                                "parts",
                                AttributeValue.fromN("1"),
                                "bytes",
                                foreign)));
        assertThatThrownBy(() -> content.get(name)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> content.get("0".repeat(64))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void mailsThatAreThereStayAsTheyAre() {
        var run = UUID.randomUUID();
        var outbox = new Outbox(tables);
        var mails = new ArrayList<OutgoingMail>();
        for (var i = 0; i < 120; i++) {
            mails.add(new OutgoingMail("announcement/" + run + "/" + i, "announcement", "m@example.kz", Map.of()));
        }
        outbox.put(mails.get(60));
        outbox.putAll(mails);
        outbox.putAll(mails);
        assertThat(mails).noneMatch(outbox::put);
    }
}
