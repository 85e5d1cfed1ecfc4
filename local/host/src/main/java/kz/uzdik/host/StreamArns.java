package kz.uzdik.host;

import kz.uzdik.engines.Engines;
import kz.uzdik.engines.EventSpec;
import kz.uzdik.engines.TemplateException;

/** The streams of the engine's tables, whose names end in the moment of their making. */
record StreamArns(Engines engines) {

    /** ARN of the stream that {@code source} reads. */
    String of(EventSpec.Stream source) {
        try (var client = engines.dynamoDbClient()) {
            var arn = client.describeTable(r -> r.tableName(source.table()))
                    .table()
                    .latestStreamArn();
            if (arn == null) {
                throw new TemplateException(source.where(), "table " + source.table() + " has no stream");
            }
            return arn;
        }
    }
}
