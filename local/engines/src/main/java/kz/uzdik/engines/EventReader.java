package kz.uzdik.engines;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a function's events, and refuses what the local host would have to leave out. */
final class EventReader {

    private static final String DEFAULT_BUS = "default";

    /** The API's default authorizer; null if routes are open unless they say otherwise. */
    private final @Nullable String defaultAuthorizer;

    private final RouteThrottles throttles;

    EventReader(@Nullable String defaultAuthorizer, RouteThrottles throttles) {
        this.defaultAuthorizer = defaultAuthorizer;
        this.throttles = throttles;
    }

    EventSpec read(Part event) {
        var properties = event.at("Properties");
        return switch (event.at("Type").text()) {
            case "HttpApi" -> route(properties);
            case "EventBridgeRule" -> rule(properties);
            case "DynamoDB" -> stream(properties);
            case "ScheduleV2" -> schedule(properties);
            default ->
                throw new TemplateException(
                        event.where(),
                        "events of type " + event.at("Type").text() + " cannot be played by the local host");
        };
    }

    private EventSpec.Route route(Part p) {
        if (!p.at("PayloadFormatVersion").textOr("2.0").equals("2.0")) {
            throw new TemplateException(p.where(), "only payload format 2.0 can be played by the local host");
        }
        var auth = p.at("Auth");
        var authorizer = auth.at("Authorizer").textOr(defaultAuthorizer == null ? "NONE" : defaultAuthorizer);
        var method = p.at("Method").text().toUpperCase(Locale.ROOT);
        var path = p.at("Path").text();
        return new EventSpec.Route(
                p.where(),
                method,
                path,
                authorizer.equals("NONE") ? null : authorizer,
                Set.copyOf(auth.at("AuthorizationScopes").texts()),
                throttles.of(method + " " + path));
    }

    private EventSpec.BusRule rule(Part p) {
        if (!p.at("EventBusName").textOr(DEFAULT_BUS).equals(DEFAULT_BUS)) {
            throw new TemplateException(p.where(), "only the default bus can be played by the local host");
        }
        var pattern = Objects.requireNonNullElse(p.at("Pattern").value(), "");
        return new EventSpec.BusRule(
                p.where(), pattern, queue(p.at("DeadLetterConfig").at("Arn")));
    }

    private EventSpec.Stream stream(Part p) {
        var age = p.at("MaximumRecordAgeInSeconds").number(-1);
        return new EventSpec.Stream(
                p.where(),
                table(p.at("Stream")),
                p.at("StartingPosition").text().equals("TRIM_HORIZON"),
                p.at("BatchSize").number(100),
                Duration.ofSeconds(p.at("MaximumBatchingWindowInSeconds").number(0)),
                p.at("FilterCriteria").at("Filters").items().stream()
                        .map(f -> f.at("Pattern").text())
                        .toList(),
                p.at("FunctionResponseTypes").texts().contains("ReportBatchItemFailures"),
                p.at("BisectBatchOnFunctionError").flag(),
                p.at("MaximumRetryAttempts").number(-1),
                age < 0 ? null : Duration.ofSeconds(age),
                queue(p.at("DestinationConfig").at("OnFailure").at("Destination")));
    }

    private EventSpec.Schedule schedule(Part p) {
        return new EventSpec.Schedule(
                p.where(),
                p.at("ScheduleExpression").text(),
                ZoneId.of(p.at("ScheduleExpressionTimezone").textOr("UTC")),
                p.at("Input").textIfAny(),
                queue(p.at("DeadLetterConfig").at("Arn")));
    }

    private static String table(Part streamArn) {
        var parts = streamArn.text().split("[:/]", -1);
        if (parts.length < 8 || !parts[parts.length - 2].equals("stream")) {
            throw new TemplateException(streamArn.where(), "not the stream of a table of this template");
        }
        return parts[parts.length - 3];
    }

    /** The queue's logical id, out of its ARN. */
    static @Nullable String queue(Part arn) {
        if (arn.isAbsent()) {
            return null;
        }
        if (!arn.text().startsWith("arn:aws:sqs:")) {
            throw new TemplateException(arn.where(), "only a queue can be played by the local host");
        }
        return arn.text().substring(arn.text().lastIndexOf(':') + 1);
    }
}
