package kz.uzdik.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.json.Json;

/** A request of the HTTP API, read strictly: what cannot be read is a {@link ProblemException} that names the field. */
public final class Request {

    private final APIGatewayV2HTTPEvent event;

    public Request(APIGatewayV2HTTPEvent event) {
        this.event = event;
    }

    /** The route as the template has it, for example {@code POST /v1/surveys/{survey}/ballots}. */
    public String route() {
        return event.getRouteKey();
    }

    /** The path parameter {@code name} of the route. */
    public String path(String name) {
        var value = event.getPathParameters() == null
                ? null
                : event.getPathParameters().get(name);
        if (value == null) {
            throw new IllegalStateException("route " + route() + " has no parameter " + name);
        }
        return value;
    }

    /** The query parameter {@code name}, or {@code otherwise} if absent. */
    public String query(String name, String otherwise) {
        var parameters = event.getQueryStringParameters();
        return parameters == null ? otherwise : parameters.getOrDefault(name, otherwise);
    }

    /** {@code kk} unless Russian is asked for before Kazakh. */
    public String language() {
        return AcceptLanguage.choose(header("accept-language"));
    }

    /** The header {@code name} (lower case), or an empty string. */
    public String header(String name) {
        var headers = event.getHeaders() == null ? Map.<String, String>of() : event.getHeaders();
        return headers.getOrDefault(name, "");
    }

    /** The caller's address as the gateway saw it; empty if unknown. */
    public String sourceIp() {
        var context = event.getRequestContext();
        return context == null || context.getHttp() == null || context.getHttp().getSourceIp() == null
                ? ""
                : context.getHttp().getSourceIp();
    }

    /** Who calls; the route must have the staff's authorizer. */
    public Caller caller() {
        var claims = claims();
        Set<String> roles = Arrays.stream(claims.getOrDefault("scope", "").split(" "))
                .filter(scope -> scope.startsWith("uzdik/"))
                .map(scope -> scope.substring("uzdik/".length()))
                .collect(Collectors.toUnmodifiableSet());
        return new Caller(
                claims.getOrDefault("sub", ""),
                claims.getOrDefault("name", ""),
                claims.getOrDefault("email", ""),
                roles,
                claims.get("uzdik_scope"));
    }

    /** The claim {@code name} of the caller's token, or an empty string; the route must have an authorizer. */
    public String claim(String name) {
        return claims().getOrDefault(name, "");
    }

    private Map<String, String> claims() {
        var context = event.getRequestContext();
        if (context == null
                || context.getAuthorizer() == null
                || context.getAuthorizer().getJwt() == null) {
            throw new ProblemException(
                    Problem.of(401, "not-signed-in", new Text("Жүйеге кіріңіз.", "Войдите в систему.")));
        }
        return context.getAuthorizer().getJwt().getClaims();
    }

    /** Whether the body is what a browser sends of a plain form. */
    public boolean isForm() {
        return header("content-type").strip().toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    /** The fields of a plain form, at most {@code maxBytes} long; of a name sent twice the last value counts. */
    public Map<String, String> form(int maxBytes) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : text(maxBytes).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(400, "not-a-form", new Text("Сұраныс форма емес.", "Запрос не является формой.")));
        }
    }

    private String text(int maxBytes) {
        var text = event.getBody() == null ? "" : event.getBody();
        if (event.getIsBase64Encoded()) {
            text = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new ProblemException(
                    Problem.of(400, "body-too-large", new Text("Сұраныс тым үлкен.", "Запрос слишком большой."))
                            .with("maxBytes", maxBytes));
        }
        return text;
    }

    /** The body read as {@code type}, at most {@code maxBytes} long. */
    public <T> T body(Class<T> type, int maxBytes) {
        var text = text(maxBytes);
        try {
            return Json.read(text, type);
        } catch (JsonProcessingException e) {
            throw new ProblemException(UnreadBody.problem(text, e));
        }
    }
}
