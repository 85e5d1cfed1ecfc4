package kz.uzdik.vote;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.Door;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.pages.BallotPage;
import kz.uzdik.pages.Trouble;
import kz.uzdik.store.VoteOutcome;

/**
 * The same desks for browsers without JavaScript: takes plain forms and answers with pages. Everything typed travels
 * in the forms; the ballot's id is made before the code is typed, so that sending the form again is the same ballot.
 */
final class FormDesk {

    private static final int MAX_BYTES = 8 * 1024;

    private final ContestDefinition definition;
    private final CodeDesk codes;
    private final BallotDesk ballots;
    private final DisputeDesk disputes;
    private final RandomGenerator random;

    FormDesk(
            ContestDefinition definition,
            CodeDesk codes,
            BallotDesk ballots,
            DisputeDesk disputes,
            RandomGenerator random) {
        this.definition = definition;
        this.codes = codes;
        this.ballots = ballots;
        this.disputes = disputes;
        this.random = random;
    }

    /** The page that follows on the form in {@code request}. */
    APIGatewayV2HTTPResponse answer(Survey survey, Request request, ByCode by) {
        var typed = typed(survey, request);
        var language = typed.getOrDefault("language", "kk");
        var page = new BallotPage(definition, survey, language);
        return switch (request.route()) {
            case "POST /v1/surveys/{survey}/codes" -> askCode(survey, typed, Visitor.address(request), page, language);
            case "POST /v1/surveys/{survey}/ballots" ->
                cast(survey, typed, Visitor.address(request), page, now -> by.read(survey, ballot(typed), now));
            case "POST /v1/surveys/{survey}/disputes" ->
                dispute(typed, page, () -> disputes.take(survey, disputed(typed)));
            default -> throw new ProblemException(VoteProblems.otherIdentity());
        };
    }

    /** The same where tokens were handed out: a form without a ballot's id is the first step, which gives it one. */
    APIGatewayV2HTTPResponse answer(Survey survey, Request request, ByInvite by) {
        var typed = typed(survey, request);
        var language = typed.getOrDefault("language", "kk");
        var page = new BallotPage(definition, survey, language);
        return switch (request.route()) {
            case "POST /v1/surveys/{survey}/ballots" ->
                typed.containsKey("ballot")
                        ? cast(survey, typed, Visitor.address(request), page, now -> by.read(survey, invited(typed)))
                        : askToken(survey, typed, page, language);
            case "POST /v1/surveys/{survey}/disputes" ->
                dispute(
                        typed,
                        page,
                        () -> disputes.take(
                                survey,
                                new DisputeDesk.InvitedDispute(
                                        typed.getOrDefault("token", ""),
                                        typed.getOrDefault("candidate", ""),
                                        typed.getOrDefault("ticket", ""))));
            default -> throw new ProblemException(VoteProblems.otherIdentity());
        };
    }

    /** Where one signs in, which needs a script: a page that says so. */
    APIGatewayV2HTTPResponse withoutScript(Survey survey, Request request) {
        var typed = typed(survey, request);
        var language = typed.getOrDefault("language", "kk");
        return Door.html(409, language, new BallotPage(definition, survey, language).withoutScript(typed));
    }

    private APIGatewayV2HTTPResponse askToken(
            Survey survey, Map<String, String> typed, BallotPage page, String language) {
        try {
            typed.put("ballot", newId());
            ballots.refuseUnreadable(survey, ballot(typed).slip());
            return Door.html(200, language, page.proof(typed, 0, null));
        } catch (ProblemException e) {
            typed.remove("ballot");
            return Door.html(e.problem().status(), language, page.again(typed, trouble(e.problem())));
        }
    }

    private static Map<String, String> typed(Survey survey, Request request) {
        var typed = known(survey, request.form(MAX_BYTES));
        typed.put("language", typed.getOrDefault("language", request.language()).equals("ru") ? "ru" : "kk");
        return typed;
    }

    private APIGatewayV2HTTPResponse askCode(
            Survey survey, Map<String, String> typed, String address, BallotPage page, String language) {
        try {
            typed.put("ballot", newId());
            var ballot = ballot(typed);
            ballots.refuseUnreadable(survey, ballot.slip());
            return switch (codes.sendByForm(survey, ballot.iin(), ballot.contact(), address)) {
                case ON_ITS_WAY -> Door.html(200, language, page.proof(typed, VotingCode.VALID.toMinutes(), null));
                case NOT_PAID -> throw new ProblemException(VoteProblems.tooManyForms());
                case BUSY -> throw new ProblemException(VoteProblems.busy());
            };
        } catch (ProblemException e) {
            typed.remove("ballot");
            return Door.html(e.problem().status(), language, page.again(typed, trouble(e.problem())));
        }
    }

    private APIGatewayV2HTTPResponse cast(
            Survey survey,
            Map<String, String> typed,
            String address,
            BallotPage page,
            Function<Instant, Identification.Entry> reading) {
        var language = typed.getOrDefault("language", "kk");
        try {
            return switch (ballots.take(survey, address, reading)) {
                case VoteOutcome.Accepted(var receipt) -> Door.html(201, language, page.receipt(receipt));
                case VoteOutcome.AlreadyCounted(var receipt) -> Door.html(200, language, page.receipt(receipt));
                case VoteOutcome.Refused refused -> {
                    var problem = VoteProblems.of(refused, survey, definition.zone());
                    yield Door.html(problem.status(), language, refusal(refused, problem, typed, page));
                }
            };
        } catch (ProblemException e) {
            var trouble = trouble(e.problem());
            return Door.html(
                    e.problem().status(),
                    language,
                    trouble.fields().containsKey("token") ? page.proof(typed, 0, trouble) : page.again(typed, trouble));
        }
    }

    private static APIGatewayV2HTTPResponse dispute(
            Map<String, String> typed, BallotPage page, Supplier<String> number) {
        var language = typed.getOrDefault("language", "kk");
        try {
            return Door.html(201, language, page.disputed(number.get()));
        } catch (ProblemException e) {
            var problem = e.problem();
            return Door.html(
                    problem.status(),
                    language,
                    problem.status() == 503
                            ? page.disputable(typed, trouble(problem))
                            : page.refused(typed, trouble(problem)));
        }
    }

    /** What can be mended is asked for again, what can be disputed may be; the rest is told. */
    private static String refusal(
            VoteOutcome.Refused refused, Problem problem, Map<String, String> typed, BallotPage page) {
        var trouble = trouble(problem);
        return switch (refused) {
            case VoteOutcome.WrongCode wrong -> page.proof(typed, VotingCode.VALID.toMinutes(), trouble);
            case VoteOutcome.TooManyTries tries -> page.proof(typed, VotingCode.VALID.toMinutes(), trouble);
            case VoteOutcome.Busy busy -> page.proof(typed, VotingCode.VALID.toMinutes(), trouble);
            case VoteOutcome.ContactUsedUp used -> page.again(typed, trouble);
            case VoteOutcome.AlreadyVoted voted -> page.disputable(typed, trouble);
            case VoteOutcome.NotOnRoll absent -> page.disputable(typed, trouble);
            default -> page.refused(typed, trouble);
        };
    }

    /** Of what was sent only the fields that a ballot has, so that a page carries nothing on that it does not know. */
    private static Map<String, String> known(Survey survey, Map<String, String> sent) {
        var typed = new TreeMap<String, String>();
        for (var name : new String[] {"language", "candidate", "ticket", "iin", "contact", "ballot", "code", "token"}) {
            if (sent.containsKey(name)) {
                typed.put(name, sent.get(name).strip());
            }
        }
        survey.questions().forEach(question -> {
            var name = BallotPage.ANSWER + question.id();
            if (sent.containsKey(name)) {
                typed.put(name, sent.get(name));
            }
        });
        return typed;
    }

    private static BallotRequest ballot(Map<String, String> typed) {
        var answers = new HashMap<String, Integer>();
        typed.forEach((name, value) -> {
            if (name.startsWith(BallotPage.ANSWER) && value.matches("[0-9]{1,3}")) {
                answers.put(name.substring(BallotPage.ANSWER.length()), Integer.valueOf(value));
            }
        });
        return new BallotRequest(
                typed.getOrDefault("ballot", ""),
                typed.getOrDefault("iin", ""),
                typed.getOrDefault("contact", ""),
                typed.getOrDefault("code", ""),
                typed.getOrDefault("candidate", ""),
                typed.getOrDefault("ticket", ""),
                answers);
    }

    private static DisputeDesk.DisputeRequest disputed(Map<String, String> typed) {
        var sent = ballot(typed);
        return new DisputeDesk.DisputeRequest(sent.iin(), sent.contact(), sent.code(), sent.candidate(), sent.ticket());
    }

    private static ByInvite.InvitedBallot invited(Map<String, String> typed) {
        var slip = ballot(typed).slip();
        return new ByInvite.InvitedBallot(
                slip.ballot(), typed.getOrDefault("token", ""), slip.candidate(), slip.ticket(), slip.answers());
    }

    private static Trouble trouble(Problem problem) {
        var fields = new HashMap<String, Text>();
        problem.errors().forEach(error -> fields.put(name(error.pointer()), error.message()));
        return new Trouble(problem.title(), problem.detail(), fields);
    }

    /** The form's name of the field that a JSON pointer names: {@code /iin} or {@code /answers/q1}. */
    private static String name(String pointer) {
        return pointer.startsWith("/answers/")
                ? BallotPage.ANSWER + pointer.substring("/answers/".length())
                : pointer.substring(1);
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
