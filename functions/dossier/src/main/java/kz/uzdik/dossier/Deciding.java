package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/** Records what the commission decided on a dossier (§10, §11): the check only proposed. */
final class Deciding {

    private static final int TRIES = 8;

    private final Desk desk;

    private final FirstStage firstStage;

    Deciding(Desk desk, FirstStage firstStage) {
        this.desk = desk;
        this.firstStage = firstStage;
    }

    /** {@code POST /v1/dossiers/{dossier}/decision}. */
    APIGatewayV2HTTPResponse decide(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.CHAIR);
        var wanted = request.body(DecisionRequest.class, DecisionRequest.MAX_BYTES);
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var state = desk.open(request.path("dossier"), caller);
            var held = held(wanted, state);
            if (held.isPresent()) {
                return Door.json(200, held.get());
            }
            check(wanted, state);
            var recorded = record(wanted, state, caller);
            if (recorded.isPresent()) {
                return Door.json(201, recorded.get());
            }
        }
        throw new IllegalStateException("number of a decision on " + request.path("dossier") + " taken too often");
    }

    /** The decision that {@code wanted} is already: the last one, or the one of its number; empty if there is none. */
    static Optional<Decision> held(DecisionRequest wanted, DossierState state) {
        var version = state.registration().version();
        var number = wanted.number();
        var there = number == null
                ? state.lastDecision()
                : state.decisions().stream()
                        .filter(decision -> decision.number() == number)
                        .findFirst();
        return there.filter(decision -> wanted.sameAs(decision, version));
    }

    /** Refuses what cannot be recorded, with the problem that says why; {@code wanted} is not {@link #held}. */
    void check(DecisionRequest wanted, DossierState state) {
        firstStage.requireOpen();
        requireChecked(state, wanted.admitted());
        if (wanted.number() != null && wanted.number() != state.decisions().size() + 1) {
            throw new ProblemException(DossierProblems.decidedOtherwise());
        }
        requireSeen(wanted, state);
        var appealed = state.openAppeal().map(appeal -> appeal.decision()).orElse(null);
        if (appealed != null && wanted.onAppeal() == null) {
            throw new ProblemException(DossierProblems.appealOpen());
        }
        if (wanted.onAppeal() != null && !wanted.onAppeal().equals(appealed)) {
            throw new ProblemException(DossierProblems.noSuchAppeal());
        }
        wanted.check(desk.definition().attributes(), state.proposal());
    }

    /** Records {@code wanted}, which is {@link #check}ed, as the next decision; empty where another one came between. */
    Optional<Decision> record(DecisionRequest wanted, DossierState state, Caller caller) {
        var decision = new Decision(
                state.dossier(),
                state.decisions().size() + 1,
                state.registration().version(),
                wanted.admitted(),
                wanted.refusedFor(),
                wanted.attributes(),
                wanted.note(),
                caller.subject(),
                desk.clock().instant(),
                wanted.onAppeal());
        var scope = firstStage.scope(desk.oblastOf(state.registration().okrug()));
        var mails = mails(decision, state);
        return switch (desk.store()
                .decide(firstStage.id(), scope, decision, state.statements().size(), mails)) {
            case RECORDED -> Optional.of(decision);
            case OVERTAKEN -> Optional.empty();
            case STAGE_ANNOUNCED -> throw new ProblemException(DossierProblems.alreadyAnnounced());
        };
    }

    /** A dossier is decided on once it is checked; one whose archive never came can only be refused. */
    private void requireChecked(DossierState state, boolean admitted) {
        var awaited = admitted || !desk.isPast(desk.definition().calendar().uploadUntil());
        if (state.proposal() == null && awaited) {
            throw new ProblemException(DossierProblems.notChecked());
        }
    }

    /** What a secretary says of a file changes the findings: who has not seen those does not decide on them. */
    private static void requireSeen(DecisionRequest wanted, DossierState state) {
        var proposal = state.proposal();
        if (!Objects.equals(wanted.statement(), proposal == null ? null : proposal.statement())) {
            throw new ProblemException(DossierProblems.checkedAnew());
        }
    }

    private List<OutgoingMail> mails(Decision decision, DossierState state) {
        var appeals = desk.definition().appeals();
        var appealed = decision.onAppeal() == null
                ? ""
                : state.appealOf(decision.onAppeal())
                        .map(appeal -> desk.local(appeal.at()))
                        .orElseThrow();
        var reasons = reasons(decision.refusedFor(), decision.note(), state);
        return Desk.mails(
                "dossier-decided",
                decision.dossier() + "-" + decision.number(),
                state,
                Map.of(
                        "dossier", state.dossier(),
                        "candidateName", state.registration().candidateName(),
                        "outcome", decision.admitted() ? "ADMITTED" : "REFUSED",
                        "reasonsKk", reasons.kk(),
                        "reasonsRu", reasons.ru(),
                        "appealedAt", appealed,
                        "appealUntil",
                                appeals.by().isEmpty()
                                        ? ""
                                        : desk.local(appeals.until(
                                                decision.at(), desk.definition().zone()))));
    }

    /** What the check found on the rules refused for, and the commission's own words. */
    static Text reasons(List<String> refusedFor, String note, DossierState state) {
        return new Text(reasons(refusedFor, note, state, Text::kk), reasons(refusedFor, note, state, Text::ru));
    }

    private static String reasons(
            List<String> refusedFor, String note, DossierState state, Function<Text, String> language) {
        var proposal = state.proposal();
        var findings = proposal == null ? List.<Finding>of() : proposal.findings();
        var found = findings.stream()
                .filter(finding -> !finding.met() && refusedFor.contains(finding.rule()))
                .map(finding -> finding.clause() + " " + language.apply(finding.message()));
        return Stream.concat(found, Stream.of(note))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
