package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer. */
record Exchange(HttpExchange http) {

    String method() {
        return http.getRequestMethod();
    }

    String rawPath() {
        var path = http.getRequestURI().getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /** The path with percent signs resolved. */
    String path() {
        var path = http.getRequestURI().getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    String rawQuery() {
        var query = http.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    @Nullable
    String header(String name) {
        return http.getRequestHeaders().getFirst(name);
    }

    /** The body, at most {@code most} bytes; null where it is longer. */
    byte @Nullable [] body(int most) throws IOException {
        var body = http.getRequestBody().readNBytes(most + 1);
        return body.length > most ? null : body;
    }

    void answer(int status, JsonNode json) throws IOException {
        answer(status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), HostJson.bytes(json));
    }

    void html(int status, String page) throws IOException {
        answer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
                page.getBytes(StandardCharsets.UTF_8));
    }

    void answer(int status, Map<String, String> headers, byte[] body) throws IOException {
        headers.forEach(http.getResponseHeaders()::set);
        try (var out = begin(status, body.length)) {
            if (!method().equals("HEAD")) {
                out.write(body);
            }
        }
    }

    /** Sends the head of an answer of {@code length} bytes, which the caller writes. */
    OutputStream begin(int status, long length) throws IOException {
        var nothing = length == 0 || method().equals("HEAD") || status == 204 || status == 304;
        if (method().equals("HEAD") && length > 0) {
            http.getResponseHeaders().set("Content-Length", Long.toString(length));
        }
        http.sendResponseHeaders(status, nothing ? -1 : length);
        return nothing ? OutputStream.nullOutputStream() : http.getResponseBody();
    }
}
