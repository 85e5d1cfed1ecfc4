package kz.uzdik.mail;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import kz.uzdik.contest.vote.Seal;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.OutboxStore;
import kz.uzdik.store.ReturnStore;
import kz.uzdik.store.Returned;
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

    /** Half as often as the stream delivers: some deliveries end before a try, and what is given up is to be seen by people. */
    static final int MOST_TRIES = 5;

    private final Wiring wiring;
    private final OutboxStore outbox;
    private final ReturnStore returns;
    private final Letters letters;
    private final Post post;
    private final Seal seal;

    public MailHandler() {
        this(Wiring.ofProcess());
    }

    public MailHandler(Wiring wiring) {
        this.wiring = wiring;
        this.outbox = new OutboxStore(Tables.of(wiring));
        this.returns = new ReturnStore(Tables.of(wiring));
        this.letters = new Letters(ContestTitle.read(wiring), wiring.required("PUBLIC_URL"));
        this.post = new Post(wiring);
        this.seal = Outbox.seal(ContestKey.read(wiring), wiring.random());
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
            return OutboxRecord.of(change, seal).map(this::send).orElse(true);
        } catch (RuntimeException e) {
            LOG.error("record {} of the outbox failed", change.getDynamodb().getSequenceNumber(), e);
            return false;
        }
    }

    private boolean send(OutboxRecord entry) {
        var mail = entry.mail();
        var letter = letters.letter(mail);
        return switch (outbox.claim(mail.id(), wiring.newId(), wiring.clock().instant())) {
            case OutboxStore.Claim.Mine claim -> send(entry, letter, claim);
            case OutboxStore.Claim.Over _ -> true;
            case OutboxStore.Claim.Busy _ -> false;
            case OutboxStore.Claim.Unknown _ -> {
                LOG.error("mail {} is not in the outbox", mail.id());
                yield false;
            }
        };
    }

    private boolean send(OutboxRecord entry, Letter letter, OutboxStore.Claim.Mine claim) {
        var mail = entry.mail();
        if (!entry.isSecret() && returns.isClosed(mail.to())) {
            var now = wiring.clock().instant().truncatedTo(ChronoUnit.MILLIS);
            LOG.warn("mail {} is not sent: one to its address came back", mail.id());
            returns.record(mail.id(), mail.to(), Returned.What.NOT_SENT, "", now);
            outbox.failed(mail, claim, "AddressClosed", "a mail to this address came back or was complained of", now);
            return true;
        }
        return switch (post.send(mail, letter, !entry.isSecret())) {
            case Post.Answer.Accepted(var messageId) -> {
                if (entry.isSecret()) {
                    outbox.forget(mail.id(), claim);
                } else {
                    outbox.sent(mail.id(), claim, messageId, wiring.clock().instant());
                }
                yield true;
            }
            case Post.Answer.Refused(var code, var message) -> {
                LOG.warn("mail {} was refused for good: {}", mail.id(), code);
                if (entry.isSecret()) {
                    outbox.forget(mail.id(), claim);
                } else {
                    outbox.failed(
                            mail, claim, code, message, wiring.clock().instant().truncatedTo(ChronoUnit.MILLIS));
                }
                yield true;
            }
            case Post.Answer.Later(var why) -> {
                LOG.warn(
                        "mail {} was not taken now: {}",
                        mail.id(),
                        why.getClass().getSimpleName());
                if (!entry.isSecret() && claim.attempts() >= MOST_TRIES) {
                    var now = wiring.clock().instant().truncatedTo(ChronoUnit.MILLIS);
                    outbox.failed(mail, claim, why.getClass().getSimpleName(), "tried too often", now);
                    yield true;
                }
                outbox.release(mail.id(), claim);
                yield false;
            }
        };
    }
}
