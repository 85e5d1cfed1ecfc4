package kz.uzdik.json.pack;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of an answers file: what one ballot said, and nothing else of it.
 *
 * @param answers question → answer on the survey's scale
 */
public record AnswerLine(String candidate, Map<String, Integer> answers) {
    public AnswerLine {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }
}
