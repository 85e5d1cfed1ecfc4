package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.dossier.Appeal;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.dossier.Statement;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.ReturnStore;
import kz.uzdik.store.Returned;
import org.jspecify.annotations.Nullable;

/** Shows dossiers to those who work on them: of their own oblast, or of all for the agency. */
final class Looking {

    private final Desk desk;
    private final ReturnStore returns;

    Looking(Desk desk, ReturnStore returns) {
        this.desk = desk;
        this.returns = returns;
    }

    /** {@code GET /v1/dossiers?oblast=KATO}; without the parameter, all that the caller may see. */
    APIGatewayV2HTTPResponse list(Request request) {
        var caller = reader(request);
        var scope = caller.scope() == null ? "" : caller.scope();
        var wanted = request.query("oblast", caller.is(Caller.AGENCY) ? "" : scope);
        var oblasts = wanted.isEmpty() && caller.is(Caller.AGENCY)
                ? desk.definition().oblasts().stream().map(Oblast::kato).toList()
                : List.of(visible(wanted, caller));
        return Door.json(
                200, Map.of("dossiers", oblasts.stream().flatMap(this::lines).toList()));
    }

    private Stream<Line> lines(String oblast) {
        var returned = returns.ofOblast(oblast).stream()
                .collect(Collectors.groupingBy(Returned::dossier, Collectors.counting()));
        return desk.store().ofOblast(oblast).stream()
                .map(state -> Line.of(state, returned.getOrDefault(state.dossier(), 0L)));
    }

    /** {@code GET /v1/dossiers/{dossier}}. */
    APIGatewayV2HTTPResponse one(Request request) {
        var state = desk.open(request.path("dossier"), reader(request));
        return Door.json(200, Sight.of(state, desk.definition(), returns.of(state.dossier())));
    }

    private static Caller reader(Request request) {
        return request.caller().having(Caller.SECRETARY, Caller.MEMBER, Caller.CHAIR, Caller.AGENCY);
    }

    private String visible(String oblast, Caller caller) {
        if (desk.places().oblast(oblast).isEmpty()) {
            throw new ProblemException(DossierProblems.katoUnknown("/oblast"));
        }
        caller.in(oblast);
        return oblast;
    }

    /**
     * A dossier in the list.
     *
     * @param statement number of the last statement that the check was made under; null where there was none
     * @param unmet names of the rules that the check finds not met; empty before the check
     * @param decisions how many decisions there are on it
     * @param nominators how many have nominated the candidate
     * @param returned how many mails about it came back or were not sent
     */
    record Line(
            String dossier,
            String okrug,
            String candidateName,
            int version,
            DossierState.Step state,
            Instant registeredAt,
            @Nullable Instant uploadedAt,
            @Nullable Boolean admitProposed,
            @Nullable Integer statement,
            List<String> unmet,
            int decisions,
            int nominators,
            long returned) {

        static Line of(DossierState state, long returned) {
            var registration = state.registration();
            var proposal = state.proposal();
            return new Line(
                    registration.dossier(),
                    registration.okrug(),
                    registration.candidateName(),
                    registration.version(),
                    state.step(),
                    registration.registeredAt(),
                    state.uploadedAt(),
                    proposal == null ? null : proposal.admit(),
                    proposal == null ? null : proposal.statement(),
                    proposal == null ? List.of() : rulesUnmet(proposal),
                    state.decisions().size(),
                    1 + state.nominations().size(),
                    returned);
        }
    }

    private static List<String> rulesUnmet(Proposal proposal) {
        return proposal.findings().stream()
                .filter(finding -> !finding.met())
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    /**
     * A dossier whole.
     *
     * @param appealUntil from when the decision that holds can no longer be appealed against; null where none holds
     * @param returned mails about it that came back or were not sent
     */
    record Sight(
            Registered registration,
            DossierState.Step state,
            @Nullable Instant uploadedAt,
            @Nullable Proposal proposal,
            List<Decision> decisions,
            List<Appeal> appeals,
            @Nullable Instant appealUntil,
            List<Version> versions,
            List<Nomination> nominations,
            List<Statement> statements,
            List<Returned> returned) {

        static Sight of(DossierState state, ContestDefinition definition, List<Returned> returned) {
            return new Sight(
                    Registered.of(state.registration()),
                    state.step(),
                    state.uploadedAt(),
                    state.proposal(),
                    state.decisions(),
                    state.appeals(),
                    state.decision()
                            .map(held -> definition.appeals().until(held.at(), definition.zone()))
                            .orElse(null),
                    Version.all(state.versions()),
                    state.nominations(),
                    state.statements(),
                    returned);
        }
    }

    /**
     * A version in a dossier's history; all stay.
     *
     * @param by address of the secretary who registered it
     * @param changed what it says otherwise than the one before, by {@link Registration#changedFrom}; empty for the first
     */
    record Version(int version, Instant registeredAt, String by, long bytes, String sha256, List<String> changed) {

        static List<Version> all(List<Registration> registrations) {
            return IntStream.range(0, registrations.size())
                    .mapToObj(i -> of(registrations.get(i), i == 0 ? registrations.get(i) : registrations.get(i - 1)))
                    .toList();
        }

        private static Version of(Registration r, Registration before) {
            return new Version(
                    r.version(), r.registeredAt(), r.secretaryEmail(), r.bytes(), r.sha256(), r.changedFrom(before));
        }
    }

    /** A registration without the hash of the IIN, which nobody has to see. */
    record Registered(
            String dossier,
            int version,
            String okrug,
            String candidateName,
            String candidateEmail,
            NominatorKind nominatorKind,
            String nominatorName,
            String nominatorEmail,
            List<Registration.Term> service,
            List<Registration.Penalty> penalties,
            long bytes,
            String sha256,
            Instant registeredAt) {

        static Registered of(Registration r) {
            return new Registered(
                    r.dossier(),
                    r.version(),
                    r.okrug(),
                    r.candidateName(),
                    r.candidateEmail(),
                    r.nominatorKind(),
                    r.nominatorName(),
                    r.nominatorEmail(),
                    r.service(),
                    r.penalties(),
                    r.bytes(),
                    r.sha256(),
                    r.registeredAt());
        }

        /** The registration again, as far as the rules ask for it. */
        Registration registration() {
            return new Registration(
                    dossier,
                    version,
                    okrug,
                    candidateName,
                    candidateEmail,
                    "",
                    nominatorKind,
                    nominatorName,
                    nominatorEmail,
                    service,
                    penalties,
                    bytes,
                    sha256,
                    "",
                    "",
                    registeredAt);
        }
    }
}
