package kz.uzdik.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * A function's surroundings. Each handler has a constructor without arguments that takes {@link #ofProcess()}, for
 * Lambda, and one that takes a {@code Wiring}, for tests and the local host.
 *
 * @param environment variables as the template sets them
 * @param clock the contest's time
 * @param random source of ids, asked per request so that SnapStart's copies never share one
 */
public record Wiring(Map<String, String> environment, InstantSource clock, RandomGenerator random) {

    public Wiring {
        environment = Map.copyOf(environment);
    }

    /** The surroundings of this process: its own environment, the system's clock and secure randomness. */
    public static Wiring ofProcess() {
        return new Wiring(System.getenv(), InstantSource.system(), new SecureRandom());
    }

    /** The variable {@code name}. Throws {@link IllegalStateException} naming it where it is not set. */
    public String required(String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("environment variable " + name + " is not set");
        }
        return value;
    }

    /** 128 random bits as 32 lower-case hexadecimal digits. */
    public String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The contest definition's file, {@code CONTEST_FILE}, as text. */
    public String contestFile() {
        try {
            return Files.readString(Path.of(required("CONTEST_FILE")));
        } catch (IOException e) {
            throw new UncheckedIOException("CONTEST_FILE cannot be read", e);
        }
    }

    /**
     * Gives {@code builder} the small HTTP client and, where the environment names them, region, credentials and the
     * endpoint {@code AWS_ENDPOINT_URL_<service>}: the variables that AWS's own SDKs read, here from the given map.
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder());
        var region = environment.get("AWS_REGION");
        if (region != null) {
            builder.region(Region.of(region));
        }
        var endpoint = environment.get("AWS_ENDPOINT_URL_" + service);
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint));
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(required("AWS_ACCESS_KEY_ID"), required("AWS_SECRET_ACCESS_KEY"))));
        }
        return builder.build();
    }
}
