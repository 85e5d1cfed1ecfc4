package kz.uzdik.contest.definition;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Collects faults, with the checks that every part of a definition needs. */
final class Faults {

    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> list() {
        return List.copyOf(faults);
    }

    void add(String field, String message) {
        faults.add(new Fault(field, message));
    }

    void unless(boolean sound, String field, String message) {
        if (!sound) {
            add(field, message);
        }
    }

    void atLeast(long least, long value, String field) {
        unless(value >= least, field, "is " + value + ", must be at least " + least);
    }

    void notEmpty(List<?> list, String field) {
        unless(!list.isEmpty(), field, "must not be empty");
    }

    void filled(String value, String field) {
        unless(!value.isBlank(), field, "must not be blank");
    }

    void notBefore(LocalDateTime earlier, LocalDateTime later, String field, String earlierField) {
        unless(!later.isBefore(earlier), field, "is " + later + ", before " + earlierField + " " + earlier);
    }

    void window(Window window, String field) {
        unless(
                window.opens().isBefore(window.closes()),
                field + "/closes",
                "is " + window.closes() + ", must be after opens " + window.opens());
    }

    void text(Text text, String field) {
        wording(text.kk(), field + "/kk");
        wording(text.ru(), field + "/ru");
    }

    /** Latin letters pass for Cyrillic ones on paper, but neither search nor comparison takes them so. */
    void wording(String wording, String field) {
        filled(wording, field);
        WORD.matcher(wording)
                .results()
                .map(word -> word.group())
                .filter(word ->
                        LATIN.matcher(word).find() && CYRILLIC.matcher(word).find())
                .forEach(word -> add(field, "mixes Latin letters into the Cyrillic word \"" + word + "\""));
    }

    /** Checks the ids of {@code list}: well formed, and each only once. */
    <T> void ids(List<T> list, String field, Function<T, String> id) {
        for (int i = 0; i < list.size(); i++) {
            var value = id.apply(list.get(i));
            unless(
                    ID.matcher(value).matches(),
                    field + "/" + i + "/id",
                    "\"" + value + "\" must be a lower-case letter, then letters, digits and hyphens, at most 40");
        }
        unique(list, field, "/id", id);
    }

    /** Checks that no two of {@code list} have the same key. */
    <T> void unique(List<T> list, String field, String member, Function<T, String> key) {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < list.size(); i++) {
            var before = first.putIfAbsent(key.apply(list.get(i)), i);
            if (before != null) {
                add(field + "/" + i + member, "is the same as that of " + field + "/" + before);
            }
        }
    }
}
