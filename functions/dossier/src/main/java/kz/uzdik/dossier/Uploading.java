package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import kz.uzdik.contest.dossier.ArchiveParts;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.files.PartedUpload;
import kz.uzdik.files.UploadLink;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;

/**
 * Takes the registered bytes in, part by part. Every call says what is safe and gives links for some of what is not; the
 * one that finds all parts there puts the archive together. Nothing is kept but in S3, so that a call may be repeated,
 * from another machine and on another day.
 */
final class Uploading {

    private static final Duration LINK = Duration.ofHours(1);
    private static final int LINKS_AT_ONCE = 16;
    private static final int TRIES = 4;

    /** Before looking again at an upload that another request may be putting together; doubles each time. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Desk desk;
    private final Archives archives;

    Uploading(Desk desk, Archives archives) {
        this.desk = desk;
        this.archives = archives;
    }

    /**
     * The archive that is to be sent.
     *
     * @param parts SHA-256 of each of its parts, in their order
     */
    record Wanted(List<String> parts) {

        /** For an archive of 5 GB. */
        static final int MAX_BYTES = 72 * 1024;

        Wanted {
            parts = List.copyOf(parts);
        }
    }

    /**
     * How far the upload is.
     *
     * @param complete whether the archive is whole; it is being checked then
     * @param received numbers of the parts that are safe, from 1
     * @param links for the next parts, at most 16
     */
    record Answer(
            String dossier,
            int version,
            long bytes,
            int partBytes,
            boolean complete,
            Set<Integer> received,
            List<UploadLink> links) {}

    /** {@code POST /v1/dossiers/{dossier}/upload}. */
    APIGatewayV2HTTPResponse goOn(Request request) {
        var caller = request.caller().having(Caller.SECRETARY);
        var wanted = request.body(Wanted.class, Wanted.MAX_BYTES);
        var registration = desk.open(request.path("dossier"), caller).registration();
        var parts = new ArchiveParts(wanted.parts());
        if (!parts.isWellFormed() || !parts.sha256().equals(registration.sha256())) {
            throw new ProblemException(DossierProblems.otherArchive());
        }
        return Door.json(200, goOn(registration, parts));
    }

    private Answer goOn(Registration registration, ArchiveParts parts) {
        var key = ArchiveKey.of(registration);
        var all = IntStream.rangeClosed(1, parts.hashes().size()).boxed().toList();
        RuntimeException refusal = null;
        for (var attempt = 0; attempt < TRIES; attempt++) {
            if (refusal != null) {
                LockSupport.parkNanos(PAUSE.toNanos() << attempt);
            }
            if (archives.size(key).isPresent()) {
                return answer(registration, true, Set.copyOf(all), List.of());
            }
            var upload = archives.begun(key).orElseGet(() -> begin(key));
            var received = upload.received(registration.bytes());
            if (received.isPresent() && !received.get().keySet().containsAll(all)) {
                var links = links(upload, registration, parts, received.get().keySet());
                return answer(registration, false, received.get().keySet(), links);
            }
            if (received.isPresent()) {
                refusal = upload.complete(parts, received.get()).orElse(null);
                if (refusal == null) {
                    return answer(registration, true, Set.copyOf(all), List.of());
                }
            }
        }
        throw new IllegalStateException(
                "upload to " + key.path() + " was over, or not put together, " + TRIES + " times", refusal);
    }

    private PartedUpload begin(ArchiveKey key) {
        validFor();
        return archives.begin(key);
    }

    private static Answer answer(
            Registration registration, boolean complete, Set<Integer> received, List<UploadLink> links) {
        return new Answer(
                registration.dossier(),
                registration.version(),
                registration.bytes(),
                ArchiveParts.BYTES,
                complete,
                new TreeSet<>(received),
                links);
    }

    private List<UploadLink> links(
            PartedUpload upload, Registration registration, ArchiveParts parts, Set<Integer> received) {
        var validFor = validFor();
        return IntStream.rangeClosed(1, parts.hashes().size())
                .filter(number -> !received.contains(number))
                .limit(LINKS_AT_ONCE)
                .mapToObj(number -> upload.link(
                        number, ArchiveParts.size(registration.bytes(), number), parts.hash(number), validFor))
                .toList();
    }

    /** An hour, or what is left of the grace; refused when it is over. */
    private Duration validFor() {
        var calendar = desk.definition().calendar();
        var left = Duration.between(desk.clock().instant(), desk.moment(calendar.uploadUntil()));
        if (!left.isPositive()) {
            throw new ProblemException(DossierProblems.windowClosed(
                    calendar.intake().opens(),
                    calendar.uploadUntil(),
                    desk.definition().zone()));
        }
        return left.compareTo(LINK) < 0 ? left.plusSeconds(1) : LINK;
    }
}
