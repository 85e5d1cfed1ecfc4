package kz.uzdik.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.ArrayList;
import kz.uzdik.store.OutboxStore;
import kz.uzdik.store.OutgoingMail;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each mail that the stream of {@code Contest} shows newly put into the outbox. A record that cannot be sent now
 * is reported alone; the rest of its batch goes out, and is not sent again when the stream delivers it again.
 */
public final class MailHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

    private static final Logger LOG = LoggerFactory.getLogger(MailHandler.class);

    private final Wiring wiring;
    private final OutboxStore outbox;
    private final Letters letters;
    private final Post post;

    public MailHandler() {
        this(Wiring.ofProcess());
    }

    public MailHandler(Wiring wiring) {
        this.wiring = wiring;
        this.outbox = new OutboxStore(Tables.of(wiring));
        this.letters = new Letters(ContestTitle.read(wiring), wiring.required("PUBLIC_URL"));
        this.post = new Post(wiring);
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failures = new ArrayList<StreamsEventResponse.BatchItemFailure>();
        for (var change : event.getRecords()) {
            if (!done(change)) {
                failures.add(new StreamsEventResponse.BatchItemFailure(
                        change.getDynamodb().getSequenceNumber()));
            }
        }
        return new StreamsEventResponse(failures);
    }

    /** Whether nothing is left to do for {@code change}. Any fault is this record's alone, so that the others go out. */
    private boolean done(DynamodbEvent.DynamodbStreamRecord change) {
        try {
            return OutboxRecord.mail(change).map(this::send).orElse(true);
        } catch (RuntimeException e) {
            LOG.error("record {} of the outbox failed", change.getDynamodb().getSequenceNumber(), e);
            return false;
        }
    }

    private boolean send(OutgoingMail mail) {
        var letter = letters.letter(mail);
        return switch (outbox.claim(mail.id(), wiring.newId(), wiring.clock().instant())) {
            case OutboxStore.Claim.Mine claim -> send(mail, letter, claim);
            case OutboxStore.Claim.Over _ -> true;
            case OutboxStore.Claim.Busy _ -> false;
            case OutboxStore.Claim.Unknown _ -> {
                LOG.error("mail {} is not in the outbox", mail.id());
                yield false;
            }
        };
    }

    private boolean send(OutgoingMail mail, Letter letter, OutboxStore.Claim.Mine claim) {
        return switch (post.send(mail, letter)) {
            case Post.Answer.Accepted(var messageId) -> {
                outbox.sent(mail.id(), claim, messageId, wiring.clock().instant(), isSecret(mail));
                yield true;
            }
            case Post.Answer.Refused(var reason) -> {
                LOG.warn("mail {} was refused for good: {}", mail.id(), reason);
                outbox.failed(mail.id(), claim, reason, wiring.clock().instant());
                yield true;
            }
            case Post.Answer.Later(var why) -> {
                LOG.warn(
                        "mail {} was not taken now: {}",
                        mail.id(),
                        why.getClass().getSimpleName());
                outbox.release(mail.id(), claim);
                yield false;
            }
        };
    }

    /** A code and the address it went to are nobody's business once sent: they would tell who took part in the vote. */
    private static boolean isSecret(OutgoingMail mail) {
        return mail.kind().equals("vote-code");
    }
}
