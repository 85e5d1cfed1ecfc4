package kz.uzdik.engines;

import java.util.ArrayList;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Makes the template's tables in the engine. */
final class TableMaker {

    private TableMaker() {}

    /** Creates {@code table} unless the engine has it already; with {@code expiry}, items of its past go. */
    static void create(DynamoDbClient client, TableSpec table, boolean expiry) {
        try {
            client.createTable(request(table));
        } catch (ResourceInUseException e) {
            return;
        }
        if (expiry && table.timeToLive() != null) {
            client.updateTimeToLive(r -> r.tableName(table.name())
                    .timeToLiveSpecification(t -> t.enabled(true).attributeName(table.timeToLive())));
        }
    }

    /** Ends the removal of items by {@code attribute}, if it is on. */
    static void keepExpired(DynamoDbClient client, String table, String attribute) {
        var status = client.describeTimeToLive(r -> r.tableName(table))
                .timeToLiveDescription()
                .timeToLiveStatus();
        if (status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING) {
            client.updateTimeToLive(r -> r.tableName(table)
                    .timeToLiveSpecification(t -> t.enabled(false).attributeName(attribute)));
        }
    }

    private static CreateTableRequest request(TableSpec table) {
        var keys = new ArrayList<KeySchemaElement>();
        var attributes = new ArrayList<AttributeDefinition>();
        keys.add(key(table.partitionKey(), KeyType.HASH));
        attributes.add(attribute(table.partitionKey()));
        if (table.sortKey() != null) {
            keys.add(key(table.sortKey(), KeyType.RANGE));
            attributes.add(attribute(table.sortKey()));
        }
        var request = CreateTableRequest.builder()
                .tableName(table.name())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys)
                .attributeDefinitions(attributes);
        if (table.streamView() != null) {
            request.streamSpecification(s -> s.streamEnabled(true).streamViewType(table.streamView()));
        }
        return request.build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
