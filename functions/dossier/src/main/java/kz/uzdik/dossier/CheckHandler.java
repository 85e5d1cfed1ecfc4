package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks an archive once S3 has it: takes EventBridge's «Object Created», whose form the library has under the name
 * {@link ScheduledEvent}. What cannot be done now escapes, and is tried again; what is wrong with the archive is found.
 */
public final class CheckHandler implements RequestHandler<ScheduledEvent, String> {

    private static final Logger LOG = LoggerFactory.getLogger(CheckHandler.class);

    private final Checking checking;
    private final String bucket;

    /** Serves Lambda. */
    public CheckHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public CheckHandler(Wiring wiring) {
        var desk = Desk.of(wiring, new DossierStore(Tables.of(wiring)));
        var archives = Archives.of(wiring);
        var check = new ArchiveCheck(desk.definition(), archives, ContestKey.read(wiring));
        checking = new Checking(desk, archives, check);
        bucket = archives.bucket();
    }

    /** Answers what became of it, for the log alone: {@code CHECKED}, {@code KNOWN} or why it was passed over. */
    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        var outcome = key(event).map(checking::check).orElse(Checking.Outcome.NO_ARCHIVE);
        LOG.info("event {}: {}", event.getId(), outcome);
        return outcome.name();
    }

    private Optional<ArchiveKey> key(ScheduledEvent event) {
        var detail = event.getDetail() == null ? Map.<String, Object>of() : event.getDetail();
        return text(detail.get("bucket"), "name").filter(bucket::equals).isEmpty()
                ? Optional.empty()
                : text(detail.get("object"), "key").flatMap(ArchiveKey::parse);
    }

    private static Optional<String> text(@Nullable Object object, String field) {
        return object instanceof Map<?, ?> fields && fields.get(field) instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }
}
