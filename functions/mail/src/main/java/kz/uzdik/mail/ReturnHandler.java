package kz.uzdik.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.store.GivenUp;
import kz.uzdik.store.GivenUpStore;
import kz.uzdik.store.ReturnStore;
import kz.uzdik.store.Returned.What;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what SES tells of mails that bounced or were complained of, as EventBridge brings it, whose form the library has
 * under the name {@link ScheduledEvent}. Only mails that bear their id are told of: those with codes do not.
 */
public final class ReturnHandler implements RequestHandler<ScheduledEvent, String> {

    private static final Logger LOG = LoggerFactory.getLogger(ReturnHandler.class);

    private final ReturnStore returns;
    private final GivenUpStore givenUp;
    private final Wiring wiring;

    /** Serves Lambda. */
    public ReturnHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public ReturnHandler(Wiring wiring) {
        this.wiring = wiring;
        var tables = Tables.of(wiring);
        this.returns = new ReturnStore(tables);
        this.givenUp = new GivenUpStore(tables);
    }

    /** Answers what became of it, for the log alone. */
    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        var detail = event.getDetail() == null ? Map.<String, Object>of() : event.getDetail();
        var mail = MailTag.id(strings(within(within(detail, "mail"), "tags").get(MailTag.NAME)));
        var told = told(detail);
        if (mail.isEmpty() || told.isEmpty()) {
            LOG.info("event {} is passed over", event.getId());
            return "PASSED_OVER";
        }
        var at = wiring.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        for (var address : told.get().addresses()) {
            returns.record(mail.get(), address, told.get().what(), told.get().reason(), at);
        }
        if (told.get().what() != What.COMPLAINT) {
            var round = within(detail, "mail").get("messageId") instanceof String id ? id : "";
            var kind = mail.get().substring(0, mail.get().indexOf('/'));
            givenUp.putNew(new GivenUp(mail.get(), round, kind, told.get().reason(), 1, at));
        }
        LOG.info("event {}: {}", event.getId(), told.get().what());
        return told.get().what().name();
    }

    private record Told(What what, String reason, List<String> addresses) {}

    private static Optional<Told> told(Map<?, ?> detail) {
        return switch (String.valueOf(detail.get("eventType"))) {
            case "Bounce" -> {
                var bounce = within(detail, "bounce");
                var what = "Permanent".equals(bounce.get("bounceType")) ? What.BOUNCED : What.NOT_NOW;
                var reason = bounce.get("bounceSubType") instanceof String word ? word : "";
                yield Optional.of(new Told(what, reason, addresses(bounce.get("bouncedRecipients"))));
            }
            case "Complaint" -> {
                var complaint = within(detail, "complaint");
                var reason = complaint.get("complaintFeedbackType") instanceof String word ? word : "";
                yield Optional.of(new Told(What.COMPLAINT, reason, addresses(complaint.get("complainedRecipients"))));
            }
            default -> Optional.empty();
        };
    }

    private static List<String> addresses(@Nullable Object recipients) {
        return recipients instanceof List<?> all
                ? all.stream()
                        .flatMap(one ->
                                one instanceof Map<?, ?> map && map.get("emailAddress") instanceof String address
                                        ? Optional.of(address).stream()
                                        : Optional.<String>empty().stream())
                        .toList()
                : List.of();
    }

    private static List<String> strings(@Nullable Object values) {
        return values instanceof List<?> all
                ? all.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Map<?, ?> within(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }
}
