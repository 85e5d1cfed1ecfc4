package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import kz.uzdik.engines.LocalAws;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Records of a table's stream as Lambda hands them to a function. */
final class StreamRecords {

    private StreamRecords() {}

    /** {@code records} as one event. */
    static ObjectNode event(List<? extends JsonNode> records) {
        var event = HostJson.object();
        event.putArray("Records").addAll(List.copyOf(records));
        return event;
    }

    /**
     * One record.
     *
     * @param streamArn whose record it is
     */
    static ObjectNode of(Record record, String streamArn) {
        var node = HostJson.object()
                .put("eventID", record.eventID())
                .put("eventVersion", "1.1")
                .put("eventSource", "aws:dynamodb")
                .put("awsRegion", LocalAws.REGION)
                .put("eventSourceARN", streamArn);
        if (record.eventName() == OperationType.UNKNOWN_TO_SDK_VERSION) {
            // The engine's name for what its time to live removed.
            node.put("eventName", "REMOVE");
            node.putObject("userIdentity")
                    .put("principalId", "dynamodb.amazonaws.com")
                    .put("type", "Service");
        } else {
            node.put("eventName", record.eventNameAsString());
        }
        var change = record.dynamodb();
        var dynamodb = node.putObject("dynamodb")
                .put(
                        "ApproximateCreationDateTime",
                        change.approximateCreationDateTime().getEpochSecond())
                .put("SequenceNumber", change.sequenceNumber())
                .put("SizeBytes", change.sizeBytes())
                .put("StreamViewType", change.streamViewTypeAsString());
        dynamodb.set("Keys", item(change.keys()));
        if (change.hasNewImage()) {
            dynamodb.set("NewImage", item(change.newImage()));
        }
        if (change.hasOldImage()) {
            dynamodb.set("OldImage", item(change.oldImage()));
        }
        return node;
    }

    static String sequenceNumber(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    private static ObjectNode item(Map<String, AttributeValue> item) {
        var node = HostJson.object();
        item.forEach((name, value) -> node.set(name, attribute(value)));
        return node;
    }

    private static ObjectNode attribute(AttributeValue value) {
        var node = HostJson.object();
        switch (value.type()) {
            case S -> node.put("S", value.s());
            case N -> node.put("N", value.n());
            case BOOL -> node.put("BOOL", value.bool());
            case NUL -> node.put("NULL", true);
            case B -> node.put("B", base64(value.b()));
            case SS -> node.set("SS", HostJson.of(value.ss()));
            case NS -> node.set("NS", HostJson.of(value.ns()));
            case BS ->
                node.set(
                        "BS",
                        HostJson.of(
                                value.bs().stream().map(StreamRecords::base64).toList()));
            case L -> {
                var list = node.putArray("L");
                value.l().forEach(v -> list.add(attribute(v)));
            }
            case M -> node.set("M", item(value.m()));
            default -> throw new IllegalArgumentException("attribute " + value + " has no type");
        }
        return node;
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
