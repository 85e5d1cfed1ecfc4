package kz.uzdik.jury;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.http.Caller;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.FactsGatherer;

/** Finds the seat from which a caller judges, and refuses who has none. */
final class Seats {

    private static final Pattern CANDIDATE = Pattern.compile("d-([0-9]{9})");

    private final ContestDefinition definition;
    private final Places places;
    private final FactsGatherer facts;
    private final CommissionStore commissions;

    Seats(ContestDefinition definition, FactsGatherer facts, CommissionStore commissions) {
        this.definition = definition;
        this.places = Places.of(definition);
        this.facts = facts;
        this.commissions = commissions;
    }

    /** The seat from which {@code caller} judges {@code candidate}. */
    Seat on(String stageId, String candidate, Caller caller) {
        var stage = stage(stageId);
        var seat = in(stage, scopeOf(stage, candidate), caller);
        seat.desk().requireCandidate(candidate);
        return seat;
    }

    /** The caller's seat on their own commission. */
    Seat own(String stageId, Caller caller) {
        var stage = stage(stageId);
        var own = caller.scope() == null ? "" : caller.scope();
        return in(stage, stage.scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : own, caller);
    }

    /** The caller's seat on the commission of {@code scope}. */
    Seat in(String stageId, String scope, Caller caller) {
        return in(stage(stageId), scope, caller);
    }

    private Seat in(Stage stage, String scope, Caller caller) {
        var commission = commission(stage, scope, caller).orElseThrow(Refusals::notOnCommission);
        var member = commission.member(caller.subject()).orElseThrow(Refusals::notOnCommission);
        return new Seat(desk(stage, commission), member);
    }

    /** The desk of the commission of {@code scope}, to which {@code caller} belongs though perhaps not as a member. */
    Desk desk(String stageId, String scope, Caller caller) {
        var stage = stage(stageId);
        return desk(stage, commission(stage, scope, caller).orElseThrow(Refusals::commissionUnknown));
    }

    private Optional<Commission> commission(Stage stage, String scope, Caller caller) {
        caller.in(scope);
        if (!facts.scopes(stage).contains(scope)) {
            throw Refusals.scopeUnknown();
        }
        return commissions.of(scope);
    }

    private Desk desk(Stage stage, Commission commission) {
        if (!facts.isOpen(stage)) {
            throw Refusals.stageNotOpen();
        }
        return new Desk(stage, commission, sheets(stage), facts.participants(stage, commission.scope()));
    }

    private Stage stage(String id) {
        return facts.stage(id).orElseThrow(Refusals::stageUnknown);
    }

    private String scopeOf(Stage stage, String candidate) {
        var matcher = CANDIDATE.matcher(candidate);
        if (!matcher.matches()) {
            throw Refusals.candidateUnknown();
        }
        var oblast = places.oblastOf(matcher.group(1)).orElseThrow(Refusals::candidateUnknown);
        return stage.scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : oblast.kato();
    }

    private List<Sheet> sheets(Stage stage) {
        return stage.components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .map(component -> ((Component.OfSheet) component).sheet())
                .flatMap(id ->
                        definition.sheets().stream().filter(sheet -> sheet.id().equals(id)))
                .toList();
    }
}
