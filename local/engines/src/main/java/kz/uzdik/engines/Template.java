package kz.uzdik.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * {@code template.yaml} as this machine plays it: functions with their events, tables, buckets and queues, every
 * reference resolved to a local name. What cannot be played is a {@link TemplateException} that names it.
 */
public final class Template {

    private final List<FunctionSpec> functions;
    private final List<TableSpec> tables;
    private final List<String> buckets;
    private final Set<String> announcing;
    private final Map<String, String> pageHeaders;
    private final List<String> queues;
    private final Map<String, String> parameters;
    private final Set<String> notPlayed;

    private Template(ResourceReader reader, Map<String, String> parameters, Set<String> notPlayed) {
        this.tables = reader.tables();
        this.buckets = reader.buckets();
        this.announcing = reader.announcingBuckets();
        this.pageHeaders = Map.copyOf(reader.pageHeaders());
        this.queues = reader.queues();
        this.functions = reader.functions();
        this.parameters = Map.copyOf(parameters);
        this.notPlayed = notPlayed;
    }

    /**
     * Reads {@code file}.
     *
     * @param given parameters that differ from their defaults
     */
    public static Template read(Path file, Map<String, String> given) {
        try {
            return parse(Files.readString(file), file.toAbsolutePath().getParent(), given);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /**
     * Reads {@code text}, a template in YAML.
     *
     * @param folder that the template's own paths start from
     * @param given parameters that differ from their defaults
     */
    public static Template parse(String text, @Nullable Path folder, Map<String, String> given) {
        Map<?, ?> tree;
        try {
            tree = new Yaml(new TagConstructor()).load(text);
        } catch (YAMLException e) {
            throw new TemplateException("as YAML", String.valueOf(e.getMessage()));
        }
        var raw = new Part("", tree);
        var parameters = new LinkedHashMap<String, String>();
        raw.at("Parameters")
                .entries()
                .forEach((name, part) -> parameters.put(name, part.at("Default").textOr("")));
        parameters.putAll(given);
        var played = new Played();
        played.checkShape(raw);
        var types = new LinkedHashMap<String, String>();
        var playedTypes = new LinkedHashMap<String, String>();
        raw.at("Resources").entries().forEach((name, part) -> {
            var type = part.at("Type").text();
            types.put(name, type);
            if (played.isPlayed(part, type)) {
                playedTypes.put(name, type);
            }
        });
        var conditions = tree.get("Conditions") instanceof Map<?, ?> map ? map : Map.of();
        var intrinsics = new Intrinsics(parameters, conditions, new LocalNames(types));
        var reader = new ResourceReader(raw, types, intrinsics, folder);
        played.checkProperties(reader.globals(), "AWS::Serverless::Function");
        playedTypes.forEach((name, type) -> played.checkProperties(reader.properties(name), type));
        return new Template(reader, parameters, played.passed());
    }

    /** All functions, in the template's order. */
    public List<FunctionSpec> functions() {
        return functions;
    }

    /** The function with this logical id. */
    public FunctionSpec function(String name) {
        return functions.stream()
                .filter(f -> f.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the template has no function " + name));
    }

    /** All tables. */
    public List<TableSpec> tables() {
        return tables;
    }

    /** Names of all buckets, as they are on this machine. */
    public List<String> buckets() {
        return buckets;
    }

    /** Names of the buckets whose new objects EventBridge is told of. */
    public Set<String> announcingBuckets() {
        return announcing;
    }

    /** Headers that the site puts to every page and published file, by name. */
    public Map<String, String> pageHeaders() {
        return pageHeaders;
    }

    /** Logical ids of all queues. */
    public List<String> queues() {
        return queues;
    }

    /** What of the template changes nothing on one machine and is passed: types, and properties behind their types. */
    public Set<String> notPlayed() {
        return notPlayed;
    }

    /** The value of a parameter. */
    public String parameter(String name) {
        var value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the template has no parameter " + name);
        }
        return value;
    }

    /** All variables that any function has: in this template a name means the same everywhere. */
    public Map<String, String> environment() {
        var all = new LinkedHashMap<String, String>();
        functions.forEach(f -> all.putAll(f.environment()));
        return all;
    }
}
