package kz.uzdik.json.pack;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of an answers file: what one ballot said, and nothing else of it.
 *
 * @param answers question → answer on the survey's scale
 * @param annulled number of the annulment that took the ballot; null for one that counts
 */
public record AnswerLine(
        String candidate,
        Map<String, Integer> answers,
        @Nullable Integer annulled) {
    public AnswerLine {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }
}
