package kz.uzdik.store;

import java.net.URI;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.LocalAws;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The engine's tables. */
final class EngineTables {

    private EngineTables() {}

    /** Through a client as it is. */
    static Tables plain() {
        return through(Engines.shared().dynamoDbClient());
    }

    /** Through a client whose calls {@code interceptor} sees. */
    static Tables watchedBy(ExecutionInterceptor interceptor) {
        URI endpoint = Engines.shared().dynamoDb().endpoint();
        return through(LocalAws.client(
                DynamoDbClient.builder().overrideConfiguration(o -> o.addExecutionInterceptor(interceptor)), endpoint));
    }

    private static Tables through(DynamoDbClient client) {
        var names = Engines.shared().environment();
        return new Tables(
                client,
                names.getOrDefault("VOTERS_TABLE", ""),
                names.getOrDefault("BALLOTS_TABLE", ""),
                names.getOrDefault("CONTEST_TABLE", ""));
    }
}
