package kz.uzdik.host;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/**
 * Passes requests on to an engine behind the host's one port. The header {@code Host} stays as the client sent it:
 * S3's signatures cover it, and the issuer calls itself by it.
 */
final class Passage {

    private static final String ALLOWED = "jdk.httpclient.allowRestrictedHeaders";
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection", "content-length", "expect", "upgrade", "http2-settings", "transfer-encoding", "keep-alive");

    static {
        if (System.getProperty(ALLOWED) == null) {
            System.setProperty(ALLOWED, "host");
        }
    }

    private final URI target;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Passage(URI target) {
        this.target = target;
    }

    /** Has the engine answer. */
    void serve(Exchange exchange) throws IOException {
        var http = exchange.http();
        var uri = http.getRequestURI();
        var request = HttpRequest.newBuilder(URI.create(
                        target + exchange.rawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())))
                .method(exchange.method(), body(exchange));
        http.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.headers().map().forEach((name, values) -> {
                if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                    values.forEach(value -> http.getResponseHeaders().add(name, value));
                }
            });
            var length = answer.headers().firstValueAsLong("content-length").orElse(-1);
            try (var in = answer.body();
                    var out = length < 0
                            ? chunked(exchange, answer.statusCode())
                            : exchange.begin(answer.statusCode(), length)) {
                in.transferTo(out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static java.io.OutputStream chunked(Exchange exchange, int status) throws IOException {
        if (exchange.method().equals("HEAD") || status == 204 || status == 304) {
            return exchange.begin(status, 0);
        }
        exchange.http().sendResponseHeaders(status, 0);
        return exchange.http().getResponseBody();
    }

    private static HttpRequest.BodyPublisher body(Exchange exchange) {
        var length = exchange.header("Content-Length");
        var stream =
                HttpRequest.BodyPublishers.ofInputStream(() -> exchange.http().getRequestBody());
        if (length != null) {
            return length.equals("0")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.fromPublisher(stream, Long.parseLong(length));
        }
        return exchange.header("Transfer-Encoding") == null ? HttpRequest.BodyPublishers.noBody() : stream;
    }
}
