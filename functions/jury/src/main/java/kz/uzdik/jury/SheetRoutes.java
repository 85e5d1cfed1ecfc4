package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.SheetSeal;
import kz.uzdik.contest.jury.SuggestedRecusal;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.JuryRecord;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/** Members see their sheets, file them, and correct them as long as the definition lets them. */
final class SheetRoutes {

    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final Seats seats;
    private final JuryStore jury;
    private final Corrections corrections;
    private final InterestStore interests;
    private final Places places;
    private final Announcing.Members members;
    private final Wiring wiring;

    SheetRoutes(ContestDefinition definition, Seats seats, JuryStore jury, InterestStore interests, Wiring wiring) {
        this.interests = interests;
        this.places = Places.of(definition);
        this.members = definition.announcing().members();
        this.corrections = new Corrections(definition, jury);
        this.seats = seats;
        this.jury = jury;
        this.wiring = wiring;
    }

    /** Without {@code version} the first is meant. */
    private record Points(
            Map<String, BigDecimal> points,
            @Nullable Integer version,
            @Nullable String correction) {}

    private record Mine(
            String scope,
            List<String> sheets,
            List<Participant> candidates,
            List<FiledSheet> filed,
            List<Recusal> recusals,
            List<Abstention> abstentions,
            List<SuggestedRecusal> suggestions,
            List<NoConflict> noConflicts,
            List<Named> members,
            List<SheetSeal> seals,
            List<Opened> opened) {}

    private record Named(String member, String name) {}

    /** An opened sheet with what its seal is checked by. */
    private record Opened(FiledSheet sheet, String salt, String sha256) {}

    /**
     * {@code GET /v1/sheets/{stage}}: what the caller has to judge and has filed; of the others' sheets the seals alone,
     * until they are opened.
     */
    APIGatewayV2HTTPResponse mine(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        var seat = seats.own(request.path("stage"), caller);
        var record = jury.read(seat.stage().id(), seat.scope());
        return Door.json(
                200,
                new Mine(
                        seat.scope(),
                        seat.sheets().stream().map(Sheet::id).toList(),
                        seat.candidates(),
                        record.sheets().stream()
                                .filter(sheet -> sheet.member().equals(caller.subject()))
                                .toList(),
                        record.recusals().stream()
                                .filter(recusal -> recusal.member().equals(caller.subject()))
                                .toList(),
                        record.abstentions().stream()
                                .filter(abstention -> abstention.member().equals(caller.subject()))
                                .toList(),
                        interests.suggested(seat.commission(), seat.candidates(), places).stream()
                                .filter(suggestion -> suggestion.member().equals(caller.subject()))
                                .toList(),
                        record.noConflicts().stream()
                                .filter(statement -> statement.member().equals(caller.subject()))
                                .toList(),
                        seat.commission().members().stream()
                                .map(member -> new Named(member.id(), member.name()))
                                .toList(),
                        salted(record)
                                .map(opened -> SheetSeal.of(opened.sheet(), opened.salt(), members))
                                .toList(),
                        salted(record)
                                .filter(opened -> record.isOpen(opened.sheet().candidate()))
                                .toList()));
    }

    private Stream<Opened> salted(JuryRecord record) {
        var salts = record.minutes().salts().stream().collect(Collectors.toMap(SheetRoutes::key, SheetSalt::salt));
        return record.sheets().stream().map(sheet -> {
            var salt = salts.get(List.<Object>of(sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version()));
            if (salt == null) {
                throw new IllegalStateException("a sheet of " + sheet.member() + " has no salt");
            }
            return new Opened(sheet, salt, SheetSeal.of(sheet, salt, members).sha256());
        });
    }

    private static List<Object> key(SheetSalt salt) {
        return List.of(salt.sheet(), salt.candidate(), salt.member(), salt.version());
    }

    /** {@code PUT /v1/sheets/{stage}/{sheet}/{candidate}}: version 1 files, each further one corrects, with a reason. */
    APIGatewayV2HTTPResponse file(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        var candidate = request.path("candidate");
        var seat = seats.on(request.path("stage"), candidate, caller);
        var sheet = seat.sheet(request.path("sheet"));
        var asked = request.body(Points.class, MAX_BODY_BYTES);
        SheetFaults.refuse(sheet, asked.points());
        var correction = asked.correction();
        var filed = new FiledSheet(
                seat.stage().id(),
                sheet.id(),
                candidate,
                caller.subject(),
                asked.points(),
                Objects.requireNonNullElse(asked.version(), 1),
                correction == null ? null : Reasons.required(correction, "/correction"),
                null,
                wiring.clock().instant());
        if (filed.version() == 1 && correction == null) {
            return answer(jury.file(seat.scope(), filed, wiring.newId()));
        }
        return answer(corrections.correct(seat, filed, wiring.newId()));
    }

    private static APIGatewayV2HTTPResponse answer(Filing<FiledSheet> filing) {
        return switch (filing) {
            case Filing.Filed(FiledSheet fact) -> Door.json(201, fact);
            case Filing.Same(FiledSheet first) -> Door.json(200, first);
            case Filing.Different<FiledSheet> different -> throw Refusals.sheetFiled();
            case Filing.Opposed<FiledSheet> opposed -> throw Refusals.recused();
            case Filing.Opened<FiledSheet> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<FiledSheet> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<FiledSheet> changed -> throw Refusals.factsChanged();
        };
    }
}
