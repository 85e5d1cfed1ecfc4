package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;

/** A pattern of EventBridge, which streams' filters share: what an event must look like to be passed on. */
final class EventPattern {

    private static final Set<String> OPERATORS =
            Set.of("prefix", "suffix", "anything-but", "exists", "equals-ignore-case", "numeric");

    private final JsonNode pattern;

    private EventPattern(JsonNode pattern) {
        this.pattern = pattern;
    }

    /**
     * Takes {@code pattern}. Throws {@link IllegalArgumentException} for what cannot be matched here.
     *
     * @param where path in the template, for the message
     */
    static EventPattern of(String where, JsonNode pattern) {
        if (!pattern.isObject() || pattern.isEmpty()) {
            throw new IllegalArgumentException(where + ": a pattern has names with lists of values");
        }
        check(where, pattern);
        return new EventPattern(pattern);
    }

    private static void check(String where, JsonNode node) {
        node.properties().forEach(entry -> {
            var at = where + "." + entry.getKey();
            var value = entry.getValue();
            if (value.isObject()) {
                check(at, value);
            } else if (!value.isArray()) {
                throw new IllegalArgumentException(at + ": a list of values is expected");
            }
            value.forEach(choice -> {
                if (value.isArray() && choice.isObject()) {
                    checkOperator(at, choice);
                }
            });
        });
    }

    private static void checkOperator(String at, JsonNode choice) {
        var operator = choice.fieldNames().next();
        if (!OPERATORS.contains(operator)
                || (operator.equals("anything-but") && choice.get(operator).isObject())) {
            throw new IllegalArgumentException(at + ": the local host cannot match by " + choice);
        }
    }

    /** Whether {@code event} is as the pattern asks. */
    boolean matches(JsonNode event) {
        return matches(pattern, event);
    }

    private static boolean matches(JsonNode wanted, JsonNode event) {
        return wanted.properties().stream().allMatch(entry -> {
            var value = event.path(entry.getKey());
            return entry.getValue().isObject() ? matches(entry.getValue(), value) : anyChoice(entry.getValue(), value);
        });
    }

    private static boolean anyChoice(JsonNode choices, JsonNode value) {
        for (var choice : choices) {
            if (value.isArray()) {
                for (var item : value) {
                    if (fits(choice, item)) {
                        return true;
                    }
                }
            } else if (fits(choice, value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(JsonNode choice, JsonNode value) {
        if (!choice.isObject()) {
            return choice.equals(value)
                    || (choice.isNumber() && value.isNumber() && choice.asDouble() == value.asDouble());
        }
        var operator = choice.fieldNames().next();
        var argument = choice.get(operator);
        return switch (operator) {
            case "exists" -> argument.asBoolean() != (value instanceof MissingNode);
            case "prefix" -> value.isTextual() && value.asText().startsWith(argument.asText());
            case "suffix" -> value.isTextual() && value.asText().endsWith(argument.asText());
            case "equals-ignore-case" -> value.isTextual() && value.asText().equalsIgnoreCase(argument.asText());
            case "anything-but" -> !value.isMissingNode() && !isOneOf(argument, value);
            default -> value.isNumber() && within(argument, value.asDouble());
        };
    }

    private static boolean isOneOf(JsonNode argument, JsonNode value) {
        if (!argument.isArray()) {
            return argument.equals(value);
        }
        for (var one : argument) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(JsonNode comparisons, double value) {
        for (var i = 0; i + 1 < comparisons.size(); i += 2) {
            var bound = comparisons.get(i + 1).asDouble();
            var holds = switch (comparisons.get(i).asText()) {
                case "=" -> value == bound;
                case "<" -> value < bound;
                case "<=" -> value <= bound;
                case ">" -> value > bound;
                default -> value >= bound;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }
}
