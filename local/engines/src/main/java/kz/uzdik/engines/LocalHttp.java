package kz.uzdik.engines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;

/** A small HTTP server on the loopback address, a virtual thread per request. */
final class LocalHttp implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;

    private LocalHttp(HttpServer server) {
        this.server = server;
    }

    /** Starts one on a free port, where all paths go to {@code handler}. */
    static LocalHttp start(HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", handler);
            server.start();
            return new LocalHttp(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers with {@code body} as JSON and {@code headers}. */
    static void answer(HttpExchange exchange, int status, Map<String, String> headers, Object body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Answers with an error as AWS's JSON protocols shape it. */
    static void refuse(HttpExchange exchange, int status, String type, String message) throws IOException {
        answer(exchange, status, Map.of("x-amzn-ErrorType", type), Map.of("__type", type, "message", message));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
