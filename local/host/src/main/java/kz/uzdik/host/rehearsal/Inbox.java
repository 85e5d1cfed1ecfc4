package kz.uzdik.host.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The mail that has arrived, read as its recipients would; each mail is fetched once. */
final class Inbox {

    private static final Pattern CODE = Pattern.compile("^\\s*([0-9A-Z]{4}-[0-9A-Z]{4})\\s*$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Doors doors;
    private final Runnable delivery;
    private final Map<String, Long> byKind = new TreeMap<>();
    private int last;

    /**
     * The inbox behind {@code doors}.
     *
     * @param delivery waits until mail that is under way has come, where one can tell
     */
    Inbox(Doors doors, Runnable delivery) {
        this.doors = doors;
        this.delivery = delivery;
    }

    /**
     * Waits for {@code count} mails with codes, all to different addresses, but not for ever; gives the codes by
     * address.
     */
    Map<String, String> codes(int count) {
        delivery.run();
        var codes = new HashMap<String, String>();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        readCodes(codes);
        while (codes.size() < count && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
            readCodes(codes);
        }
        return codes;
    }

    private void readCodes(Map<String, String> codes) {
        for (var mail : fetch()) {
            var match = CODE.matcher(mail.path("text").asText());
            if (kind(mail).equals("vote-code") && match.find()) {
                codes.put(mail.path("to").path(0).asText(), match.group(1));
            }
        }
    }

    /** How many mails of each kind have come so far. */
    Map<String, Long> countByKind() {
        fetch();
        return byKind;
    }

    private List<JsonNode> fetch() {
        var mails = new ArrayList<JsonNode>();
        doors.get("/local/inbox.json?after=" + last, null).orFail(200).body().forEach(mails::add);
        for (var mail : mails) {
            byKind.merge(kind(mail), 1L, Long::sum);
            last = Math.max(last, mail.path("number").asInt());
        }
        return mails;
    }

    private static String kind(JsonNode mail) {
        return mail.path("tags").path("kind").asText();
    }
}
