package kz.uzdik.engines;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;

/**
 * The engines that functions need, each started when first asked for: DynamoDB, S3, mail and secrets, with the
 * template's tables and buckets in them.
 */
public final class Engines implements AutoCloseable {

    private final @Nullable Path data;
    private final List<TableSpec> tables;
    private final List<String> buckets;
    private final Map<String, String> names;
    private final boolean expiry;
    private @Nullable DynamoDbLocal dynamoDb;
    private @Nullable S3Server s3;
    private @Nullable SesStandIn ses;
    private @Nullable SecretsStandIn secrets;

    private Engines(@Nullable Path data, Template template, Map<String, String> names, boolean expiry) {
        this.data = data;
        this.tables = template.tables();
        this.buckets = template.buckets();
        this.names = Map.copyOf(names);
        this.expiry = expiry;
    }

    /**
     * Engines for {@code template}.
     *
     * @param data where they keep their state; null for memory
     * @param expiry whether items of a table's past are removed; not where time is moved
     */
    public static Engines of(Template template, @Nullable Path data, boolean expiry) {
        return new Engines(data, template, template.environment(), expiry);
    }

    /** The one set of this JVM, in memory, for tests; ends with the JVM. Use keys of your own in each test. */
    public static Engines shared() {
        return Shared.ENGINES;
    }

    /**
     * What a function finds in its environment: region and keys, endpoints, names of tables and buckets, the secret's
     * ARN and the sender's address. Starts all engines.
     */
    public Map<String, String> environment() {
        var environment = new HashMap<>(names);
        environment.putAll(endpoints());
        return Map.copyOf(environment);
    }

    /** Region, keys and where the engines answer: what every function's environment has. Starts all engines. */
    public Map<String, String> endpoints() {
        var environment = new HashMap<>(LocalAws.environment());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", s3().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SESV2", ses().endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", secrets().endpoint().toString());
        return Map.copyOf(environment);
    }

    /** The database, with its tables. */
    public synchronized DynamoDbLocal dynamoDb() {
        if (dynamoDb == null) {
            var started = DynamoDbLocal.start(folder("dynamodb"));
            try (var client = dynamoDbClient(started.endpoint())) {
                tables.forEach(table -> TableMaker.create(client, table, expiry));
            }
            dynamoDb = started;
        }
        return dynamoDb;
    }

    /** The object store, with its buckets. */
    public synchronized S3Server s3() {
        if (s3 == null) {
            var started = S3Server.start(folder("s3"));
            try (var client = s3Client(started.endpoint())) {
                buckets.forEach(bucket -> makeBucket(client, bucket));
            }
            s3 = started;
        }
        return s3;
    }

    /** The mail service. */
    public synchronized SesStandIn ses() {
        if (ses == null) {
            ses = SesStandIn.start(folder("mail"), Set.of(names.getOrDefault("MAIL_FROM", "")));
        }
        return ses;
    }

    /** The secrets. */
    public synchronized SecretsStandIn secrets() {
        if (secrets == null) {
            secrets = SecretsStandIn.start(folder("secrets"));
        }
        return secrets;
    }

    /** A client of {@link #dynamoDb}; the caller closes it. */
    public DynamoDbClient dynamoDbClient() {
        return dynamoDbClient(dynamoDb().endpoint());
    }

    /** A client of {@link #s3}; the caller closes it. */
    public S3Client s3Client() {
        return s3Client(s3().endpoint());
    }

    /** From now on nothing expires: the contest's time is no longer the engine's. */
    public void keepExpired() {
        try (var client = dynamoDbClient()) {
            for (var table : tables) {
                if (table.timeToLive() != null) {
                    TableMaker.keepExpired(client, table.name(), table.timeToLive());
                }
            }
        }
    }

    private static DynamoDbClient dynamoDbClient(URI endpoint) {
        return LocalAws.client(DynamoDbClient.builder(), endpoint);
    }

    private static S3Client s3Client(URI endpoint) {
        return LocalAws.client(S3Client.builder().forcePathStyle(true), endpoint);
    }

    private static void makeBucket(S3Client client, String bucket) {
        try {
            client.createBucket(r -> r.bucket(bucket));
        } catch (BucketAlreadyOwnedByYouException e) {
            // The data folder has it from an earlier start.
        }
    }

    private @Nullable Path folder(String name) {
        return data == null ? null : data.resolve(name);
    }

    @Override
    public synchronized void close() {
        for (var engine : new @Nullable AutoCloseable[] {ses, secrets, s3, dynamoDb}) {
            try {
                if (engine != null) {
                    engine.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException("an engine did not stop", e);
            }
        }
    }

    private static final class Shared {

        private static final Engines ENGINES =
                Engines.of(Template.read(ProjectFolder.root().resolve("template.yaml"), Map.of()), null, false);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(ENGINES::close));
        }
    }
}
