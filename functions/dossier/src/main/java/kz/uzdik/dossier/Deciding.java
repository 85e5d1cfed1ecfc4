package kz.uzdik.dossier;

import static kz.uzdik.dossier.Desk.mail;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/** Records what the commission decided on a dossier (§10, §11): the check only proposed. */
final class Deciding {

    private static final int TRIES = 8;

    private final Desk desk;

    private final AnnouncementStore announcements;

    Deciding(Desk desk, AnnouncementStore announcements) {
        this.desk = desk;
        this.announcements = announcements;
    }

    /** {@code POST /v1/dossiers/{dossier}/decision}. */
    APIGatewayV2HTTPResponse decide(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.CHAIR);
        var wanted = request.body(DecisionRequest.class, DecisionRequest.MAX_BYTES);
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var state = desk.open(request.path("dossier"), caller);
            var version = state.registration().version();
            var held = state.decision().filter(decision -> wanted.sameAs(decision, version));
            if (held.isPresent()) {
                return Door.json(200, held.get());
            }
            requireOpen();
            requireChecked(state, wanted.admitted());
            wanted.check(desk.definition().attributes(), state.proposal());
            var decision = decision(wanted, state, caller);
            if (desk.store().decide(decision, mails(decision, state))) {
                return Door.json(201, decision);
            }
        }
        throw new IllegalStateException("number of a decision on " + request.path("dossier") + " taken too often");
    }

    /** The stage that the dossiers go into is not announced yet, or its announcement is being corrected. */
    private void requireOpen() {
        var announced = desk.definition().stages().stream()
                .filter(stage -> stage.from() == null)
                .anyMatch(stage -> announcements.course(stage.id()).isClosed());
        if (announced) {
            throw new ProblemException(DossierProblems.alreadyAnnounced());
        }
    }

    /** A dossier is decided on once it is checked; one whose archive never came can only be refused. */
    private void requireChecked(DossierState state, boolean admitted) {
        var awaited = admitted || !desk.isPast(desk.definition().calendar().uploadUntil());
        if (state.proposal() == null && awaited) {
            throw new ProblemException(DossierProblems.notChecked());
        }
    }

    private Decision decision(DecisionRequest wanted, DossierState state, Caller caller) {
        return new Decision(
                state.dossier(),
                state.decisions().size() + 1,
                state.registration().version(),
                wanted.admitted(),
                wanted.refusedFor(),
                wanted.attributes(),
                wanted.note(),
                caller.subject(),
                desk.clock().instant());
    }

    private static List<OutgoingMail> mails(Decision decision, DossierState state) {
        var kind = "dossier-decided";
        var fact = decision.dossier() + "-" + decision.number();
        var registration = state.registration();
        var values = values(decision, state, registration);
        return List.of(
                mail(kind, fact, "candidate", registration.candidateEmail(), values),
                mail(kind, fact, "nominator", registration.nominatorEmail(), values),
                mail(kind, fact, "secretary", registration.secretaryEmail(), values));
    }

    private static Map<String, String> values(Decision decision, DossierState state, Registration registration) {
        return Map.of(
                "dossier", registration.dossier(),
                "candidateName", registration.candidateName(),
                "outcome", decision.admitted() ? "ADMITTED" : "REFUSED",
                "reasonsKk", reasons(decision, state, Text::kk),
                "reasonsRu", reasons(decision, state, Text::ru));
    }

    /** What the check found on the rules refused for, and the commission's own words. */
    private static String reasons(Decision decision, DossierState state, Function<Text, String> language) {
        var proposal = state.proposal();
        var findings = proposal == null ? List.<Finding>of() : proposal.findings();
        var found = findings.stream()
                .filter(finding -> !finding.met() && decision.refusedFor().contains(finding.rule()))
                .map(finding -> finding.clause() + " " + language.apply(finding.message()));
        return Stream.concat(found, Stream.of(decision.note()))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
