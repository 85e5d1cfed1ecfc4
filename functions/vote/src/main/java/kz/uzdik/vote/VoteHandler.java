package kz.uzdik.vote;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.CodeStore;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.Tables;
import kz.uzdik.store.VoteOutcome;
import kz.uzdik.store.VoteStore;
import kz.uzdik.wiring.Wiring;

/** Gives out challenges, sends codes and takes in ballots. Reads no table; definition and key are read once per instance. */
public final class VoteHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final ContestDefinition definition;
    private final VotingCode code;
    private final Pseudonyms pseudonyms;
    private final Invites invites;
    private final ProofDesk proofs;
    private final CodeDesk codes;
    private final BallotDesk ballots;
    private final PublishedOrders orders;
    private final FormDesk forms;
    private final DisputeDesk disputes;

    /** Serves Lambda. */
    public VoteHandler() {
        this(Wiring.ofProcess());
    }

    /** Serves tests and the local host. */
    public VoteHandler(Wiring wiring) {
        definition = DefinitionReader.read(wiring.contestFile());
        var hash = ContestKey.read(wiring);
        var tables = Tables.of(wiring);
        code = new VotingCode(hash);
        pseudonyms = new Pseudonyms(hash);
        invites = new Invites(hash);
        var store = new CodeStore(tables, hash, wiring.random());
        proofs = new ProofDesk(new Altcha(hash), pseudonyms, store, wiring.clock(), wiring.random());
        codes = new CodeDesk(code, pseudonyms, proofs, store, wiring.clock(), definition);
        orders = PublishedOrders.of(wiring);
        var votes = new VoteStore(tables, wiring.random(), VotingCode.MAX_TRIES);
        ballots = new BallotDesk(definition, orders, pseudonyms, hash, votes, wiring.clock());
        disputes = new DisputeDesk(
                code,
                pseudonyms,
                invites,
                hash,
                new DisputeStore(tables, wiring.random()),
                votes,
                wiring.clock(),
                definition.zone());
        forms = new FormDesk(definition, codes, ballots, disputes, wiring.random());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Door.answer(event, this::answer);
    }

    private APIGatewayV2HTTPResponse answer(Request request) {
        var survey = definition
                .survey(request.path("survey"))
                .map(defined -> orders.of(defined.id()).applied(defined))
                .orElseThrow(() -> new ProblemException(VoteProblems.surveyUnknown()));
        if (request.isForm()) {
            return form(survey, request);
        }
        return switch (request.route()) {
            case "GET /v1/surveys/{survey}/challenge" -> Door.json(200, proofs.challenge(request));
            case "POST /v1/surveys/{survey}/codes" ->
                switch (codes.send(survey, request)) {
                    case ON_ITS_WAY -> Door.json(202, Map.of("minutes", VotingCode.VALID.toMinutes()));
                    case NOT_PAID -> VoteProblems.proofSpent().response(request.language());
                    case BUSY -> VoteProblems.busy().response(request.language());
                };
            case "POST /v1/surveys/{survey}/ballots", "POST /v1/surveys/{survey}/oidc-ballots" ->
                switch (ballots.take(survey, request, identification(survey, request))) {
                    case VoteOutcome.Accepted(var receipt) -> Door.json(201, Map.of("receipt", receipt));
                    case VoteOutcome.AlreadyCounted(var receipt) -> Door.json(200, Map.of("receipt", receipt));
                    case VoteOutcome.Refused refused ->
                        VoteProblems.of(refused, survey, definition.zone()).response(request.language());
                };
            case "POST /v1/surveys/{survey}/disputes" ->
                Door.json(201, Map.of("number", disputes.take(survey, request)));
            case "POST /v1/surveys/{survey}/oidc-disputes" ->
                Door.json(201, Map.of("number", disputes.takeSignedIn(survey, request)));
            default -> throw new IllegalStateException("no route " + request.route());
        };
    }

    private APIGatewayV2HTTPResponse form(Survey survey, Request request) {
        return switch (survey.identity()) {
            case Identity.Code identity -> forms.answer(survey, request, new ByCode(identity, code, pseudonyms));
            case Identity.Invite identity -> forms.answer(survey, request, new ByInvite(invites));
            case Identity.Oidc identity -> forms.withoutScript(survey, request);
        };
    }

    /** The survey's identification; on the gateway, tokens are verified on their own route only. */
    private Identification identification(Survey survey, Request request) {
        boolean withToken = request.route().endsWith("/oidc-ballots");
        return switch (survey.identity()) {
            case Identity.Code identity when !withToken -> new ByCode(identity, code, pseudonyms);
            case Identity.Invite identity when !withToken -> new ByInvite(invites);
            case Identity.Oidc identity when withToken -> new ByToken(identity, pseudonyms);
            default -> throw new ProblemException(VoteProblems.otherIdentity());
        };
    }
}
