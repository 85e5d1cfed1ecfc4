package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Appeal;
import kz.uzdik.contest.dossier.Appellant;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/**
 * Takes appeals against decisions on dossiers (§11): from whom and until when the definition says. An appeal re-opens the
 * dossier; the decision after it names it, and both decisions stay.
 */
final class Appealing {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int LONGEST_REASON = 2000;

    private final Desk desk;
    private final FirstStage firstStage;

    Appealing(Desk desk, FirstStage firstStage) {
        this.desk = desk;
        this.firstStage = firstStage;
    }

    /**
     * An appeal, as a secretary, a chair or the agency writes it down.
     *
     * @param decision number of the decision that it is against, which must be the one that holds
     */
    record Wanted(int decision, Appellant by, String reason) {}

    /** {@code POST /v1/dossiers/{dossier}/appeals}. */
    APIGatewayV2HTTPResponse appeal(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.CHAIR, Caller.AGENCY);
        var wanted = request.body(Wanted.class, MAX_BYTES);
        check(wanted);
        var state = desk.open(request.path("dossier"), caller);
        var appeal = new Appeal(
                state.dossier(),
                wanted.decision(),
                wanted.by(),
                wanted.reason(),
                caller.subject(),
                desk.clock().instant());
        if (state.appealOf(wanted.decision()).isEmpty()) {
            var against = requireHolding(state, wanted.decision());
            firstStage.requireOpen();
            requireInTime(against);
            if (record(appeal, state)) {
                return Door.json(201, appeal);
            }
            state = desk.open(request.path("dossier"), caller);
        }
        var there = state.appealOf(wanted.decision())
                .orElseThrow(() -> new ProblemException(DossierProblems.decisionDoesNotHold()));
        if (!there.saysTheSameAs(appeal)) {
            throw new ProblemException(DossierProblems.appealedAlready());
        }
        return Door.json(200, there);
    }

    /** Whether {@code appeal} is recorded now; if not, the decision has one already, or holds no more. */
    private boolean record(Appeal appeal, DossierState state) {
        var scope = firstStage.scope(desk.oblastOf(state.registration().okrug()));
        return switch (desk.store().appeal(firstStage.id(), scope, appeal, mails(appeal, state))) {
            case RECORDED -> true;
            case OVERTAKEN -> false;
            case STAGE_ANNOUNCED -> throw new ProblemException(DossierProblems.alreadyAnnounced());
        };
    }

    private void check(Wanted wanted) {
        new FieldErrors()
                .require(
                        desk.definition().appeals().by().contains(wanted.by()),
                        "/by",
                        "Бұл конкурста ол апелляция бере алмайды.",
                        "В этом конкурсе такая сторона апелляцию не подаёт.")
                .require(
                        !wanted.reason().isBlank() && wanted.reason().length() <= LONGEST_REASON,
                        "/reason",
                        "Апелляцияның себебін жазыңыз, ең көбі %d таңба.".formatted(LONGEST_REASON),
                        "Напишите причину апелляции, не более %d знаков.".formatted(LONGEST_REASON))
                .refuse();
    }

    private static Decision requireHolding(DossierState state, int number) {
        return state.decision()
                .filter(decision -> decision.number() == number)
                .orElseThrow(() -> new ProblemException(DossierProblems.decisionDoesNotHold()));
    }

    private void requireInTime(Decision against) {
        var zone = desk.definition().zone();
        var until = desk.definition().appeals().until(against.at(), zone);
        if (!desk.clock().instant().isBefore(until)) {
            throw new ProblemException(DossierProblems.appealLate(until, zone));
        }
    }

    private List<OutgoingMail> mails(Appeal appeal, DossierState state) {
        var by = switch (appeal.by()) {
            case CANDIDATE -> new Text("үміткер", "кандидат");
            case NOMINATOR -> new Text("ұсынушы", "выдвинувшая сторона");
        };
        return Desk.mails(
                "dossier-appealed",
                appeal.dossier() + "-" + appeal.decision(),
                state,
                Map.of(
                        "dossier", state.dossier(),
                        "candidateName", state.registration().candidateName(),
                        "byKk", by.kk(),
                        "byRu", by.ru(),
                        "reason", appeal.reason(),
                        "recordedAt", desk.local(appeal.at())));
    }
}
