package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.dossier.Retrieval;
import kz.uzdik.files.ArchiveKey;
import kz.uzdik.files.Archives;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.RetrievalStore;

/**
 * Gives those who judge a dossier one file of its archive, and keeps beforehand who takes which and when. The file comes
 * as it lies in the archive, compressed or not, in pieces that one answer can hold: read by their place, so that a large
 * film costs no more memory than a page, and no second copy of an identity card lies anywhere. The page unpacks them.
 * Never is anything shown by the browser itself: each piece is an attachment of no known type.
 */
final class Retrieving {

    /** Base64 makes of it a third more, and Lambda answers with 6 MB at most. */
    static final int PIECE = 4 * 1024 * 1024;

    private static final int MAX_BYTES = 8 * 1024;
    private static final Duration VALID = Duration.ofHours(1);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private final Desk desk;
    private final Archives archives;
    private final RetrievalStore retrievals;

    Retrieving(Desk desk, Archives archives, RetrievalStore retrievals) {
        this.desk = desk;
        this.archives = archives;
        this.retrievals = retrievals;
    }

    /**
     * The file that is wanted.
     *
     * @param version of the dossier
     * @param file name in the archive, as the list of files shows it
     */
    record Wanted(int version, String file) {}

    /**
     * What the pieces are to be put together to.
     *
     * @param packedBytes all pieces together
     * @param bytes the file, unpacked
     * @param crc CRC-32 of it
     * @param deflated whether the pieces together are to be inflated (RFC 1951)
     * @param pieceBytes size of each piece but the last
     * @param until from when no more pieces are given
     */
    record Answer(
            String id,
            String file,
            long packedBytes,
            long bytes,
            long crc,
            boolean deflated,
            int pieceBytes,
            Instant until) {}

    /** {@code PUT /v1/dossiers/{dossier}/retrievals/{retrieval}}. */
    APIGatewayV2HTTPResponse begin(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.MEMBER, Caller.CHAIR, Caller.AGENCY);
        var wanted = request.body(Wanted.class, MAX_BYTES);
        var id = request.path("retrieval");
        new FieldErrors()
                .require(
                        ID.matcher(id).matches(),
                        "/retrieval",
                        "32 он алтылық цифр керек.",
                        "Нужны 32 шестнадцатеричные цифры.")
                .refuse();
        var state = desk.open(request.path("dossier"), caller);
        var registration = version(state, wanted.version());
        var key = ArchiveKey.of(registration);
        var size = archives.size(key).orElseThrow(() -> missing(state, registration));
        var found = PackedFile.find(archives.open(key, size), wanted.file())
                .orElseThrow(() -> new ProblemException(DossierProblems.fileUnreadable()));
        var retrieval = new Retrieval(
                state.dossier(),
                id,
                wanted.version(),
                wanted.file(),
                found.from(),
                found.packedBytes(),
                caller.subject(),
                caller.name(),
                desk.clock().instant());
        var isNew = retrievals.put(retrieval);
        var kept = isNew ? retrieval : retrievals.of(state.dossier(), id).orElseThrow();
        if (!kept.isSameAs(retrieval)) {
            throw new ProblemException(DossierProblems.retrievalTaken());
        }
        return Door.json(
                isNew ? 201 : 200,
                new Answer(
                        id,
                        kept.file(),
                        found.packedBytes(),
                        found.bytes(),
                        found.crc(),
                        found.deflated(),
                        PIECE,
                        kept.at().plus(VALID)));
    }

    /** {@code GET /v1/dossiers/{dossier}/retrievals/{retrieval}/{piece}}; pieces are numbered from 1. */
    APIGatewayV2HTTPResponse piece(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.MEMBER, Caller.CHAIR, Caller.AGENCY);
        var state = desk.open(request.path("dossier"), caller);
        var retrieval = retrievals
                .of(state.dossier(), request.path("retrieval"))
                .filter(one -> one.by().equals(caller.subject()))
                .filter(one -> desk.clock().instant().isBefore(one.at().plus(VALID)))
                .orElseThrow(() -> new ProblemException(DossierProblems.retrievalOver()));
        var pieces = Math.ceilDiv(retrieval.packedBytes(), PIECE);
        var number = request.path("piece").matches("[1-9][0-9]{0,4}") ? Integer.parseInt(request.path("piece")) : 0;
        if (number < 1 || number > pieces) {
            throw new ProblemException(DossierProblems.noSuchPiece(pieces));
        }
        var offset = (number - 1L) * PIECE;
        var length = (int) Math.min(PIECE, retrieval.packedBytes() - offset);
        var registration = version(state, retrieval.version());
        return archives.read(ArchiveKey.of(registration), retrieval.from() + offset, length)
                .map(bytes -> attachment(retrieval.file(), bytes))
                .orElseThrow(() -> missing(state, registration));
    }

    /** {@code GET /v1/dossiers/{dossier}/retrievals}: who retrieved what, for those who answer for it. */
    APIGatewayV2HTTPResponse log(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.AGENCY);
        var state = desk.open(request.path("dossier"), caller);
        var lines = retrievals.of(state.dossier()).stream()
                .map(one -> new Line(one.file(), one.version(), one.by(), one.byName(), one.at()))
                .toList();
        return Door.json(200, Map.of("retrievals", lines));
    }

    /** A line of the log. */
    record Line(String file, int version, String by, String byName, Instant at) {}

    private static Registration version(DossierState state, int number) {
        return state.versions().stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(DossierProblems.dossierUnknown()));
    }

    /** An archive that was there is removed when its term is over; another one has not come. */
    private static ProblemException missing(DossierState state, Registration registration) {
        var cameOrIsOld = registration.version() < state.registration().version() || state.uploadedAt() != null;
        return new ProblemException(cameOrIsOld ? DossierProblems.archiveGone() : DossierProblems.archiveAwaited());
    }

    private static APIGatewayV2HTTPResponse attachment(String file, byte[] bytes) {
        var name = List.of(file.split("[/\\\\]")).getLast();
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of(
                        "Content-Type", "application/octet-stream",
                        "Content-Disposition", "attachment; filename*=UTF-8''" + encoded,
                        "X-Content-Type-Options", "nosniff",
                        "Content-Security-Policy", "default-src 'none'; sandbox",
                        "Cache-Control", "no-store"))
                .withBody(Base64.getEncoder().encodeToString(bytes))
                .withIsBase64Encoded(true)
                .build();
    }
}
