package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.uzdik.engines.EventSpec;
import org.jspecify.annotations.Nullable;

/** The template's HTTP API: routes, authorizer, functions, and the gateway's own refusals. */
final class Api {

    /** API Gateway's limit on a request's body. */
    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private final RouteTable routes;
    private final Map<String, JwtAuthorizer> authorizers;
    private final InstantSource clock;
    private final Duration patience;

    /** @param authorizers by the names that the template gives them */
    Api(RouteTable routes, Map<String, JwtAuthorizer> authorizers, InstantSource clock) {
        this(routes, authorizers, clock, EventSpec.Route.LONGEST);
    }

    /** @param patience how long a function's answer is waited for */
    Api(RouteTable routes, Map<String, JwtAuthorizer> authorizers, InstantSource clock, Duration patience) {
        this.routes = routes;
        this.authorizers = Map.copyOf(authorizers);
        this.clock = clock;
        this.patience = patience;
    }

    /** Answers a request under {@code /v1}. */
    void serve(Exchange exchange) throws IOException {
        var match = routes.find(exchange.method(), exchange.rawPath());
        if (match.isEmpty()) {
            refuse(exchange, 404, "Not Found");
            return;
        }
        if (!match.get().entry().admits()) {
            refuse(exchange, 429, "Too Many Requests");
            return;
        }
        var route = match.get().entry().route();
        if (route.authorizer() == null) {
            call(exchange, match.get(), null);
            return;
        }
        var authorizer = authorizers.get(route.authorizer());
        if (authorizer == null) {
            throw new IllegalStateException(route.where() + ": no authorizer " + route.authorizer() + " here");
        }
        switch (authorizer.authorize(exchange.header("Authorization"), route.scopes())) {
            case JwtAuthorizer.Outcome.Unknown() -> {
                exchange.http().getResponseHeaders().set("www-authenticate", "Bearer");
                refuse(exchange, 401, "Unauthorized");
            }
            case JwtAuthorizer.Outcome.Forbidden() -> refuse(exchange, 403, "Forbidden");
            case JwtAuthorizer.Outcome.Known(var context) -> call(exchange, match.get(), context);
        }
    }

    private void call(Exchange exchange, RouteTable.Match match, @Nullable JsonNode context) throws IOException {
        var body = exchange.body(MOST_BYTES);
        if (body == null) {
            refuse(exchange, 413, "Request Entity Too Large");
            return;
        }
        var event = HttpEvents.of(exchange, match, body, context, clock.instant());
        try {
            send(exchange, HostJson.read(answer(match.entry().function(), HostJson.bytes(event))));
        } catch (TimeoutException e) {
            refuse(exchange, 503, "Service Unavailable");
        } catch (FunctionFailure e) {
            refuse(exchange, 500, "Internal Server Error");
        }
    }

    /**
     * What {@code function} answers to {@code event}. After the gateway's patience, first call and all, it is waited for
     * no longer, but goes on: what it does then still happens.
     */
    private byte[] answer(LocalFunction function, byte[] event) throws TimeoutException {
        var call = new FutureTask<>(() -> function.call(event));
        Thread.ofVirtual().name("gateway-" + function.spec().name()).start(call);
        try {
            return call.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FunctionFailure failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the host stops", e);
        }
    }

    private static void send(Exchange exchange, JsonNode answer) throws IOException {
        if (!answer.path("statusCode").isInt()) {
            refuse(exchange, 500, "Internal Server Error");
            return;
        }
        var text = answer.path("body").asText("");
        var body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : answer.path("body").isNull() ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        answer.path("headers")
                .properties()
                .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
        answer.path("cookies").forEach(c -> exchange.http().getResponseHeaders().add("Set-Cookie", c.asText()));
        exchange.answer(answer.path("statusCode").asInt(), headers, body);
    }

    /** Answers as the gateway itself does, before or after any function. */
    private static void refuse(Exchange exchange, int status, String message) throws IOException {
        exchange.answer(status, HostJson.object().put("message", message));
    }
}
