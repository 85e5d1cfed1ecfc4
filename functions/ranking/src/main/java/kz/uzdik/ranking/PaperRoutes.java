package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.PaperCheck;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.contest.vote.PaperRecord;
import kz.uzdik.files.Scans;
import kz.uzdik.files.UploadLink;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.PaperStore.Filing;
import kz.uzdik.store.SurveyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts of paper ballots: the secretary enters one with a scan of its record once the survey is over, and another
 * member or secretary of the oblast confirms it. What was counted wrongly is entered again with a reason.
 */
final class PaperRoutes {

    private static final int MAX_BYTES = 32 * 1024;
    private static final Duration LINK_VALID = Duration.ofMinutes(15);

    private final Works works;
    private final Scans scans;

    PaperRoutes(Works works, Scans scans) {
        this.works = works;
        this.scans = scans;
    }

    private record Asked(String candidate, int version) {}

    private record Entered(PaperCount entered, UploadLink upload) {}

    /** One version; {@code scanned} says whether its scan has arrived, {@code scan} is a link to it then. */
    private record Shown(
            String candidate,
            int version,
            AnswerCounts count,
            String sha256,
            @Nullable Text reason,
            String by,
            Instant at,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt,
            boolean holds,
            @Nullable Integer annulled,
            boolean scanned,
            @Nullable String scan) {}

    private record Listed(
            String survey,
            PaperBallots mode,
            LocalDateTime closes,
            boolean over,
            boolean announced,
            List<Shown> counts) {}

    /** {@code GET /v1/surveys/{survey}/paper/{oblast}}: every version of the oblast's counts. */
    APIGatewayV2HTTPResponse list(Request request) {
        var oblast = request.path("oblast");
        request.caller()
                .having(Caller.AGENCY, Caller.CHAIR, Caller.SECRETARY, Caller.MEMBER)
                .in(oblast);
        if (works.definition().oblasts().stream().noneMatch(one -> one.kato().equals(oblast))) {
            throw Refusals.oblastUnknown();
        }
        var survey = survey(request);
        var record = works.surveys().read(survey.id());
        return Door.json(
                200,
                new Listed(
                        survey.id(),
                        survey.paper(),
                        end(survey, record),
                        isOver(survey, record),
                        record.announced(),
                        record.paper().entries().stream()
                                .filter(entry ->
                                        BallotCriteria.lies(entry.count().candidate(), oblast))
                                .map(entry -> shown(entry, record))
                                .toList()));
    }

    /** {@code POST /v1/surveys/{survey}/paper}: a count is entered; the answer carries the link for its scan. */
    APIGatewayV2HTTPResponse enter(Request request) {
        var caller = request.caller().having(Caller.SECRETARY);
        var survey = survey(request);
        var asked = request.body(PaperRequest.class, MAX_BYTES);
        inOwnOblast(caller, asked.candidate());
        Refusals.refuseFaults(asked.faults(survey));
        var record = works.surveys().read(survey.id());
        if (survey.paper() == PaperBallots.NONE) {
            throw PaperRefusals.noPaper();
        }
        if (!isOver(survey, record)) {
            throw PaperRefusals.surveyOpen(end(survey, record));
        }
        if (!isAsked(survey, asked.candidate())) {
            throw PaperRefusals.notACandidate();
        }
        int next = record.paper().of(asked.candidate()).size() + 1;
        if (asked.version() > next) {
            throw PaperRefusals.version(next);
        }
        var count = asked.count(survey.id(), caller.subject(), works.now());
        return switch (works.paper().enter(count)) {
            case Filing.Done<PaperCount>(PaperCount done) -> entered(201, done);
            case Filing.Taken<PaperCount>(PaperCount first)
            when PaperRequest.isSame(first, count) -> entered(200, first);
            case Filing.Taken<PaperCount> taken -> throw PaperRefusals.version(next);
            case Filing.StageAnnounced<PaperCount> announced -> throw Refusals.surveyAnnounced();
        };
    }

    /** {@code POST /v1/surveys/{survey}/paper-checks}: a second person confirms the last version. */
    APIGatewayV2HTTPResponse confirm(Request request) {
        var caller = request.caller().having(Caller.SECRETARY, Caller.MEMBER, Caller.CHAIR);
        var survey = survey(request);
        var asked = request.body(Asked.class, MAX_BYTES);
        inOwnOblast(caller, asked.candidate());
        var versions = works.paper().read(survey.id()).of(asked.candidate());
        if (asked.version() < 1 || asked.version() > versions.size()) {
            throw PaperRefusals.unknown();
        }
        var count = versions.get(asked.version() - 1).count();
        if (count.by().equals(caller.subject())) {
            throw PaperRefusals.ownCount();
        }
        if (asked.version() < versions.size()) {
            throw PaperRefusals.version(versions.size());
        }
        if (!scans.isThere(count)) {
            throw PaperRefusals.noScan();
        }
        var check = new PaperCheck(survey.id(), asked.candidate(), asked.version(), caller.subject(), works.now());
        return switch (works.paper().confirm(check)) {
            case Filing.Done<PaperCheck>(PaperCheck done) -> Door.json(201, done);
            case Filing.Taken<PaperCheck>(PaperCheck first) -> Door.json(200, first);
            case Filing.StageAnnounced<PaperCheck> announced -> throw Refusals.surveyAnnounced();
        };
    }

    private APIGatewayV2HTTPResponse entered(int status, PaperCount count) {
        return Door.json(status, new Entered(count, scans.uploadLink(count, LINK_VALID)));
    }

    private Shown shown(PaperRecord.Entry entry, SurveyRecord record) {
        var count = entry.count();
        var check = entry.check();
        boolean holds = count.equals(record.paper().holding().get(count.candidate()));
        boolean scanned = check != null || scans.isThere(count);
        return new Shown(
                count.candidate(),
                count.version(),
                count.count(),
                count.scan().sha256(),
                count.reason(),
                count.by(),
                count.at(),
                check == null ? null : check.by(),
                check == null ? null : check.at(),
                holds,
                holds ? annulment(record.annulments(), count.candidate()) : null,
                scanned,
                scanned ? scans.viewLink(count, LINK_VALID) : null);
    }

    private static @Nullable Integer annulment(Annulments annulments, String candidate) {
        var act = annulments.taking(BallotKind.paper(candidate));
        return act.isPresent() ? Integer.valueOf(act.getAsInt()) : null;
    }

    private void inOwnOblast(Caller caller, String candidate) {
        var places = Places.of(works.definition());
        caller.in((candidate.startsWith("d-") ? places.oblastOf(candidate.substring(2)) : Optional.<Oblast>empty())
                .orElseThrow(Refusals::candidateElsewhere)
                .kato());
    }

    /** Whether the survey asks about {@code candidate}: the stage before it has chosen them. */
    private boolean isAsked(Survey survey, String candidate) {
        return works.facts().announced(survey.after()).stream()
                .flatMap(announced -> announced.chosen().stream())
                .anyMatch(one -> one.candidate().equals(candidate));
    }

    private boolean isOver(Survey survey, SurveyRecord record) {
        return !LocalDateTime.ofInstant(works.now(), works.definition().zone()).isBefore(end(survey, record));
    }

    private static LocalDateTime end(Survey survey, SurveyRecord record) {
        return record.orders(survey.id()).applied(survey).window().closes();
    }

    private Survey survey(Request request) {
        return works.definition().survey(request.path("survey")).orElseThrow(Refusals::surveyUnknown);
    }
}
