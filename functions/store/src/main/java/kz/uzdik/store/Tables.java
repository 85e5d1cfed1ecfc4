package kz.uzdik.store;

import java.util.Map;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The three tables and the client that reaches them. {@code Voters} and {@code Ballots} have the key {@code id};
 * {@code Contest} has {@code pk} and {@code sk}.
 */
public record Tables(DynamoDbClient client, String voters, String ballots, String contest) {

    /** The tables that the environment names; a function that is not given a table's name may not use it. */
    public static Tables of(Wiring wiring) {
        return new Tables(
                wiring.client(DynamoDbClient.builder(), "DYNAMODB"),
                wiring.environment().getOrDefault("VOTERS_TABLE", ""),
                wiring.environment().getOrDefault("BALLOTS_TABLE", ""),
                wiring.environment().getOrDefault("CONTEST_TABLE", ""));
    }

    static AttributeValue s(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue n(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** The attribute {@code name} of {@code item}, which this project always writes. */
    static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("item without " + name);
        }
        return value;
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", s(pk), "sk", s(sk));
    }
}
