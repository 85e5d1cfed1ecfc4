package kz.uzdik.host.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;

/** The public doors of a running contest: its HTTP API, its uploads, its published files. Nothing else is used. */
final class Doors {

    /**
     * An answer.
     *
     * @param body as JSON; a missing node where it is none
     */
    record Answer(int status, JsonNode body) {

        /** The last part of a problem's type, or an empty text. */
        String problem() {
            var type = body.path("type").asText("");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** Whether the gateway, not a function, says that there are too many requests. */
        boolean isThrottled() {
            return status == 429 && body.path("message").asText().equals("Too Many Requests");
        }

        /** Whether the gateway has stopped waiting for a function that goes on. */
        boolean isUnfinished() {
            return status == 503 && body.path("message").asText().equals("Service Unavailable");
        }

        /** This answer, where its status is {@code expected}; throws {@link IllegalStateException} with it otherwise. */
        Answer orFail(int... expected) {
            for (int status : expected) {
                if (this.status == status) {
                    return this;
                }
            }
            throw new IllegalStateException("unexpected answer " + status + ": " + body);
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private final URI base;
    private final HttpClient client;
    private final @Nullable String address;

    Doors(URI base) {
        this(base, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), null);
    }

    private Doors(URI base, HttpClient client, @Nullable String address) {
        this.base = base;
        this.client = client;
        this.address = address;
    }

    /** The same doors for a caller whose address on the internet is {@code address}. */
    Doors from(String address) {
        return new Doors(base, client, address);
    }

    Answer get(String path, @Nullable String token) {
        return send("GET", path, token, null);
    }

    Answer post(String path, @Nullable String token, Object body) {
        return send("POST", path, token, body);
    }

    Answer put(String path, String token, Object body) {
        return send("PUT", path, token, body);
    }

    /** The bytes of a published file. */
    byte[] file(String path) {
        try {
            var response = client.send(request(path, null).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends {@code part} of an archive by a link to upload it; gives the status. */
    int upload(JsonNode link, byte[] part) {
        try {
            var builder = HttpRequest.newBuilder(URI.create(link.path("url").asText()))
                    .timeout(PATIENCE)
                    .PUT(BodyPublishers.ofByteArray(part));
            link.path("headers").properties().forEach(header -> {
                if (!header.getKey().equalsIgnoreCase("content-length")
                        && !header.getKey().equalsIgnoreCase("host")) {
                    builder.header(header.getKey(), header.getValue().asText());
                }
            });
            return client.send(builder.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Sends a request and hangs up without waiting for the answer, as a lost connection does. */
    void postAndHangUp(String path, Object body) {
        var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        var head = "POST " + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends again, a little later, what the API has no room for or is still at work on, as clients of an API do. */
    private Answer send(String method, String path, @Nullable String token, @Nullable Object body) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var answer = sendOnce(method, path, token, body);
        while ((answer.isThrottled() || answer.isUnfinished()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos((answer.isUnfinished() ? LONG_PAUSE : PAUSE).toNanos());
            answer = sendOnce(method, path, token, body);
        }
        return answer;
    }

    private Answer sendOnce(String method, String path, @Nullable String token, @Nullable Object body) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body));
        try {
            var response = client.send(
                    request(path, token)
                            .header("Content-Type", "application/json")
                            .method(method, publisher)
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var builder = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        if (address != null) {
            builder.header("X-Forwarded-For", address);
        }
        return builder;
    }

    private static JsonNode json(String text) {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Json.tree(text);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
