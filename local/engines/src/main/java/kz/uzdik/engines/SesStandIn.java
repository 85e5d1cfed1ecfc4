package kz.uzdik.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * SES v2 as far as functions use it: {@code SendEmail} with simple content, from verified senders only. As with SES's
 * mailbox simulator the recipient's address decides what becomes of a mail: {@code bounce@}, {@code complaint@} and
 * {@code suppressed@} are taken and marked, {@code reject@} is refused, {@code throttle@} is refused once with 429.
 */
public final class SesStandIn implements AutoCloseable {

    private static final String SEND = "/v2/email/outbound-emails";

    private final LocalHttp http;
    private final MailBox box;
    private final Set<String> senders;
    private final Set<String> throttled = ConcurrentHashMap.newKeySet();
    private volatile Consumer<Mail> returned = mail -> {};

    private SesStandIn(@Nullable Path folder, Set<String> senders) {
        this.box = new MailBox(folder);
        this.senders = Set.copyOf(senders);
        this.http = LocalHttp.start(this::answer);
    }

    /**
     * Starts it on a free port.
     *
     * @param folder where mails are kept as {@code .eml}; null to keep them in memory
     * @param senders verified addresses; mail from others is refused
     */
    public static SesStandIn start(@Nullable Path folder, Set<String> senders) {
        return new SesStandIn(folder, senders);
    }

    /** Tells {@code listener} of each mail that does not stay with whom it was for, as an event destination would. */
    public void onReturned(Consumer<Mail> listener) {
        returned = listener;
    }

    /** Where it answers. */
    public URI endpoint() {
        return http.endpoint();
    }

    /** All mails taken, the first one first. */
    public List<Mail> mails() {
        return box.all();
    }

    /** Mails to {@code address}, the first one first. */
    public List<Mail> mailsTo(String address) {
        return mails().stream().filter(m -> m.to().contains(address)).toList();
    }

    /** Waits until there are {@code count} mails in all, at most {@code patience}; gives what there is then. */
    public List<Mail> await(int count, Duration patience) throws InterruptedException {
        return box.await(count, patience.toMillis());
    }

    /** The mails after the one numbered {@code number} as JSON; 0 for all. */
    public byte[] jsonAfter(int number) throws IOException {
        return LocalHttp.JSON.writeValueAsBytes(
                mails().stream().skip(number).map(MailBox::node).toList());
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().getPath().equals(SEND)) {
            LocalHttp.refuse(exchange, 404, "NotFoundException", "only POST " + SEND + " is played here");
            return;
        }
        var request = LocalHttp.JSON.readTree(exchange.getRequestBody());
        var from = request.path("FromEmailAddress").asText();
        var to = recipients(request);
        if (to.isEmpty()) {
            LocalHttp.refuse(exchange, 400, "BadRequestException", "no recipient");
        } else if (!senders.contains(address(from))) {
            LocalHttp.refuse(exchange, 400, "MessageRejected", "Email address is not verified: " + from);
        } else if (begins(to, "reject")) {
            LocalHttp.refuse(exchange, 400, "MessageRejected", "Address blacklisted");
        } else if (begins(to, "throttle") && throttled.add(to.getFirst())) {
            LocalHttp.refuse(exchange, 429, "TooManyRequestsException", "Maximum sending rate exceeded.");
        } else {
            LocalHttp.answer(exchange, 200, Map.of(), Map.of("MessageId", take(request, from, to)));
        }
    }

    private String take(JsonNode request, String from, List<String> to) {
        var simple = request.path("Content").path("Simple");
        var tags = new HashMap<String, String>();
        request.path("EmailTags")
                .forEach(tag ->
                        tags.put(tag.path("Name").asText(), tag.path("Value").asText()));
        if (request.hasNonNull("ConfigurationSetName")) {
            tags.put(
                    "ses:configuration-set", request.get("ConfigurationSetName").asText());
        }
        var id = UUID.randomUUID().toString();
        Mail mail;
        synchronized (box) {
            mail = new Mail(
                    box.nextNumber(),
                    id,
                    Instant.now(),
                    from,
                    to,
                    simple.path("Subject").path("Data").asText(),
                    simple.path("Body").path("Text").path("Data").asText(),
                    simple.path("Body").path("Html").path("Data").asText(),
                    tags,
                    fate(to));
            box.add(mail);
        }
        if (!mail.fate().equals("DELIVERED")) {
            returned.accept(mail);
        }
        return id;
    }

    private static String fate(List<String> to) {
        if (begins(to, "bounce")) {
            return "BOUNCED";
        }
        if (begins(to, "complaint")) {
            return "COMPLAINT";
        }
        return begins(to, "suppressed") ? "SUPPRESSED" : "DELIVERED";
    }

    private static boolean begins(List<String> to, String word) {
        return to.stream().anyMatch(t -> t.startsWith(word + "@") || t.startsWith(word + "+"));
    }

    private static List<String> recipients(JsonNode request) {
        var to = new ArrayList<String>();
        for (var kind : List.of("ToAddresses", "CcAddresses", "BccAddresses")) {
            request.path("Destination").path(kind).forEach(a -> to.add(address(a.asText())));
        }
        return to;
    }

    /** {@code a@b} out of {@code Name <a@b>}. */
    private static String address(String written) {
        var open = written.lastIndexOf('<');
        return open < 0 ? written.strip() : written.substring(open + 1, written.indexOf('>', open));
    }

    @Override
    public void close() {
        http.close();
    }
}
