package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import kz.uzdik.files.Scans;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.GivenUpStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/** Ratings, announcements, evidence, acts on surveys, mails given up and the state of the contest, for staff. */
public final class RankingHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final RatingRoutes ratings;
    private final AnnouncementRoutes announcements;
    private final CorrectionRoute corrections;
    private final EvidenceRoute evidence;
    private final StateRoute state;
    private final HandoverRoute handover;
    private final ActRoutes acts;
    private final FiguresRoute figures;
    private final PaperRoutes paper;
    private final MailRoutes mails;

    /** For Lambda. */
    public RankingHandler() {
        this(Wiring.ofProcess());
    }

    /** For tests and the local host. */
    public RankingHandler(Wiring wiring) {
        var works = Works.of(wiring);
        ratings = new RatingRoutes(works);
        announcements = new AnnouncementRoutes(works);
        corrections = new CorrectionRoute(works);
        evidence = new EvidenceRoute(works);
        state = new StateRoute(works);
        handover = new HandoverRoute(works);
        acts = new ActRoutes(works);
        figures = new FiguresRoute(works);
        paper = new PaperRoutes(works, Scans.of(wiring));
        mails = new MailRoutes(works, new GivenUpStore(Tables.of(wiring)));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return Door.answer(event, this::route);
    }

    private APIGatewayV2HTTPResponse route(Request request) {
        return switch (request.route()) {
            case "POST /v1/ratings/{stage}" -> ratings.make(request);
            case "GET /v1/ratings/{stage}" -> ratings.latest(request);
            case "POST /v1/announcements" -> announcements.announce(request);
            case "POST /v1/announcements/previews" -> announcements.preview(request);
            case "GET /v1/announcements" -> announcements.list(request);
            case "POST /v1/corrections" -> corrections.open(request);
            case "POST /v1/evidence/{stage}" -> evidence.rebuild(request);
            case "GET /v1/mails" -> mails.list(request);
            case "POST /v1/mails" -> mails.again(request);
            case "GET /v1/state" -> state.show(request);
            case "GET /v1/handovers" -> handover.list(request);
            case "GET /v1/surveys/{survey}/acts" -> acts.list(request);
            case "POST /v1/surveys/{survey}/acts" -> acts.act(request);
            case "POST /v1/surveys/{survey}/previews" -> acts.preview(request);
            case "GET /v1/surveys/{survey}/figures/{oblast}" -> figures.show(request);
            case "GET /v1/surveys/{survey}/paper/{oblast}" -> paper.list(request);
            case "POST /v1/surveys/{survey}/paper" -> paper.enter(request);
            case "POST /v1/surveys/{survey}/paper-checks" -> paper.confirm(request);
            default -> throw new IllegalStateException("no such route: " + request.route());
        };
    }
}
