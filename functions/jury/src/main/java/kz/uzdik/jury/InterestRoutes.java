package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.jury.Interests;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.SuggestedRecusal;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;
import org.jspecify.annotations.Nullable;

/**
 * A member declares what may tie them to candidates, reads it again, and states that a suggested conflict is none. Nobody
 * else reads what was declared.
 */
final class InterestRoutes {

    private static final int MAX_BODY_BYTES = 32 * 1024;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMPLOYER = 300;
    private static final int MOST_OKRUGS = 10;
    private static final int MOST_RELATIVES = 40;
    private static final int DAYS_AFTER_THE_CONTEST = 30;

    private final ContestDefinition definition;
    private final Places places;
    private final Seats seats;
    private final CommissionStore commissions;
    private final InterestStore interests;
    private final JuryStore jury;
    private final InstantSource clock;

    InterestRoutes(
            ContestDefinition definition,
            Seats seats,
            CommissionStore commissions,
            InterestStore interests,
            JuryStore jury,
            InstantSource clock) {
        this.definition = definition;
        this.places = Places.of(definition);
        this.seats = seats;
        this.commissions = commissions;
        this.interests = interests;
        this.jury = jury;
        this.clock = clock;
    }

    private record Declared(@Nullable String employer, List<String> okrugs, List<String> relatives) {}

    /** {@code declaredAt} is null before the first declaration. */
    private record Own(
            @Nullable Instant declaredAt, @Nullable String employer, List<String> okrugs, List<String> relatives) {}

    private record Statement(SuggestedRecusal.Ground ground, String reason) {}

    /** {@code GET /v1/interests}. */
    APIGatewayV2HTTPResponse show(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        return Door.json(
                200,
                interests
                        .of(scope(caller), caller.subject())
                        .map(InterestRoutes::own)
                        .orElse(new Own(null, null, List.of(), List.of())));
    }

    /** {@code PUT /v1/interests}: takes the place of what was declared before; answers with what holds. */
    APIGatewayV2HTTPResponse declare(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        var scope = scope(caller);
        var asked = request.body(Declared.class, MAX_BODY_BYTES);
        var declared = new Interests(
                scope,
                caller.subject(),
                employer(asked.employer()),
                okrugs(asked.okrugs()),
                relatives(asked.relatives()),
                clock.instant());
        var holding = interests.declare(
                declared,
                definition
                        .calendar()
                        .republicanUntil()
                        .plusDays(DAYS_AFTER_THE_CONTEST)
                        .atZone(definition.zone())
                        .toInstant());
        return Door.json(200, own(holding));
    }

    private static Own own(Interests declared) {
        return new Own(declared.declaredAt(), declared.employer(), declared.okrugs(), declared.relatives());
    }

    /** The scope of the commission that the caller sits on. */
    private String scope(Caller caller) {
        var scope = caller.scope();
        if (scope == null
                || commissions
                        .of(scope)
                        .flatMap(commission -> commission.member(caller.subject()))
                        .isEmpty()) {
            throw Refusals.notOnCommission();
        }
        return scope;
    }

    private static @Nullable String employer(@Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return null;
        }
        if (asked.strip().length() > LONGEST_EMPLOYER) {
            throw Refusals.field("/employer", "Ең көбі 300 таңба.", "Не больше 300 знаков.");
        }
        return asked.strip();
    }

    private List<String> okrugs(List<String> asked) {
        if (asked.size() > MOST_OKRUGS || Set.copyOf(asked).size() != asked.size()) {
            throw Refusals.field(
                    "/okrugs", "Ең көбі 10 округ, әрқайсысы бір рет.", "Не больше 10 округов, каждый один раз.");
        }
        for (var i = 0; i < asked.size(); i++) {
            if (places.okrug(asked.get(i)).isEmpty()) {
                throw Refusals.field("/okrugs/" + i, "Мұндай ауылдық округ жоқ.", "Такого сельского округа нет.");
            }
        }
        return asked;
    }

    private static List<String> relatives(List<String> asked) {
        if (asked.size() > MOST_RELATIVES) {
            throw Refusals.field("/relatives", "Ең көбі 40 есім.", "Не больше 40 имён.");
        }
        var names = asked.stream().map(String::strip).toList();
        for (var i = 0; i < names.size(); i++) {
            if (names.get(i).length() > LONGEST_NAME || names.get(i).split("\\s+").length < 2) {
                throw Refusals.field(
                        "/relatives/" + i,
                        "Тегі мен атын толық жазыңыз: «%s».".formatted(names.get(i)),
                        "Напишите фамилию и имя полностью: «%s».".formatted(names.get(i)));
            }
        }
        return names;
    }

    /** {@code PUT /v1/no-conflicts/{stage}/{candidate}}: a suggested conflict is none, and why. */
    APIGatewayV2HTTPResponse state(Request request) {
        var caller = request.caller().having(Caller.MEMBER);
        var candidate = request.path("candidate");
        var seat = seats.on(request.path("stage"), candidate, caller);
        var asked = request.body(Statement.class, MAX_BODY_BYTES);
        var statement = new NoConflict(
                seat.stage().id(),
                caller.subject(),
                candidate,
                asked.ground(),
                Reasons.required(asked.reason()),
                clock.instant());
        return switch (jury.state(seat.scope(), statement)) {
            case Filing.Filed(NoConflict fact) -> Door.json(201, fact);
            case Filing.Same(NoConflict first) -> Door.json(200, first);
            case Filing.Different<NoConflict> different -> throw Refusals.noConflictStated();
            case Filing.Opposed<NoConflict> opposed -> throw Refusals.recused();
            case Filing.Opened<NoConflict> open -> throw Refusals.sheetsOpen();
            case Filing.StageAnnounced<NoConflict> announced -> throw Refusals.stageAnnounced();
            case Filing.FactsChanged<NoConflict> changed -> throw Refusals.factsChanged();
        };
    }
}
