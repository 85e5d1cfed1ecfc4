package kz.uzdik.host.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The mail that has arrived, read as its recipients would; each mail is fetched once. */
final class Inbox {

    private static final Pattern CODE = Pattern.compile("^\\s*([0-9A-Z]{4}-[0-9A-Z]{4})\\s*$", Pattern.MULTILINE);

    private final Doors doors;
    private final Map<String, Long> byKind = new TreeMap<>();
    private int last;

    Inbox(Doors doors) {
        this.doors = doors;
    }

    /** Codes in the mails that came since the last look, by address, in the order of their arrival. */
    Map<String, List<String>> newCodes() {
        var codes = new HashMap<String, List<String>>();
        for (var mail : fetch()) {
            var match = CODE.matcher(mail.path("text").asText());
            if (kind(mail).equals("vote-code") && match.find()) {
                codes.computeIfAbsent(mail.path("to").path(0).asText(), to -> new ArrayList<>())
                        .add(match.group(1));
            }
        }
        return codes;
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
