package kz.uzdik.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the resources that run on this machine. */
final class ResourceReader {

    private final Part raw;
    private final Map<String, String> types;
    private final Intrinsics intrinsics;
    private final @Nullable Path folder;

    ResourceReader(Part raw, Map<String, String> types, Intrinsics intrinsics, @Nullable Path folder) {
        this.raw = raw;
        this.types = types;
        this.intrinsics = intrinsics;
        this.folder = folder;
    }

    List<String> queues() {
        return ofType("AWS::SQS::Queue");
    }

    List<String> buckets() {
        return ofType("AWS::S3::Bucket").stream().map(this::localName).toList();
    }

    Set<String> announcingBuckets() {
        return ofType("AWS::S3::Bucket").stream()
                .filter(name -> properties(name)
                        .at("NotificationConfiguration")
                        .at("EventBridgeConfiguration")
                        .at("EventBridgeEnabled")
                        .flag())
                .map(this::localName)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Headers of every page and published file, by name. */
    Map<String, String> pageHeaders() {
        var policies = ofType("AWS::CloudFront::ResponseHeadersPolicy");
        if (policies.size() > 1) {
            throw new TemplateException(
                    "Resources." + policies.getLast(), "only one policy of headers can be played by the local host");
        }
        if (policies.isEmpty()) {
            return Map.of();
        }
        var security = properties(policies.getFirst())
                .at("ResponseHeadersPolicyConfig")
                .at("SecurityHeadersConfig");
        var headers = new LinkedHashMap<String, String>();
        security.entries().forEach((name, part) -> {
            switch (name) {
                case "ContentSecurityPolicy" ->
                    headers.put("Content-Security-Policy", part.at(name).text());
                case "ContentTypeOptions" -> headers.put("X-Content-Type-Options", "nosniff");
                case "FrameOptions" ->
                    headers.put("X-Frame-Options", part.at("FrameOption").text());
                case "ReferrerPolicy" ->
                    headers.put("Referrer-Policy", part.at(name).text());
                default -> {} // NotPlayed says why
            }
        });
        return headers;
    }

    private String localName(String name) {
        return String.valueOf(intrinsics.resolve(name, Map.of("Ref", name)));
    }

    List<TableSpec> tables() {
        return ofType("AWS::DynamoDB::Table").stream().map(this::table).toList();
    }

    List<FunctionSpec> functions() {
        var apis = ofType("AWS::Serverless::HttpApi");
        if (apis.size() > 1) {
            throw new TemplateException("Resources." + apis.getLast(), "only one API can be played by the local host");
        }
        var api = apis.isEmpty() ? new Part("Resources", null) : properties(apis.getFirst());
        api.at("Auth").at("Authorizers").entries().values().forEach(ResourceReader::refuseOtherSources);
        var throttles = new RouteThrottles(api.at("DefaultRouteSettings"), api.at("RouteSettings"));
        var reader = new EventReader(api.at("Auth").at("DefaultAuthorizer").textIfAny(), throttles);
        var functions = ofType("AWS::Serverless::Function").stream()
                .map(name -> function(name, reader))
                .toList();
        throttles.refuseOthers(functions.stream()
                .flatMap(function -> function.events().stream())
                .filter(EventSpec.Route.class::isInstance)
                .map(route -> ((EventSpec.Route) route).key())
                .collect(Collectors.toSet()));
        return functions;
    }

    private static void refuseOtherSources(Part authorizer) {
        var source = authorizer.at("IdentitySource");
        if (!source.isAbsent() && !source.text().equals("$request.header.Authorization")) {
            throw new TemplateException(
                    source.where(), "only the header Authorization can be played by the local host");
        }
    }

    private List<String> ofType(String type) {
        return types.entrySet().stream()
                .filter(e -> e.getValue().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The properties of the resource called {@code name}, resolved. */
    Part properties(String name) {
        var where = "Resources." + name + ".Properties";
        return new Part(
                where,
                intrinsics.resolve(
                        where, raw.at("Resources").at(name).at("Properties").value()));
    }

    private TableSpec table(String name) {
        var p = properties(name);
        var keys = new LinkedHashMap<String, String>();
        p.at("KeySchema")
                .items()
                .forEach(k ->
                        keys.put(k.at("KeyType").text(), k.at("AttributeName").text()));
        p.at("AttributeDefinitions").items().forEach(a -> {
            if (!a.at("AttributeType").text().equals("S")) {
                throw new TemplateException(a.where(), "only keys that are strings can be played by the local host");
            }
        });
        var partitionKey = keys.get("HASH");
        if (partitionKey == null) {
            throw new TemplateException(p.where(), "the table has no partition key");
        }
        return new TableSpec(
                name,
                name,
                partitionKey,
                keys.get("RANGE"),
                p.at("StreamSpecification").at("StreamViewType").textIfAny(),
                p.at("TimeToLiveSpecification").at("Enabled").flag()
                        ? p.at("TimeToLiveSpecification").at("AttributeName").textIfAny()
                        : null);
    }

    private FunctionSpec function(String name, EventReader reader) {
        var p = properties(name);
        var invoke = p.at("EventInvokeConfig");
        var timeout =
                Duration.ofSeconds(p.at("Timeout").number(global("Timeout").number(3)));
        var events = new ArrayList<EventSpec>();
        p.at("Events").entries().values().forEach(e -> events.add(reader.read(e)));
        return new FunctionSpec(
                name,
                p.at("Handler").text(),
                p.at("CodeUri").text(),
                timeout,
                p.at("MemorySize").number(global("MemorySize").number(128)),
                environment(p),
                invoke.at("MaximumRetryAttempts").number(2),
                EventReader.queue(invoke.at("DestinationConfig").at("OnFailure").at("Destination")),
                events);
    }

    /** What all functions have, resolved. */
    Part globals() {
        var part = raw.at("Globals").at("Function");
        return new Part(part.where(), intrinsics.resolve(part.where(), part.value()));
    }

    private Part global(String key) {
        return globals().at(key);
    }

    private Map<String, String> environment(Part properties) {
        var variables = new LinkedHashMap<String, String>();
        global("Environment").at("Variables").entries().forEach((n, v) -> variables.put(n, opened(v.text())));
        properties.at("Environment").at("Variables").entries().forEach((n, v) -> variables.put(n, opened(v.text())));
        return variables;
    }

    /** A layer's file where it lies here: {@code /opt/x} is {@code x} in the layer's folder. */
    private String opened(String value) {
        var layers = ofType("AWS::Serverless::LayerVersion");
        if (!value.startsWith("/opt/") || folder == null || layers.isEmpty()) {
            return value;
        }
        var content = properties(layers.getFirst()).at("ContentUri").text();
        return folder.resolve(content)
                .resolve(value.substring("/opt/".length()))
                .toString();
    }
}
