package kz.uzdik.engines;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Secrets Manager as far as functions use it: {@code GetSecretValue} over the AWS JSON 1.1 protocol. Each secret is
 * 64 random hexadecimal digits, made when first asked for and kept in the data folder, if there is one.
 */
public final class SecretsStandIn implements AutoCloseable {

    private static final String TARGET = "secretsmanager.GetSecretValue";

    private final LocalHttp http;
    private final @Nullable Path folder;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    private SecretsStandIn(@Nullable Path folder) {
        this.folder = folder;
        this.http = LocalHttp.start(this::answer);
    }

    /** Starts it on a free port, keeping secrets in {@code folder} or, where that is null, in memory. */
    public static SecretsStandIn start(@Nullable Path folder) {
        return new SecretsStandIn(folder);
    }

    /** The ARN of the secret called {@code name}. */
    public static String arn(String name) {
        return "arn:aws:secretsmanager:%s:%s:secret:%s".formatted(LocalAws.REGION, LocalAws.ACCOUNT, name);
    }

    /** Where it answers. */
    public URI endpoint() {
        return http.endpoint();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        var request = LocalHttp.JSON.readTree(exchange.getRequestBody());
        if (!TARGET.equals(target)) {
            LocalHttp.refuse(exchange, 400, "UnknownOperationException", "only " + TARGET + " is played here");
            return;
        }
        var id = request.path("SecretId").asText();
        var name = id.substring(id.lastIndexOf(':') + 1);
        if (!name.matches("[A-Za-z0-9/_+=.@-]+") || name.contains("..")) {
            LocalHttp.refuse(exchange, 400, "ResourceNotFoundException", "no secret is called " + id);
            return;
        }
        LocalHttp.answer(
                exchange,
                200,
                Map.of("Content-Type", "application/x-amz-json-1.1"),
                Map.of("ARN", arn(name), "Name", name, "SecretString", values.computeIfAbsent(name, this::value)));
    }

    private String value(String name) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        var fresh = HexFormat.of().formatHex(bytes);
        if (folder == null) {
            return fresh;
        }
        try {
            var file = Files.createDirectories(folder).resolve(name.replace('/', '_') + ".txt");
            if (!Files.exists(file)) {
                Files.writeString(file, fresh);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
