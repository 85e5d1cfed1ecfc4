package kz.uzdik.host.secrecy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something left behind that an attacker can look at: an item, a stream's record, a line of a log or of a file.
 *
 * @param source where it was found
 * @param words all words in it, by which it is told whose it is
 * @param measures everything about it that can be put in an order, by name: place, time, size, numbers in it
 */
public record Trace(String source, Set<String> words, Map<String, Double> measures) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}@._+-]+");

    /** A trace whose words are those of {@code text}. */
    public static Trace of(String source, String text, Map<String, Double> measures) {
        return new Trace(
                source,
                Arrays.stream(BETWEEN.split(text))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                measures);
    }
}
