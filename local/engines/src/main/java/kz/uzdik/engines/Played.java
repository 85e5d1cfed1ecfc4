package kz.uzdik.engines;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Goes through a template, and throws {@link TemplateException} at the first thing that the host would pass in silence. */
final class Played {

    /** What the host acts on, by type of resource or event; paths as in {@link NotPlayed}. */
    private static final Map<String, List<String>> PROPERTIES = Map.ofEntries(
            Map.entry(
                    "AWS::Serverless::Function",
                    List.of(
                            "Handler",
                            "Timeout",
                            "Layers.**",
                            "Environment.Variables.*",
                            "EventInvokeConfig.MaximumRetryAttempts",
                            "EventInvokeConfig.DestinationConfig.OnFailure.Type",
                            "EventInvokeConfig.DestinationConfig.OnFailure.Destination")),
            Map.entry(
                    "AWS::Serverless::HttpApi",
                    List.of(
                            "Auth.DefaultAuthorizer",
                            "Auth.Authorizers.*.IdentitySource",
                            "DefaultRouteSettings.ThrottlingBurstLimit",
                            "DefaultRouteSettings.ThrottlingRateLimit",
                            "RouteSettings.*.ThrottlingBurstLimit",
                            "RouteSettings.*.ThrottlingRateLimit")),
            Map.entry("AWS::Serverless::LayerVersion", List.of("ContentUri")),
            Map.entry(
                    "AWS::DynamoDB::Table",
                    List.of(
                            "AttributeDefinitions.AttributeName",
                            "AttributeDefinitions.AttributeType",
                            "KeySchema.AttributeName",
                            "KeySchema.KeyType",
                            "StreamSpecification.StreamViewType",
                            "TimeToLiveSpecification.AttributeName",
                            "TimeToLiveSpecification.Enabled")),
            Map.entry(
                    "AWS::S3::Bucket",
                    List.of("NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled")),
            Map.entry(
                    "AWS::CloudFront::ResponseHeadersPolicy",
                    List.of(
                            "ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentSecurityPolicy.**",
                            "ResponseHeadersPolicyConfig.SecurityHeadersConfig.ContentTypeOptions.**",
                            "ResponseHeadersPolicyConfig.SecurityHeadersConfig.FrameOptions.**",
                            "ResponseHeadersPolicyConfig.SecurityHeadersConfig.ReferrerPolicy.**")),
            Map.entry("AWS::SQS::Queue", List.of()),
            Map.entry("AWS::SecretsManager::Secret", List.of()),
            Map.entry(
                    "HttpApi",
                    List.of(
                            "ApiId",
                            "Method",
                            "Path",
                            "PayloadFormatVersion",
                            "Auth.Authorizer",
                            "Auth.AuthorizationScopes.**")),
            Map.entry("EventBridgeRule", List.of("Pattern.**", "EventBusName", "DeadLetterConfig.Arn")),
            Map.entry(
                    "DynamoDB",
                    List.of(
                            "Stream",
                            "StartingPosition",
                            "BatchSize",
                            "MaximumBatchingWindowInSeconds",
                            "FunctionResponseTypes.**",
                            "BisectBatchOnFunctionError",
                            "MaximumRetryAttempts",
                            "MaximumRecordAgeInSeconds",
                            "FilterCriteria.Filters.Pattern",
                            "DestinationConfig.OnFailure.Destination")),
            Map.entry(
                    "ScheduleV2",
                    List.of("ScheduleExpression", "ScheduleExpressionTimezone", "Input", "DeadLetterConfig.Arn")));

    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion",
            "Transform",
            "Description",
            "Parameters",
            "Conditions",
            "Globals",
            "Resources",
            "Outputs");

    private final Set<String> passed = new TreeSet<>();

    /** What of the template was passed because {@link NotPlayed} says it may be, in the words of its labels. */
    Set<String> passed() {
        return Collections.unmodifiableSet(passed);
    }

    /** Looks at the names of the template's sections and at what stands beside each resource's properties. */
    void checkShape(Part template) {
        template.only(SECTIONS.toArray(String[]::new));
        template.at("Globals").only("Function");
        template.at("Resources")
                .entries()
                .forEach((name, resource) -> resource.entries().forEach((key, value) -> {
                    boolean isMoot = key.equals("Condition")
                            && isNeverPlayed(resource.at("Type").text());
                    if (!key.equals("Type") && !key.equals("Properties") && !isMoot) {
                        check(NotPlayed.ANY, key, value);
                    }
                }));
    }

    private static boolean isNeverPlayed(String type) {
        return NotPlayed.ALL.stream()
                .anyMatch(n -> n.type().equals(type) && n.property().isEmpty());
    }

    /** Whether a resource of {@code type} is played; one that is passed is noted. */
    boolean isPlayed(Part resource, String type) {
        if (PROPERTIES.containsKey(type) && type.startsWith("AWS::")) {
            return true;
        }
        pass(resource, type, "", "resources of type " + type);
        return false;
    }

    /** Looks at all {@code properties}, resolved, of a resource or event of {@code type}. */
    void checkProperties(Part properties, String type) {
        properties.entries().forEach((key, value) -> {
            if (key.equals("Events") && type.equals("AWS::Serverless::Function")) {
                value.entries().values().forEach(this::checkEvent);
            } else {
                check(type, key, value);
            }
        });
    }

    private void checkEvent(Part event) {
        event.only("Type", "Properties");
        var type = event.at("Type").text();
        if (!PROPERTIES.containsKey(type)) {
            throw new TemplateException(
                    event.where(), "events of type " + type + " cannot be played by the local host");
        }
        checkProperties(event.at("Properties"), type);
    }

    private void check(String type, String path, Part part) {
        if (PROPERTIES.getOrDefault(type, List.of()).stream().anyMatch(pattern -> covers(pattern, path))) {
            return;
        }
        if (part.value() instanceof Map) {
            if (NotPlayed.ALL.stream().noneMatch(n -> n.type().equals(type) && covers(n.property(), path))) {
                part.entries().forEach((key, value) -> check(type, path + "." + key, value));
                return;
            }
        } else if (part.value() instanceof List && hasBelow(type, path)) {
            part.items().forEach(item -> item.entries().forEach((key, value) -> check(type, path + "." + key, value)));
            return;
        }
        pass(part, type, path, "this");
    }

    private void pass(Part part, String type, String path, String what) {
        var reason = NotPlayed.ALL.stream()
                .filter(n ->
                        n.type().equals(type) && (path.isEmpty() ? n.property().isEmpty() : covers(n.property(), path)))
                .findFirst()
                .orElseThrow(() -> new TemplateException(part.where(), what + " cannot be played by the local host"));
        passed.add(reason.label());
    }

    private static boolean hasBelow(String type, String path) {
        return PROPERTIES.getOrDefault(type, List.of()).stream().anyMatch(p -> p.startsWith(path + "."));
    }

    /** Whether {@code path}, dotted, is what {@code pattern} names, or lies below its {@code **}. */
    private static boolean covers(String pattern, String path) {
        var wanted = pattern.split("\\.", -1);
        var given = path.split("\\.", -1);
        for (var i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("**")) {
                return true;
            }
            if (i >= given.length || !(wanted[i].equals("*") || wanted[i].equals(given[i]))) {
                return false;
            }
        }
        return wanted.length == given.length;
    }
}
