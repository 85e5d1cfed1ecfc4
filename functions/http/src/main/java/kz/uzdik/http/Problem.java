package kz.uzdik.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 {@code application/problem+json}.
 *
 * @param status HTTP status, 400 to 599
 * @param type last part of the problem's type URI, for example {@code window-closed}
 * @param title what is wrong, in both languages; the asked one is sent
 * @param detail how to mend it; null if the title says all
 * @param errors the fields at fault
 * @param extensions further members, for example the window
 */
public record Problem(
        int status,
        String type,
        Text title,
        @Nullable Text detail,
        List<FieldError> errors,
        Map<String, Object> extensions) {

    /**
     * A field at fault.
     *
     * @param pointer JSON pointer into the request's body, for example {@code /answers/q1}
     */
    public record FieldError(String pointer, Text message) {

        /** {@code name} as a part of a JSON pointer (RFC 6901, section 3). */
        public static String escaped(String name) {
            return name.replace("~", "~0").replace("/", "~1");
        }
    }

    private static final String TYPES = "https://uzdik.example/problems/";

    public Problem {
        errors = List.copyOf(errors);
        extensions = Map.copyOf(extensions);
    }

    /** A problem that its title says whole. */
    public static Problem of(int status, String type, Text title) {
        return new Problem(status, type, title, null, List.of(), Map.of());
    }

    /** A problem with one field of the request. */
    public static Problem ofField(int status, String type, String pointer, Text message) {
        return new Problem(status, type, message, null, List.of(new FieldError(pointer, message)), Map.of());
    }

    /** This problem with one more member. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<>(extensions);
        more.put(name, value);
        return new Problem(status, type, title, detail, errors, more);
    }

    /** This problem with a sentence on how to mend it. */
    public Problem withDetail(Text how) {
        return new Problem(status, type, title, how, errors, extensions);
    }

    /** The members of the answer in {@code language}, by name. */
    public Map<String, Object> body(String language) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", TYPES + type);
        body.put("title", title.in(language));
        body.put("status", status);
        if (detail != null) {
            body.put("detail", detail.in(language));
        }
        if (!errors.isEmpty()) {
            body.put(
                    "errors",
                    errors.stream()
                            .map(e -> Map.of(
                                    "pointer",
                                    e.pointer(),
                                    "detail",
                                    e.message().in(language)))
                            .toList());
        }
        body.putAll(extensions);
        return body;
    }

    /** The answer in {@code language}. */
    public APIGatewayV2HTTPResponse response(String language) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of(
                        "Content-Type", "application/problem+json",
                        "Content-Language", language,
                        "Cache-Control", "no-store"))
                .withBody(Json.write(body(language)))
                .build();
    }
}
