package kz.uzdik.ranking;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The wording of protocol and results in one language. */
final class Words {

    static final Words KK = read("kk");
    static final Words RU = read("ru");

    private final Map<String, String> byKey;

    private Words(Map<String, String> byKey) {
        this.byKey = Map.copyOf(byKey);
    }

    static Words in(String language) {
        return language.equals("ru") ? RU : KK;
    }

    /** The words under {@code key}. */
    String get(String key) {
        var words = byKey.get(key);
        if (words == null) {
            throw new IllegalStateException("no words for " + key);
        }
        return words;
    }

    /** All words by their keys, for the template. */
    Map<String, String> all() {
        return byKey;
    }

    private static Words read(String language) {
        var properties = new Properties();
        var name = "protocol-" + language + ".properties";
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var byKey = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(key -> byKey.put(key, properties.getProperty(key)));
        return new Words(byKey);
    }
}
