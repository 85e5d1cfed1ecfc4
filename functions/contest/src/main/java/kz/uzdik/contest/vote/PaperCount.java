package kz.uzdik.contest.vote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/**
 * The paper ballots on one candidate as somebody counted them: a fact that is never changed. What was counted wrongly is
 * entered again, as the next version.
 *
 * @param version 1 for the first count of the candidate, growing without gaps
 * @param count the ballots and, question by question, the answers on them; a question may be left blank
 * @param reason why it is entered again, public, in both languages; null for the first version
 * @param by subject of the token of who entered it
 */
public record PaperCount(
        String survey,
        String candidate,
        int version,
        AnswerCounts count,
        Scan scan,
        @Nullable Text reason,
        String by,
        Instant at) {

    /**
     * What was signed on paper, as a picture or PDF.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param bytes its size, at least 1
     * @param type its media type
     */
    public record Scan(String sha256, long bytes, String type) {

        /** The largest that is taken, in bytes. */
        public static final long MOST_BYTES = 20_000_000;

        private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        /**
         * What keeps a scan from being taken.
         *
         * @param field the scan's field at fault
         */
        public record Fault(String field, Text message) {}

        /** What is wrong with it; empty if nothing. */
        public List<Fault> faults() {
            var faults = new ArrayList<Fault>();
            if (!SHA256.matcher(sha256).matches()) {
                faults.add(new Fault(
                        "sha256", new Text("SHA-256 – 64 он алтылық цифр.", "SHA-256 – 64 шестнадцатеричные цифры.")));
            }
            if (bytes < 1 || bytes > MOST_BYTES) {
                faults.add(new Fault(
                        "bytes", new Text("Скан бос емес және 20 МБ-тан аспайды.", "Скан не пуст и не больше 20 МБ.")));
            }
            if (!TYPES.contains(type)) {
                faults.add(new Fault("type", new Text("Скан – PDF, JPEG немесе PNG.", "Скан – PDF, JPEG или PNG.")));
            }
            return faults;
        }
    }
}
