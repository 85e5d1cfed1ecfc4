package kz.uzdik.engines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the template that knows where it stands, so that what is wrong with it can be named.
 *
 * @param where path from the top, for example {@code Resources.Api.Properties}
 * @param value as resolved: maps, lists, strings, numbers, booleans; null where it is absent
 */
record Part(String where, @Nullable Object value) {

    Part at(String key) {
        return new Part(where + "." + key, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    boolean isAbsent() {
        return value == null;
    }

    Map<String, Part> entries() {
        var entries = new LinkedHashMap<String, Part>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, v) -> entries.put(String.valueOf(key), new Part(where + "." + key, v)));
        } else if (value != null) {
            throw new TemplateException(where, "names with values are expected");
        }
        return entries;
    }

    List<Part> items() {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new TemplateException(where, "a list is expected");
        }
        var items = new ArrayList<Part>();
        for (var i = 0; i < list.size(); i++) {
            items.add(new Part(where + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(Part::text).toList();
    }

    String text() {
        if (value == null || value instanceof Map || value instanceof List) {
            throw new TemplateException(where, "a word is expected");
        }
        return String.valueOf(value);
    }

    @Nullable
    String textIfAny() {
        return value == null ? null : text();
    }

    String textOr(String otherwise) {
        return value == null ? otherwise : text();
    }

    int number(int otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw new TemplateException(where, "a whole number is expected, found " + text());
        }
    }

    double decimal(double otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text());
        } catch (NumberFormatException e) {
            throw new TemplateException(where, "a number is expected, found " + text());
        }
    }

    boolean flag() {
        return value != null && Boolean.parseBoolean(text());
    }

    /** This, if it has no other keys than {@code known}; others would be ignored, and so the start is refused. */
    Part only(String... known) {
        var set = Set.copyOf(Arrays.asList(known));
        entries().forEach((key, part) -> {
            if (!set.contains(key)) {
                throw new TemplateException(part.where, "the local host cannot play this");
            }
        });
        return this;
    }
}
