package kz.uzdik.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Fault;
import org.jspecify.annotations.Nullable;

/** Compares a tree of JSON with a record type and names every unknown, missing and mistyped field, not just the first. */
final class RecordShape {

    private static final String KIND = "kind";

    private final List<Fault> faults = new ArrayList<>();

    private RecordShape() {}

    /** What keeps {@code tree} from being read as {@code type}. */
    static List<Fault> check(JsonNode tree, Class<? extends Record> type) {
        var shape = new RecordShape();
        shape.object(tree, type, "");
        return shape.faults;
    }

    private void object(JsonNode node, Class<?> type, String at) {
        if (!node.isObject()) {
            fault(at, "must be an object");
            return;
        }
        var components = type.getRecordComponents();
        for (var component : components) {
            var value = node.path(component.getName());
            var pointer = at + "/" + component.getName();
            var declared = component.getAnnotatedType();
            if (!value.isMissingNode() && !value.isNull()) {
                value(value, declared, pointer);
            } else if (!declared.isAnnotationPresent(Nullable.class)) {
                fault(pointer, "is missing");
            }
        }
        unknown(node, type, at);
    }

    private void unknown(JsonNode node, Class<?> type, String at) {
        var known = Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        boolean ofAKind = !kinds(type.getInterfaces()).isEmpty();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name) && !(ofAKind && name.equals(KIND))) {
                fault(at + "/" + name.replace("~", "~0").replace("/", "~1"), "is not a known field");
            }
        });
    }

    private void value(JsonNode node, AnnotatedType declared, String at) {
        if (declared instanceof AnnotatedParameterizedType list) {
            array(node, list.getAnnotatedActualTypeArguments()[0], at);
            return;
        }
        var type = raw(declared);
        if (type.isRecord()) {
            object(node, type, at);
        } else if (!kinds(type).isEmpty()) {
            kind(node, type, at);
        } else {
            leaf(node, type, at);
        }
    }

    private void array(JsonNode node, AnnotatedType element, String at) {
        if (!node.isArray()) {
            fault(at, "must be an array");
            return;
        }
        for (int i = 0; i < node.size(); i++) {
            value(node.path(i), element, at + "/" + i);
        }
    }

    private void kind(JsonNode node, Class<?> type, String at) {
        var kinds = kinds(type);
        var kind = kinds.get(node.path(KIND).asText());
        if (kind == null) {
            fault(at + "/" + KIND, "must be one of " + kinds.keySet());
        } else {
            object(node, kind, at);
        }
    }

    private void leaf(JsonNode node, Class<?> type, String at) {
        try {
            Json.MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            fault(at, expected(type) + ", not " + node);
        }
    }

    private static String expected(Class<?> type) {
        return type.isEnum()
                ? "must be one of " + Arrays.toString(type.getEnumConstants())
                : "must be "
                        + switch (type.getSimpleName()) {
                            case "String" -> "a string";
                            case "boolean" -> "true or false";
                            case "int", "Integer", "long", "Long" -> "a whole number";
                            case "BigDecimal" -> "a number";
                            case "LocalDateTime" -> "a local date and time like 2027-03-01T09:00:00";
                            case "LocalDate" -> "a date like 2027-03-01";
                            case "ZoneId" -> "a time zone like Asia/Almaty";
                            default -> "a " + type.getSimpleName();
                        };
    }

    /** The kinds of sealed types by the names that the mapper knows them by. */
    private static Map<String, Class<?>> kinds(Class<?>... types) {
        var kinds = new TreeMap<String, Class<?>>();
        var config = Json.MAPPER.getDeserializationConfig();
        for (var type : types) {
            var annotated = AnnotatedClassResolver.resolve(config, config.constructType(type), config);
            config.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, annotated).stream()
                    .filter(subtype -> subtype.hasName() && subtype.getType().isRecord())
                    .forEach(subtype -> kinds.put(subtype.getName(), subtype.getType()));
        }
        return kinds;
    }

    private static Class<?> raw(AnnotatedType declared) {
        return (Class<?>)
                (declared.getType() instanceof ParameterizedType generic ? generic.getRawType() : declared.getType());
    }

    private void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }
}
