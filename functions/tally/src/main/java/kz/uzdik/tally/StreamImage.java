package kz.uzdik.tally;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.util.HashMap;
import java.util.Map;

/** An item as Lambda's event has it, in the types of the SDK. */
final class StreamImage {

    private StreamImage() {}

    /** {@code image} in the SDK's types: texts, numbers and maps. Throws {@link IllegalArgumentException} for others. */
    static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> read(
            Map<String, AttributeValue> image) {
        var item = new HashMap<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>();
        image.forEach((name, value) -> item.put(name, read(value)));
        return item;
    }

    private static software.amazon.awssdk.services.dynamodb.model.AttributeValue read(AttributeValue value) {
        if (value.getS() != null) {
            return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(value.getS());
        }
        if (value.getN() != null) {
            return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN(value.getN());
        }
        if (value.getM() != null) {
            return software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM(read(value.getM()));
        }
        throw new IllegalArgumentException("a ballot with a value that is no text, number or map");
    }
}
