package kz.uzdik.contest.vote;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was said, by nobody in particular: holds no person and no exact time.
 *
 * @param id 32 lower-case hexadecimal digits, made by the client
 * @param candidate id of the dossier
 * @param answers question → answer on the survey's scale
 * @param hour local date and hour, for example {@code 2027-03-02T14}
 * @param channel for example {@code web}
 * @param network keyed hash of the network's prefix, 8 hexadecimal digits
 */
public record Ballot(
        String id,
        String survey,
        String candidate,
        Map<String, Integer> answers,
        String hour,
        String channel,
        String network) {
    public Ballot {
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }
}
