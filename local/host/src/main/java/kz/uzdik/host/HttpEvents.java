package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import kz.uzdik.engines.LocalAws;
import org.jspecify.annotations.Nullable;

/** Requests as API Gateway hands them to a function, payload format 2.0. */
final class HttpEvents {

    private static final String API = "local";

    private HttpEvents() {}

    /**
     * The event of one request.
     *
     * @param authorizer the token's claims; null on a route without authorizer
     * @param now the contest's time
     */
    static ObjectNode of(
            Exchange exchange, RouteTable.Match match, byte[] body, @Nullable JsonNode authorizer, Instant now) {
        var headers = headers(exchange);
        var key = match.entry().route().key();
        var event = HostJson.object()
                .put("version", "2.0")
                .put("routeKey", key)
                .put("rawPath", exchange.rawPath())
                .put("rawQueryString", exchange.rawQuery());
        var cookies = exchange.http().getRequestHeaders().get("Cookie");
        if (cookies != null) {
            var list = event.putArray("cookies");
            cookies.forEach(header -> List.of(header.split("; *", -1)).forEach(list::add));
        }
        event.set("headers", HostJson.of(headers));
        var query = query(exchange.rawQuery());
        if (!query.isEmpty()) {
            event.set("queryStringParameters", HostJson.of(query));
        }
        event.set("requestContext", context(exchange, key, headers, authorizer, now));
        if (!match.parameters().isEmpty()) {
            event.set("pathParameters", HostJson.of(match.parameters()));
        }
        if (body.length == 0) {
            return event.put("isBase64Encoded", false);
        }
        var text = isText(headers.getOrDefault("content-type", ""));
        return event.put(
                        "body",
                        text
                                ? new String(body, StandardCharsets.UTF_8)
                                : Base64.getEncoder().encodeToString(body))
                .put("isBase64Encoded", !text);
    }

    private static ObjectNode context(
            Exchange exchange, String key, Map<String, String> headers, @Nullable JsonNode authorizer, Instant now) {
        var context = HostJson.object().put("accountId", LocalAws.ACCOUNT).put("apiId", API);
        if (authorizer != null) {
            context.set("authorizer", authorizer);
        }
        context.put("domainName", headers.getOrDefault("host", "localhost")).put("domainPrefix", API);
        context.putObject("http")
                .put("method", exchange.method())
                .put("path", exchange.rawPath())
                .put("protocol", exchange.http().getProtocol())
                .put("sourceIp", remote(exchange))
                .put("userAgent", headers.getOrDefault("user-agent", ""));
        return context.put("requestId", UUID.randomUUID().toString())
                .put("routeKey", key)
                .put("stage", "$default")
                .put("time", Times.gateway(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    /**
     * Names in lower case, several values of one joined by commas. The addresses on the way are noted as the
     * distribution and the gateway do: the client's, then the distribution's, which here is this host.
     */
    private static Map<String, String> headers(Exchange exchange) {
        var headers = new LinkedHashMap<String, String>();
        exchange.http().getRequestHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("cookie")) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values));
            }
        });
        var client = headers.getOrDefault("x-forwarded-for", remote(exchange));
        headers.put("x-forwarded-for", client + ", 127.0.0.1");
        headers.putIfAbsent("x-forwarded-proto", "http");
        return headers;
    }

    private static String remote(Exchange exchange) {
        return exchange.http().getRemoteAddress().getAddress().getHostAddress();
    }

    private static Map<String, String> query(String raw) {
        var query = new LinkedHashMap<String, String>();
        if (raw.isEmpty()) {
            return query;
        }
        for (var pair : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            query.merge(name, equals < 0 ? "" : decoded(pair.substring(equals + 1)), (a, b) -> a + "," + b);
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean isText(String contentType) {
        var type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/javascript");
    }
}
