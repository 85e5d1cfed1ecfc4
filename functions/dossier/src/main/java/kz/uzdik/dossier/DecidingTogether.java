package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import org.jspecify.annotations.Nullable;

/**
 * Decides on many dossiers by one press, after a look at what would be decided for whom. Each is recorded as a fact of
 * its own, as if it were decided on alone; what cannot be is said, and keeps none of the others. The same request sent
 * again records only what is not there yet.
 */
final class DecidingTogether {

    private static final int MOST = 100;
    private static final int MAX_BYTES = 1024 * 1024;

    private final Desk desk;
    private final Deciding deciding;

    DecidingTogether(Desk desk, Deciding deciding) {
        this.desk = desk;
        this.deciding = deciding;
    }

    /** What is to be decided, at most {@link #MOST} dossiers, each once. */
    record Wanted(List<Each> decisions) {

        Wanted {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * What is to be decided on one dossier; the other fields as in {@link DecisionRequest}.
     *
     * @param version the version that was looked at; of another one nothing is decided
     * @param number the number that the decision is to get
     * @param statement as in {@link DecisionRequest}
     */
    record Each(
            String dossier,
            int version,
            int number,
            boolean admitted,
            List<String> refusedFor,
            Map<String, Integer> attributes,
            String note,
            @Nullable Integer statement) {

        DecisionRequest decision() {
            return new DecisionRequest(admitted, refusedFor, attributes, note, number, null, statement);
        }
    }

    /** What becomes of a wanted decision. */
    enum Course {
        /** It can be recorded. */
        POSSIBLE,
        /** It is recorded now. */
        RECORDED,
        /** It was recorded before. */
        HELD,
        /** It cannot be recorded. */
        IMPOSSIBLE
    }

    /**
     * The answer on one dossier.
     *
     * @param candidateName null where the caller may not see the dossier
     * @param reasons what a refusal rests on, in the words of its letter; null where the caller may not see the dossier
     * @param overrules whether the check proposes otherwise
     * @param problem why it is impossible; null if it is not
     */
    record Outcome(
            String dossier,
            @Nullable String candidateName,
            boolean admitted,
            @Nullable Text reasons,
            boolean overrules,
            Course course,
            @Nullable Map<String, Object> problem) {}

    /** {@code POST /v1/decisions/preview}. Records nothing. */
    APIGatewayV2HTTPResponse preview(Request request) {
        return answer(request, false);
    }

    /** {@code POST /v1/decisions}. */
    APIGatewayV2HTTPResponse decide(Request request) {
        return answer(request, true);
    }

    private APIGatewayV2HTTPResponse answer(Request request, boolean records) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.CHAIR);
        var wanted = request.body(Wanted.class, MAX_BYTES);
        check(wanted);
        var outcomes = wanted.decisions().stream()
                .map(each -> outcome(each, caller, request.language(), records))
                .toList();
        return Door.json(200, Map.of("decisions", outcomes));
    }

    private static void check(Wanted wanted) {
        var errors = new FieldErrors()
                .require(
                        !wanted.decisions().isEmpty() && wanted.decisions().size() <= MOST,
                        "/decisions",
                        "1-ден %d-ге дейін шешім керек.".formatted(MOST),
                        "Нужно от 1 до %d решений.".formatted(MOST));
        var seen = new HashSet<String>();
        for (var i = 0; i < wanted.decisions().size(); i++) {
            errors.require(
                    seen.add(wanted.decisions().get(i).dossier()),
                    "/decisions/" + i + "/dossier",
                    "Бұл құжаттар тізімде екінші рет кездеседі.",
                    "Эти документы названы второй раз.");
        }
        errors.refuse();
    }

    private Outcome outcome(Each each, Caller caller, String language, boolean records) {
        DossierState state = null;
        try {
            state = desk.open(each.dossier(), caller);
            if (Deciding.held(each.decision(), state).isPresent()) {
                return outcome(each, state, Course.HELD, null);
            }
            if (each.version() != state.registration().version()) {
                throw new ProblemException(DossierProblems.registeredAnew());
            }
            deciding.check(each.decision(), state);
            if (!records) {
                return outcome(each, state, Course.POSSIBLE, null);
            }
            if (deciding.record(each.decision(), state, caller).isPresent()) {
                return outcome(each, state, Course.RECORDED, null);
            }
            var now = desk.open(each.dossier(), caller);
            if (Deciding.held(each.decision(), now).isPresent()) {
                return outcome(each, now, Course.HELD, null);
            }
            deciding.check(each.decision(), now);
            throw new ProblemException(DossierProblems.decidedOtherwise());
        } catch (ProblemException e) {
            return outcome(each, state, Course.IMPOSSIBLE, e.problem().body(language));
        }
    }

    private static Outcome outcome(
            Each each, @Nullable DossierState state, Course course, @Nullable Map<String, Object> problem) {
        return new Outcome(
                each.dossier(),
                state == null ? null : state.registration().candidateName(),
                each.admitted(),
                state == null ? null : Deciding.reasons(each.refusedFor(), each.note(), state),
                state != null && each.decision().overrules(state.proposal()),
                course,
                problem);
    }
}
