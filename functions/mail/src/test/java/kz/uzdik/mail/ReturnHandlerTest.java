package kz.uzdik.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import kz.uzdik.store.ReturnStore;
import kz.uzdik.store.Returned;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SES tells of mails that came back is kept by dossier, once, and closes the address where it must. */
class ReturnHandlerTest {

    private static final Instant NOW = Instant.parse("2027-04-21T04:00:06.125Z");

    private final Wiring wiring = new Wiring(Engines.shared().environment(), () -> NOW, new SecureRandom());
    private final ReturnStore returns = new ReturnStore(Tables.of(wiring));
    private final ReturnHandler handler = new ReturnHandler(wiring);
    private final String unique = UUID.randomUUID().toString();
    private final String address = "Back+" + unique + "@uzdik.example";

    @ParameterizedTest
    @CsvSource({
        "Bounce, Permanent, NoEmail, BOUNCED, true",
        "Bounce, Transient, MailboxFull, NOT_NOW, false",
        "Bounce, Undetermined, Undetermined, NOT_NOW, false",
        "Complaint, '', abuse, COMPLAINT, true"
    })
    void itIsKeptOnceByDossier(String type, String bounce, String reason, Returned.What what, boolean closes) {
        var mail = "dossier-decided/d-994031000-1/" + unique;
        var event = event(type, bounce, reason, MailTag.value(mail).orElseThrow());
        assertThat(handler.handleRequest(event, null)).isEqualTo(what.name());
        assertThat(handler.handleRequest(event, null)).isEqualTo(what.name());
        assertThat(returns.of("d-994031000"))
                .filteredOn(one -> one.mail().equals(mail))
                .containsExactly(new Returned("d-994031000", mail, unique, "dossier-decided", what, reason, NOW));
        assertThat(returns.ofOblast("990000000")).anyMatch(one -> one.mail().equals(mail));
        assertThat(returns.isClosed(address.toLowerCase())).isEqualTo(closes);
    }

    @ParameterizedTest
    @CsvSource({
        "dossier-decided/d-994051000-1/nominator, nominator",
        "dossier-joined/d-994051000-1/nominator-2, nominator-2",
        "stage-result/selection-2/d-994051000/candidate, candidate",
        "dossier-reminder/d-994051000-1/intake, secretary",
        "handover-reminder/regional/d-994051000, secretary"
    })
    void itSaysWhomTheMailWasFor(String mail, String recipient) {
        var tag = MailTag.value(mail).orElseThrow();
        handler.handleRequest(event("Bounce", "Permanent", "General", tag), null);
        assertThat(returns.of("d-994051000"))
                .filteredOn(one -> one.mail().equals(mail))
                .extracting(Returned::recipient, Returned::kind)
                .containsExactly(tuple(recipient, mail.substring(0, mail.indexOf('/'))));
    }

    @Test
    void ofAMailAboutNoDossierTheAddressAloneIsKept() {
        var tag = MailTag.value("announcement/regional/" + unique).orElseThrow();
        assertThat(handler.handleRequest(event("Bounce", "Permanent", "General", tag), null))
                .isEqualTo("BOUNCED");
        assertThat(returns.isClosed(address)).isTrue();
    }

    @Test
    void whatIsNoMailOfOursIsPassedOver() {
        assertThat(handler.handleRequest(event("Bounce", "Permanent", "General", "%%%"), null))
                .isEqualTo("PASSED_OVER");
        assertThat(handler.handleRequest(event("Delivery", "", "", "YS9i"), null))
                .isEqualTo("PASSED_OVER");
        assertThat(handler.handleRequest(new ScheduledEvent(), null)).isEqualTo("PASSED_OVER");
        assertThat(returns.isClosed(address)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"bounce, BOUNCED", "complaint, COMPLAINT", "code, PASSED_OVER"})
    void theEventAsAwsSendsIt(String name, String answer) throws Exception {
        var file = Path.of("events/mail-returned-" + name + ".json");
        var tree = Json.tree(Files.readString(ProjectFolder.root().resolve(file)));
        var event = new ScheduledEvent();
        event.setDetail(Json.MAPPER.convertValue(tree.get("detail"), Map.class));
        assertThat(handler.handleRequest(event, null)).isEqualTo(answer);
    }

    @Test
    void aTagTooLongForSesIsLeftOut() {
        assertThat(MailTag.value("announcement/regional/" + "x".repeat(200))).isEmpty();
    }

    private ScheduledEvent event(String type, String bounce, String reason, String tag) {
        var recipients = List.of(Map.of("emailAddress", address));
        var event = new ScheduledEvent();
        event.setDetail(Map.of(
                "eventType", type,
                "bounce", Map.of("bounceType", bounce, "bounceSubType", reason, "bouncedRecipients", recipients),
                "complaint", Map.of("complaintFeedbackType", reason, "complainedRecipients", recipients),
                "mail", Map.of("tags", Map.of("mail", List.of(tag)))));
        return event;
    }
}
