package kz.uzdik.host.secrecy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import kz.uzdik.engines.LocalAws;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Everything that a thief of all tables, streams, logs and published files carries away. */
public final class Spoils {

    private static final int SEGMENTS = 4;

    private final List<Trace> traces = new ArrayList<>();

    /** What was carried away so far. */
    public List<Trace> traces() {
        return List.copyOf(traces);
    }

    /** Takes every item of {@code table}, in the order of a scan and of a parallel one, and what its stream still holds. */
    public void table(URI database, String table) {
        try (var client = LocalAws.client(DynamoDbClient.builder(), database);
                var streams = LocalAws.client(DynamoDbStreamsClient.builder(), database)) {
            double place = 0;
            for (var item : client.scanPaginator(r -> r.tableName(table)).items()) {
                item(table + " scanned", item, Map.of("place", place++));
            }
            for (int s = 0; s < SEGMENTS; s++) {
                int segment = s;
                place = 0;
                for (var item : client.scanPaginator(
                                r -> r.tableName(table).segment(segment).totalSegments(SEGMENTS))
                        .items()) {
                    item(table + " scanned in parallel", item, Map.of("place", place++, "segment", (double) segment));
                }
            }
            var stream = client.describeTable(r -> r.tableName(table)).table().latestStreamArn();
            if (stream != null) {
                records(table, streams, stream);
            }
        }
    }

    private void records(String table, DynamoDbStreamsClient streams, String stream) {
        double place = 0;
        for (var shard : streams.describeStream(r -> r.streamArn(stream))
                .streamDescription()
                .shards()) {
            var iterator = streams.getShardIterator(r -> r.streamArn(stream)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            List<Record> read;
            do {
                var at = iterator;
                var page = streams.getRecords(r -> r.shardIterator(at));
                read = page.records();
                for (var entry : read) {
                    var change = entry.dynamodb();
                    var image = new HashMap<>(change.keys());
                    image.putAll(change.newImage());
                    item(
                            table + " streamed " + entry.eventNameAsString(),
                            image,
                            Map.of(
                                    "place", place++,
                                    "created",
                                            (double) change.approximateCreationDateTime()
                                                    .getEpochSecond(),
                                    "size", (double) change.sizeBytes()));
                }
                iterator = page.nextShardIterator();
            } while (iterator != null && !read.isEmpty());
        }
    }

    /** Takes the lines of a log, or of a published file and of those packed into it. */
    public void file(String name, byte[] bytes) {
        if (!name.endsWith(".zip")) {
            lines(name, bytes);
            return;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                lines(name + "/" + entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void lines(String name, byte[] bytes) {
        double number = 0;
        for (var line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
            traces.add(Trace.of(name, line, Map.of("line", number++)));
        }
    }

    private void item(String source, Map<String, AttributeValue> item, Map<String, Double> around) {
        var measures = new TreeMap<>(around);
        var text = new StringBuilder();
        look("", AttributeValue.fromM(item), text, measures);
        measures.put("length", (double) text.length());
        traces.add(Trace.of(source, text.toString(), measures));
    }

    private static void look(String path, AttributeValue value, StringBuilder text, Map<String, Double> measures) {
        switch (value.type()) {
            case M -> value.m().forEach((name, inner) -> look(path + "/" + name, inner, text, measures));
            case L -> value.l().forEach(inner -> look(path, inner, text, measures));
            case N -> {
                text.append(value.n()).append('\n');
                measures.put(path, Double.parseDouble(value.n()));
            }
            case S -> {
                text.append(value.s()).append('\n');
                time(path, value.s(), measures);
            }
            case B ->
                text.append(Base64.getEncoder().encodeToString(value.b().asByteArray()))
                        .append('\n');
            default -> text.append(value).append('\n');
        }
    }

    /** A moment, or a local hour, is a number too. */
    private static void time(String path, String value, Map<String, Double> measures) {
        if (value.matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}")) {
            measures.put(path, Double.parseDouble(value.replaceAll("\\D", "")));
        } else if (value.matches("\\d{4}-\\d{2}-\\d{2}T.*Z")) {
            try {
                measures.put(path, (double) Instant.parse(value).toEpochMilli());
            } catch (DateTimeParseException e) {
                // Only looks like a moment.
            }
        }
    }
}
