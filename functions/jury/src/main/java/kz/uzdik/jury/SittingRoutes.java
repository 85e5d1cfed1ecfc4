package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.contest.jury.SuggestedRecusal;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.JuryRecord;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/** The secretary, or who leads the commission, records its sittings; staff see them with their quorum (§3–§5). */
final class SittingRoutes {

    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MOST_POINTS = 30;
    private static final int LONGEST_POINT = 500;

    private final ContestDefinition definition;
    private final FactsGatherer facts;
    private final JuryStore jury;
    private final CommissionStore commissions;
    private final InterestStore interests;
    private final Places places;
    private final Wiring wiring;

    SittingRoutes(
            ContestDefinition definition,
            FactsGatherer facts,
            JuryStore jury,
            CommissionStore commissions,
            InterestStore interests,
            Wiring wiring) {
        this.interests = interests;
        this.places = Places.of(definition);
        this.definition = definition;
        this.facts = facts;
        this.jury = jury;
        this.commissions = commissions;
        this.wiring = wiring;
    }

    private record Asked(
            int version,
            LocalDate date,
            List<String> present,
            List<String> agenda,
            @Nullable String correction) {}

    /** {@code suggestions} are for the secretary and the chair alone, and else empty. */
    private record Listed(
            String scope, int next, List<Seated> members, List<Held> sittings, List<Suggested> suggestions) {}

    /**
     * A suggested recusal and what its member said to it.
     *
     * @param noConflict the statement that it is none; null where there is none
     */
    private record Suggested(
            SuggestedRecusal suggestion,
            String name,
            boolean recused,
            @Nullable NoConflict noConflict) {}

    private record Seated(String id, String name, Commission.Role role) {}

    private record Held(Sitting sitting, boolean quorate, Quorum quorum) {}

    /** {@code GET /v1/sittings/{stage}/{scope}}: the sittings as they hold, each with its quorum on its agenda. */
    APIGatewayV2HTTPResponse list(Request request) {
        var scope = request.path("scope");
        var caller = request.caller()
                .having(Caller.SECRETARY, Caller.CHAIR, Caller.MEMBER, Caller.AGENCY)
                .in(scope);
        var stage = stage(request, scope);
        var commission = commissions.of(scope).orElseThrow(Refusals::commissionUnknown);
        var record = jury.read(stage.id(), scope);
        var held = record.minutes().held(scope).stream()
                .map(sitting -> held(stage, commission, record, sitting))
                .toList();
        return Door.json(
                200,
                new Listed(
                        scope,
                        held.size() + 1,
                        commission.members().stream()
                                .map(member -> new Seated(member.id(), member.name(), member.role()))
                                .toList(),
                        held,
                        caller.is(Caller.SECRETARY) || caller.is(Caller.CHAIR)
                                ? suggestions(stage, commission, record)
                                : List.of()));
    }

    private List<Suggested> suggestions(Stage stage, Commission commission, JuryRecord record) {
        var participants = facts.participants(stage, commission.scope());
        var names = participants.stream().collect(Collectors.toMap(Participant::candidate, Participant::name));
        return interests.suggested(commission, participants, places).stream()
                .map(one -> new Suggested(
                        one,
                        Objects.requireNonNull(names.get(one.candidate())),
                        one.isAnswered(record.recusals(), List.of()),
                        record.noConflicts().stream()
                                .filter(one::isAnsweredBy)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private Held held(Stage stage, Commission commission, JuryRecord record, Sitting sitting) {
        var quorum = Quorum.of(
                commission, definition.commissions().of(stage.scope()), sitting, record.recusals(), List.of());
        return new Held(sitting, quorum.isMet(), quorum);
    }

    /** {@code PUT /v1/sittings/{stage}/{scope}/{number}}: version 1 records, each further one corrects, with a reason. */
    APIGatewayV2HTTPResponse record(Request request) {
        var scope = request.path("scope");
        var caller = request.caller().having(Caller.SECRETARY, Caller.CHAIR).in(scope);
        var stage = stage(request, scope);
        var commission = commissions.of(scope).orElseThrow(Refusals::commissionUnknown);
        if (!caller.is(Caller.SECRETARY)
                && commission
                        .member(caller.subject())
                        .filter(member -> member.role().leads())
                        .isEmpty()) {
            throw Refusals.notTheChair();
        }
        if (!facts.isOpen(stage)) {
            throw Refusals.stageNotOpen();
        }
        var sitting = sitting(stage, scope, number(request), request.body(Asked.class, MAX_BODY_BYTES), caller);
        check(commission, sitting);
        var record = jury.read(stage.id(), scope);
        requireNext(record, sitting);
        return switch (jury.record(sitting)) {
            case Filing.Filed(Sitting fact) -> Door.json(201, held(stage, commission, record, fact));
            case Filing.Same(Sitting first) -> Door.json(200, held(stage, commission, record, first));
            case Filing.Different<Sitting> different -> throw Refusals.sittingRecorded();
            case Filing.StageAnnounced<Sitting> announced -> throw Refusals.stageAnnounced();
            case Filing.Opposed<Sitting> opposed -> throw Refusals.factsChanged();
            case Filing.Opened<Sitting> opened -> throw Refusals.factsChanged();
            case Filing.FactsChanged<Sitting> changed -> throw Refusals.factsChanged();
        };
    }

    private Sitting sitting(Stage stage, String scope, int number, Asked asked, Caller caller) {
        var correction = asked.correction();
        if (asked.version() < 1 || (asked.version() == 1) != (correction == null)) {
            throw Refusals.field(
                    "/correction",
                    "Алғашқы жазбада түзету себебі болмайды, түзетуде болуы керек.",
                    "У первой записи причины исправления нет, у исправления она нужна.");
        }
        return new Sitting(
                stage.id(),
                scope,
                number,
                asked.version(),
                asked.date(),
                asked.present(),
                asked.agenda().stream().map(String::strip).toList(),
                correction == null ? null : Reasons.required(correction),
                caller.subject(),
                wiring.clock().instant());
    }

    private void check(Commission commission, Sitting sitting) {
        var today = LocalDate.ofInstant(wiring.clock().instant(), definition.zone());
        if (sitting.date().isAfter(today)) {
            throw Refusals.field("/date", "Отырыс әлі өткен жоқ.", "Заседание ещё не состоялось.");
        }
        var present = sitting.present();
        if (present.isEmpty()
                || Set.copyOf(present).size() != present.size()
                || present.stream().anyMatch(id -> commission.member(id).isEmpty())) {
            throw Refusals.field(
                    "/present",
                    "Қатысқан мүшелерді көрсетіңіз, әрқайсысын бір рет.",
                    "Укажите присутствовавших членов комиссии, каждого один раз.");
        }
        var agenda = sitting.agenda();
        if (agenda.isEmpty()
                || agenda.size() > MOST_POINTS
                || agenda.stream().anyMatch(point -> point.isEmpty() || point.length() > LONGEST_POINT)) {
            throw Refusals.field(
                    "/agenda",
                    "Күн тәртібін жазыңыз: 1–30 мәселе, әрқайсысы 500 таңбаға дейін.",
                    "Напишите повестку: от 1 до 30 вопросов, каждый до 500 знаков.");
        }
    }

    /** The sittings of a commission are numbered without gaps, and so are the versions of each. */
    private static void requireNext(JuryRecord record, Sitting sitting) {
        var held = record.minutes().held(sitting.scope());
        var known =
                sitting.number() <= held.size() ? held.get(sitting.number() - 1).version() : 0;
        if (sitting.number() > held.size() + 1 || sitting.version() > known + 1) {
            throw Refusals.sittingNumber(held.size() + 1);
        }
    }

    private static int number(Request request) {
        var text = request.path("number");
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw Refusals.sittingUnknown();
        }
        return Integer.parseInt(text);
    }

    private Stage stage(Request request, String scope) {
        var stage = facts.stage(request.path("stage")).orElseThrow(Refusals::stageUnknown);
        if (!facts.scopes(stage).contains(scope)) {
            throw Refusals.scopeUnknown();
        }
        return stage;
    }
}
