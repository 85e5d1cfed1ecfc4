package kz.uzdik.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** CloudFormation's functions, resolved to the names that things have on this machine. */
final class Intrinsics {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    /** What {@code AWS::NoValue} leaves behind until it is taken out. */
    private enum Absent {
        VALUE
    }

    private final Map<String, String> parameters;
    private final Map<?, ?> conditions;
    private final LocalNames names;

    Intrinsics(Map<String, String> parameters, Map<?, ?> conditions, LocalNames names) {
        this.parameters = parameters;
        this.conditions = conditions;
        this.names = names;
    }

    /** {@code value} with every function in it replaced by its result. */
    @Nullable
    Object resolve(String where, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when function(map) != null -> call(where, String.valueOf(function(map)), map);
            case Map<?, ?> map -> {
                var resolved = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, v) -> {
                    var inner = resolve(where + "." + key, v);
                    if (inner != Absent.VALUE) {
                        resolved.put(String.valueOf(key), inner);
                    }
                });
                yield resolved;
            }
            case List<?> list -> {
                var resolved = new ArrayList<@Nullable Object>();
                for (var v : list) {
                    var inner = resolve(where, v);
                    if (inner != Absent.VALUE) {
                        resolved.add(inner);
                    }
                }
                yield resolved;
            }
            case null, default -> value;
        };
    }

    private static @Nullable String function(Map<?, ?> map) {
        if (map.size() != 1) {
            return null;
        }
        var name = String.valueOf(map.keySet().iterator().next());
        return name.equals("Ref") || name.startsWith("Fn::") ? name : null;
    }

    private @Nullable Object call(String where, String name, Map<?, ?> map) {
        var argument = map.get(name);
        return switch (name) {
            case "Ref" -> ref(where, String.valueOf(argument));
            case "Fn::GetAtt" -> {
                var parts = list(where, argument);
                yield names.attribute(where, text(parts, 0), text(parts, 1));
            }
            case "Fn::Sub" -> sub(where, argument);
            case "Fn::Join" -> {
                var parts = list(where, resolve(where, argument));
                yield String.join(
                        text(parts, 0),
                        list(where, parts.get(1)).stream().map(String::valueOf).toList());
            }
            case "Fn::Select" -> {
                var parts = list(where, resolve(where, argument));
                yield list(where, parts.get(1)).get(Integer.parseInt(text(parts, 0)));
            }
            case "Fn::Split" -> {
                var parts = list(where, resolve(where, argument));
                yield List.of(text(parts, 1).split(Pattern.quote(text(parts, 0)), -1));
            }
            case "Fn::If" -> {
                var parts = list(where, argument);
                yield resolve(where, parts.get(holds(where, parts.get(0)) ? 1 : 2));
            }
            default -> throw new TemplateException(where, name + " is not known to the local host");
        };
    }

    private Object ref(String where, String name) {
        if (name.equals("AWS::NoValue")) {
            return Absent.VALUE;
        }
        var parameter = parameters.get(name);
        return parameter != null ? parameter : names.ref(where, name);
    }

    private String sub(String where, @Nullable Object argument) {
        var parts = argument instanceof List<?> list ? list : List.of(String.valueOf(argument), Map.of());
        var own = (Map<?, ?>) parts.get(1);
        return PLACEHOLDER.matcher(text(parts, 0)).replaceAll(match -> {
            if (!match.group(1).isEmpty()) {
                return java.util.regex.Matcher.quoteReplacement("${" + match.group(2) + "}");
            }
            var name = match.group(2);
            var dot = name.indexOf('.');
            var value = own.containsKey(name)
                    ? resolve(where, own.get(name))
                    : dot < 0
                            ? ref(where, name)
                            : names.attribute(where, name.substring(0, dot), name.substring(dot + 1));
            return java.util.regex.Matcher.quoteReplacement(String.valueOf(value));
        });
    }

    private boolean holds(String where, @Nullable Object condition) {
        if (condition instanceof String name) {
            return holds(where, conditions.get(name));
        }
        if (condition instanceof Map<?, ?> map && map.size() == 1) {
            var name = String.valueOf(map.keySet().iterator().next());
            var argument = map.get(name);
            return switch (name) {
                case "Condition" -> holds(where, argument);
                case "Fn::Equals" -> {
                    var parts = list(where, resolve(where, argument));
                    yield text(parts, 0).equals(text(parts, 1));
                }
                case "Fn::Not" -> !holds(where, list(where, argument).getFirst());
                case "Fn::And" -> list(where, argument).stream().allMatch(c -> holds(where, c));
                case "Fn::Or" -> list(where, argument).stream().anyMatch(c -> holds(where, c));
                default -> throw new TemplateException(where, name + " is no condition");
            };
        }
        throw new TemplateException(where, "condition " + condition + " is not known");
    }

    private static List<?> list(String where, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new TemplateException(where, "a list is expected, found " + value);
    }

    private static String text(List<?> parts, int index) {
        return String.valueOf(parts.get(index));
    }
}
