package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.files.Scans;
import kz.uzdik.files.UploadLink;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.JuryRecord;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/**
 * Score sheets that absent members signed on paper: the secretary enters one with its scan, and another person who may
 * see it compares and confirms, by which it becomes the member's sheet. Never for a member who has filed it.
 */
final class PaperSheetRoutes {

    private static final int MAX_BODY_BYTES = 16 * 1024;
    private static final Duration LINK_VALID = Duration.ofMinutes(15);

    private final Seats seats;
    private final JuryStore jury;
    private final Scans scans;
    private final Wiring wiring;

    PaperSheetRoutes(Seats seats, JuryStore jury, Scans scans, Wiring wiring) {
        this.seats = seats;
        this.jury = jury;
        this.scans = scans;
        this.wiring = wiring;
    }

    private record Asked(String sheet, String candidate, String member, int version) {}

    private record Entered(PaperSheet entered, UploadLink upload) {}

    private record Named(String member, String name) {}

    /** That a member has filed a sheet; {@code paper} says whether it was entered from paper. */
    private record Filed(String sheet, String candidate, String member, boolean paper) {}

    /** A member who recused or abstained. */
    private record Aside(String candidate, String member) {}

    /** One version of an entry; points and scan are there for those alone who may see them. */
    private record Shown(
            String sheet,
            String candidate,
            String member,
            int version,
            @Nullable Map<String, BigDecimal> points,
            String sha256,
            long bytes,
            String type,
            @Nullable String reason,
            String by,
            Instant at,
            boolean takenBack,
            boolean open,
            boolean mayConfirm,
            boolean scanned,
            @Nullable String scan,
            @Nullable String confirmedBy) {}

    private record Listed(
            String scope,
            boolean announced,
            List<String> sheets,
            List<Named> members,
            List<Participant> candidates,
            Set<String> opened,
            List<Filed> filed,
            List<Aside> aside,
            List<Shown> entries) {}

    /** {@code GET /v1/paper-sheets/{stage}/{scope}}: whose sheets are there, and every version of what was entered. */
    APIGatewayV2HTTPResponse list(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.MEMBER, Caller.CHAIR);
        var desk = seats.desk(request.path("stage"), request.path("scope"), caller);
        var record = jury.read(desk.stage().id(), desk.scope());
        return Door.json(
                200,
                new Listed(
                        desk.scope(),
                        record.announced(),
                        desk.sheets().stream().map(Sheet::id).toList(),
                        desk.commission().members().stream()
                                .map(member -> new Named(member.id(), member.name()))
                                .toList(),
                        desk.candidates(),
                        record.openings().keySet(),
                        FiledSheet.holding(record.sheets()).stream()
                                .map(sheet -> new Filed(
                                        sheet.sheet(), sheet.candidate(), sheet.member(), sheet.paper() != null))
                                .toList(),
                        Stream.concat(
                                        record.recusals().stream().map(one -> new Aside(one.candidate(), one.member())),
                                        record.abstentions().stream()
                                                .map(one -> new Aside(one.candidate(), one.member())))
                                .toList(),
                        record.paper().stream()
                                .map(entry -> shown(entry, record, caller))
                                .toList()));
    }

    private Shown shown(PaperSheet entry, JuryRecord record, Caller caller) {
        var confirmed = record.sheets().stream()
                .filter(sheet -> isOf(entry, sheet))
                .map(FiledSheet::paper)
                .findFirst();
        boolean open = !record.announced() && record.unconfirmed().contains(entry);
        boolean sees = sees(caller, entry, record) || record.isOpen(entry.candidate());
        boolean scanned = confirmed.isPresent() || scans.isThere(entry);
        return new Shown(
                entry.sheet(),
                entry.candidate(),
                entry.member(),
                entry.version(),
                sees ? entry.points() : null,
                entry.scan().sha256(),
                entry.scan().bytes(),
                entry.scan().type(),
                entry.reason(),
                entry.by(),
                entry.at(),
                entry.wasTakenBack(),
                open,
                open && scanned && !entry.by().equals(caller.subject()) && sees(caller, entry, record),
                scanned,
                sees && scanned ? scans.viewLink(entry, LINK_VALID) : null,
                confirmed.map(FiledSheet.Paper::confirmedBy).orElse(null));
    }

    /** Whether {@code sheet} is what {@code entry} became. */
    private static boolean isOf(PaperSheet entry, FiledSheet sheet) {
        var paper = sheet.paper();
        return paper != null
                && sheet.key().equals(entry.key())
                && paper.scanSha256().equals(entry.scan().sha256())
                && sheet.points().equals(entry.points());
    }

    /** A secretary, the absent member, and who has filed the same sheet on the candidate: nobody else sees it sealed. */
    private static boolean sees(Caller caller, PaperSheet entry, JuryRecord record) {
        return caller.is(Caller.SECRETARY)
                || entry.member().equals(caller.subject())
                || record.sheets().stream()
                        .anyMatch(sheet -> sheet.member().equals(caller.subject())
                                && sheet.candidate().equals(entry.candidate())
                                && sheet.sheet().equals(entry.sheet()));
    }

    /** {@code POST /v1/paper-sheets/{stage}/{scope}}: the secretary enters one; the answer carries the link for its scan. */
    APIGatewayV2HTTPResponse enter(Request request) {
        var caller = request.caller().having(Caller.SECRETARY);
        var desk = seats.desk(request.path("stage"), request.path("scope"), caller);
        var asked = request.body(PaperSheetRequest.class, MAX_BODY_BYTES);
        var kind = desk.sheet(asked.sheet());
        desk.requireCandidate(asked.candidate());
        if (desk.commission().member(asked.member()).isEmpty()) {
            throw Refusals.field("/member", "Комиссияда мұндай мүше жоқ.", "В комиссии нет такого члена.");
        }
        var entry = asked.entry(
                desk.stage().id(), kind, caller.subject(), wiring.clock().instant());
        var next = jury.read(desk.stage().id(), desk.scope()).paper(entry.key()).size() + 1;
        if (entry.version() > next) {
            throw PaperSheetRefusals.version(next);
        }
        return switch (jury.enter(desk.scope(), entry)) {
            case Filing.Filed(PaperSheet fact) -> entered(201, fact);
            case Filing.Same(PaperSheet first) -> entered(200, first);
            case Filing.Different<PaperSheet> different -> throw PaperSheetRefusals.version(next);
            case Filing.Opposed<PaperSheet> opposed -> throw PaperSheetRefusals.memberActed();
            case Filing.Opened<PaperSheet> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<PaperSheet> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<PaperSheet> changed -> throw Refusals.factsChanged();
        };
    }

    private APIGatewayV2HTTPResponse entered(int status, PaperSheet entry) {
        return Door.json(status, new Entered(entry, scans.uploadLink(entry, LINK_VALID)));
    }

    /** {@code POST /v1/paper-sheet-checks/{stage}/{scope}}: another person confirms the last version. */
    APIGatewayV2HTTPResponse confirm(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.MEMBER, Caller.CHAIR);
        var desk = seats.desk(request.path("stage"), request.path("scope"), caller);
        var asked = request.body(Asked.class, MAX_BODY_BYTES);
        var record = jury.read(desk.stage().id(), desk.scope());
        var versions =
                record.paper(new FiledSheet.Key(desk.stage().id(), asked.sheet(), asked.candidate(), asked.member()));
        if (asked.version() < 1 || asked.version() > versions.size()) {
            throw PaperSheetRefusals.unknown();
        }
        var entry = versions.get(asked.version() - 1);
        requireMayConfirm(caller, entry, record);
        if (asked.version() < versions.size() || entry.wasTakenBack()) {
            throw PaperSheetRefusals.version(versions.size() + 1);
        }
        if (!scans.isThere(entry)) {
            throw PaperSheetRefusals.noScan();
        }
        var sheet = entry.confirmed(caller.subject(), wiring.clock().instant());
        return switch (jury.confirm(desk.scope(), entry, sheet, wiring.newId())) {
            case Filing.Filed(FiledSheet fact) -> Door.json(201, fact);
            case Filing.Same(FiledSheet first) -> Door.json(200, first);
            case Filing.Different<FiledSheet> different -> throw PaperSheetRefusals.memberActed();
            case Filing.Opposed<FiledSheet> opposed ->
                throw record.unconfirmed().contains(entry) ? Refusals.factsChanged() : PaperSheetRefusals.memberActed();
            case Filing.Opened<FiledSheet> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<FiledSheet> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<FiledSheet> changed -> throw Refusals.factsChanged();
        };
    }

    private static void requireMayConfirm(Caller caller, PaperSheet entry, JuryRecord record) {
        if (entry.by().equals(caller.subject())) {
            throw PaperSheetRefusals.ownEntry();
        }
        if (!sees(caller, entry, record)) {
            throw PaperSheetRefusals.sealedFromYou();
        }
    }
}
