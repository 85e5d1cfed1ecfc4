package kz.uzdik.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.function.Function;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in and out of an HTTP function: turns refusals into problems, and faults into a plain 500 with a log line. */
public final class Door {

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private Door() {}

    /** Answers {@code event} by {@code work}. */
    public static APIGatewayV2HTTPResponse answer(
            APIGatewayV2HTTPEvent event, Function<Request, APIGatewayV2HTTPResponse> work) {
        var request = new Request(event);
        try {
            return work.apply(request);
        } catch (ProblemException e) {
            return e.problem().response(request.language());
        } catch (RuntimeException e) {
            var id = event.getRequestContext() == null
                    ? ""
                    : event.getRequestContext().getRequestId();
            LOG.error("request {} to {} failed", id, event.getRouteKey(), e);
            return Problem.of(
                            500,
                            "internal",
                            new Text("Қызмет қатесі. Сәл кейін қайталаңыз.", "Ошибка сервиса. Повторите чуть позже."))
                    .with("requestId", String.valueOf(id))
                    .response(request.language());
        }
    }

    /** A page that only the one who asked may see: kept by nobody, without scripts, and framed by no other site. */
    public static APIGatewayV2HTTPResponse html(int status, String language, String page) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Language", language,
                        "Cache-Control", "no-store",
                        "Content-Security-Policy", PAGE_POLICY,
                        "Referrer-Policy", "no-referrer",
                        "X-Content-Type-Options", "nosniff"))
                .withBody(page)
                .build();
    }

    /** {@code body} as JSON with {@code status}. */
    public static APIGatewayV2HTTPResponse json(int status, Object body) {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", "application/json", "Cache-Control", "no-store"))
                .withBody(Json.write(body))
                .build();
    }
}
