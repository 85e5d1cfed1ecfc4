package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code template.yaml} as it is written, for what only the cloud makes of it: permissions, log groups, policies. */
final class CloudTemplate {

    /** The project's folder, two above the module's. */
    static final Path PROJECT = Path.of("").toAbsolutePath().resolve("../..").normalize();

    static final Path FILE = PROJECT.resolve("template.yaml");

    /**
     * A permission.
     *
     * @param policy name of the policy in the role
     * @param action for example {@code s3:GetObject}
     * @param resource as written, {@code {Fn::GetAtt=[ContestTable, Arn]}}
     */
    record Permission(String policy, String effect, String action, String resource) {}

    private final Map<?, ?> tree;

    private CloudTemplate(Map<?, ?> tree) {
        this.tree = tree;
    }

    static CloudTemplate read() {
        try (var in = Files.newInputStream(FILE)) {
            return new CloudTemplate(new Yaml(new Tags()).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Properties of all resources of {@code type}, by logical id. */
    Map<String, Map<?, ?>> resources(String type) {
        var found = new LinkedHashMap<String, Map<?, ?>>();
        map(tree.get("Resources")).forEach((name, resource) -> {
            if (map(resource).get("Type").equals(type)) {
                found.put((String) name, map(map(resource).get("Properties")));
            }
        });
        return found;
    }

    /** A resource as written. */
    Map<?, ?> resource(String name) {
        return map(map(tree.get("Resources")).get(name));
    }

    /** A parameter as written. */
    Map<?, ?> parameter(String name) {
        return map(map(tree.get("Parameters")).get(name));
    }

    /** What {@code function} has, with what {@code Globals} gives to all. */
    Map<String, Object> function(String function) {
        var all = new LinkedHashMap<String, Object>();
        map(map(tree.get("Globals")).get("Function")).forEach((k, v) -> all.put((String) k, v));
        map(resource(function).get("Properties")).forEach((k, v) -> all.put((String) k, v));
        return all;
    }

    /** Names of the variables in the environment of {@code function}. */
    TreeSet<String> variables(String function) {
        var names = new TreeSet<String>();
        for (var place : List.of(
                map(map(tree.get("Globals")).get("Function")),
                map(resource(function).get("Properties")))) {
            var environment = place.get("Environment");
            if (environment != null) {
                map(map(environment).get("Variables")).keySet().forEach(name -> names.add((String) name));
            }
        }
        return names;
    }

    /** What the role of {@code function} allows or denies, each action and resource by itself. */
    List<Permission> permissions(String function) {
        var role = (String)
                list(map(function(function).get("Role")).get("Fn::GetAtt")).getFirst();
        var permissions = new ArrayList<Permission>();
        for (var policy : list(map(resource(role).get("Properties")).get("Policies"))) {
            var name = (String) map(policy).get("PolicyName");
            for (var statement : list(map(map(policy).get("PolicyDocument")).get("Statement"))) {
                for (var action : list(map(statement).get("Action"))) {
                    for (var resource : list(map(statement).get("Resource"))) {
                        permissions.add(new Permission(
                                name, (String) map(statement).get("Effect"), (String) action, resource.toString()));
                    }
                }
            }
        }
        return permissions;
    }

    static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    /** {@code value} as a list: itself, or of it alone. */
    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static final class Tags extends SafeConstructor {

        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    var tag = node.getTag().getValue().substring(1);
                    return Map.of(tag.equals("Ref") ? tag : "Fn::" + tag, argument(tag, node));
                }
            });
        }

        private Object argument(String tag, Node node) {
            return switch (node) {
                case SequenceNode sequence -> constructSequence(sequence);
                case MappingNode mapping -> constructMapping(mapping);
                case ScalarNode scalar
                when tag.equals("GetAtt") -> List.of(scalar.getValue().split("\\.", 2));
                default -> ((ScalarNode) node).getValue();
            };
        }
    }
}
