package kz.uzdik.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The Runtime API as Lambda offers it to one sandbox: hands out events one by one and takes what comes back. */
final class RuntimeApi implements AutoCloseable {

    /** What a sandbox sent back for an event, or instead of becoming ready. */
    sealed interface Outcome {

        /** The handler's answer, as JSON. */
        record Answered(String body) implements Outcome {}

        /** The handler threw. */
        record Failed(String error) implements Outcome {}

        /** The handler could not be made. */
        record NotStarted(String error) implements Outcome {}
    }

    private static final String PREFIX = "/2018-06-01/runtime";

    private final HttpServer server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    /** Starts on a free port of this machine only. */
    static RuntimeApi start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var api = new RuntimeApi(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(PREFIX, api::handle);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code AWS_LAMBDA_RUNTIME_API}. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives {@code event} to the sandbox and waits for what becomes of it, at most {@code patience}. */
    Outcome invoke(String event, Duration patience) {
        try {
            events.put(event);
            var outcome = outcomes.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (outcome == null) {
                throw new IllegalStateException("no answer within " + patience);
            }
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(PREFIX.length());
            if (path.equals("/invocation/next")) {
                next(exchange);
                return;
            }
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, -1);
            if (path.equals("/init/error")) {
                outcomes.add(new Outcome.NotStarted(body));
            } else if (path.endsWith("/response")) {
                outcomes.add(new Outcome.Answered(body));
            } else if (path.endsWith("/error")) {
                outcomes.add(new Outcome.Failed(body));
            }
        }
    }

    /** The client crashes unless every one of these headers is there. */
    private void next(HttpExchange exchange) throws IOException {
        String event;
        try {
            event = events.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set(
                "Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-%012d".formatted(count.incrementAndGet()));
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(System.currentTimeMillis() + Duration.ofMinutes(1).toMillis()));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:123456789012:function:uzdik:live");
        var bytes = event.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
