package kz.uzdik.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The wordings of the residents' pages in one language. */
final class PageWords {

    private static final PageWords KK = read("kk");
    private static final PageWords RU = read("ru");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final String language;
    private final Map<String, String> byKey;

    private PageWords(String language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
    }

    /** The wordings in {@code language}: Kazakh for anything that is not {@code ru}. */
    static PageWords in(String language) {
        return language.equals("ru") ? RU : KK;
    }

    String language() {
        return language;
    }

    /** The wording {@code key}, with {@code pairs} (name, value, name, value …) in the places of {@code {name}}. */
    String get(String key, Object... pairs) {
        var words = byKey.get(key);
        if (words == null) {
            throw new IllegalStateException("no words for " + key);
        }
        for (int i = 0; i < pairs.length; i += 2) {
            words = words.replace("{" + pairs[i] + "}", String.valueOf(pairs[i + 1]));
        }
        return words;
    }

    /** {@code at} as people write it, with the minute. */
    String when(LocalDateTime at) {
        return get(
                "when",
                "day",
                at.getDayOfMonth(),
                "month",
                get("months").split(" ", -1)[at.getMonthValue() - 1],
                "year",
                at.getYear(),
                "time",
                TIME.format(at));
    }

    /**
     * The wordings whose keys begin with one of {@code prefixes}, without it, as a script reads them: JSON that is safe
     * inside HTML. Of two with the same rest, that of the later prefix.
     */
    Html script(String... prefixes) {
        var chosen = new TreeMap<String, String>();
        for (var prefix : prefixes) {
            byKey.forEach((key, words) -> {
                if (key.startsWith(prefix)) {
                    chosen.put(key.substring(prefix.length()), words);
                }
            });
        }
        return Html.trusted(chosen.entrySet().stream()
                .map(word -> quoted(word.getKey()) + ":" + quoted(word.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("<", "\\u003c")
                + '"';
    }

    private static PageWords read(String language) {
        var properties = new Properties();
        var name = "pages-" + language + ".properties";
        try (var in = Objects.requireNonNull(PageWords.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var byKey = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return new PageWords(language, byKey);
    }
}
