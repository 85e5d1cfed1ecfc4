package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.definition.Window;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.contest.vote.SurveyAct.Annulment;
import kz.uzdik.contest.vote.SurveyAct.Extension;
import kz.uzdik.contest.vote.SurveyAct.Freeze;
import kz.uzdik.contest.vote.SurveyAct.Reinstatement;
import kz.uzdik.contest.vote.SurveyAct.Unfreeze;
import kz.uzdik.contest.vote.SurveyCount;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.SurveyRecord;
import kz.uzdik.store.SurveyStore.Acting;
import org.jspecify.annotations.Nullable;

/**
 * What the agency and a commission's chair do to a survey under attack: ballots annulled and reinstated, votes on one
 * candidate stopped and taken again, the end moved; each a fact with its reason. A chair acts in their own oblast, the
 * agency everywhere and alone on the end.
 */
final class ActRoutes {

    private final Works works;
    private final OrdersFile orders;

    ActRoutes(Works works) {
        this.works = works;
        this.orders = new OrdersFile(works);
    }

    private record Preview(BallotCriteria ballots) {}

    /** {@code ballots} and {@code paper}: how many an annulment that holds takes of either; null of other acts. */
    private record Shown(
            int number,
            SurveyAct.What what,
            Text reason,
            String by,
            Instant at,
            @Nullable Long ballots,
            @Nullable Long paper) {}

    private record Listed(
            String survey,
            int next,
            boolean announced,
            long accepted,
            long counted,
            long paper,
            Window window,
            SortedMap<String, Text> frozen,
            List<Shown> acts) {}

    /** {@code ballots} is null where they are fewer than the survey's minimum group, so that nobody is singled out. */
    private record Share(String candidate, @Nullable Long ballots, long of) {}

    private record Previewed(
            int next, int minimumGroup, @Nullable Long ballots, long paper, List<Share> shares) {}

    /** {@code GET /v1/surveys/{survey}/acts}. */
    APIGatewayV2HTTPResponse list(Request request) {
        request.caller().having(Caller.AGENCY, Caller.CHAIR, Caller.SECRETARY, Caller.MEMBER);
        var survey = survey(request);
        var record = works.surveys().read(survey.id());
        var count = works.tallies().count(survey.id(), record.annulments());
        var onPaper = record.paper().count(record.annulments());
        return Door.json(
                200,
                new Listed(
                        survey.id(),
                        record.next(),
                        record.announced(),
                        count.ballots() + count.annulledBallots(),
                        count.ballots(),
                        onPaper.ballots(),
                        record.orders(survey.id()).applied(survey).window(),
                        record.orders(survey.id()).frozen(),
                        record.acts().stream()
                                .map(act -> shown(act, record, count, onPaper))
                                .toList()));
    }

    /** {@code POST /v1/surveys/{survey}/previews}: how many ballots an annulment would take; changes nothing. */
    APIGatewayV2HTTPResponse preview(Request request) {
        var caller = request.caller().having(Caller.AGENCY, Caller.CHAIR);
        var survey = survey(request);
        var ballots = request.body(Preview.class, ActRequest.MAX_BYTES).ballots();
        check(caller, ballots);
        var record = works.surveys().read(survey.id());
        var taken = taken(survey, record, ballots);
        long paper = paperTaken(record, ballots);
        var accepted = works.tallies().totals(survey.id());
        return Door.json(
                200,
                new Previewed(
                        record.next(),
                        survey.minimumGroup(),
                        total(taken) == 0 && paper > 0 ? Long.valueOf(0) : atLeast(survey, total(taken)),
                        paper,
                        taken.entrySet().stream()
                                .map(one -> new Share(
                                        one.getKey(),
                                        atLeast(survey, one.getValue()),
                                        accepted.getOrDefault(one.getKey(), AnswerCounts.NONE)
                                                .ballots()))
                                .toList()));
    }

    /** {@code POST /v1/surveys/{survey}/acts}. */
    APIGatewayV2HTTPResponse act(Request request) {
        var caller = request.caller().having(Caller.AGENCY, Caller.CHAIR);
        var survey = survey(request);
        var asked = request.body(ActRequest.class, ActRequest.MAX_BYTES);
        Refusals.refuseFaults(ReasonFaults.of(asked.reason()));
        var record = works.surveys().read(survey.id());
        var act =
                new SurveyAct(survey.id(), asked.number(), asked.what(), asked.reason(), caller.subject(), works.now());
        if (record.next() < asked.number()) {
            throw Refusals.actNumber(record.next());
        }
        var isNew = record.next() == asked.number();
        switch (asked.what()) {
            case Annulment annulment -> {
                check(caller, annulment.ballots());
                if (isNew && !record.announced()) {
                    refuseFew(survey, record, annulment.ballots());
                }
            }
            case Reinstatement reinstatement -> {
                var undone = annulment(record, reinstatement.annulment()).orElseThrow(Refusals::annulmentUnknown);
                check(caller, undone.ballots());
                if (isNew && !record.annulments().holds(reinstatement.annulment())) {
                    throw Refusals.annulmentUnknown();
                }
            }
            case Freeze freeze -> {
                checkCandidate(caller, freeze.candidate());
                if (isNew && record.orders(survey.id()).frozen().containsKey(freeze.candidate())) {
                    throw Refusals.frozenAlready();
                }
            }
            case Unfreeze unfreeze -> {
                checkCandidate(caller, unfreeze.candidate());
                if (isNew && !record.orders(survey.id()).frozen().containsKey(unfreeze.candidate())) {
                    throw Refusals.notFrozen();
                }
            }
            case Extension extension -> {
                caller.having(Caller.AGENCY);
                if (isNew && !record.announced()) {
                    checkEnd(survey, record, extension.closes());
                }
            }
        }
        return switch (works.surveys().act(act)) {
            case Acting.Done(SurveyAct done) -> published(201, survey, done);
            case Acting.Same(SurveyAct first) -> published(200, survey, first);
            case Acting.Taken taken -> throw Refusals.actNumber(record.next());
            case Acting.StageAnnounced announced -> throw Refusals.surveyAnnounced();
        };
    }

    private APIGatewayV2HTTPResponse published(int status, Survey survey, SurveyAct act) {
        orders.publish(survey);
        return Door.json(status, act);
    }

    private void checkCandidate(Caller caller, String candidate) {
        var oblast = candidate.startsWith("d-")
                ? Places.of(works.definition()).oblastOf(candidate.substring(2))
                : Optional.<Oblast>empty();
        caller.in(oblast.orElseThrow(Refusals::candidateElsewhere).kato());
    }

    /** The end may move only before it has come, only to a later moment, and not past a rating that counts the survey. */
    private void checkEnd(Survey survey, SurveyRecord record, LocalDateTime closes) {
        var now = LocalDateTime.ofInstant(works.now(), works.definition().zone());
        var end = record.orders(survey.id()).applied(survey).window().closes();
        if (!now.isBefore(end)) {
            throw Refusals.surveyOver(end);
        }
        if (!closes.isAfter(end)) {
            throw Refusals.endNotLater(end);
        }
        works.definition().stages().stream()
                .filter(stage -> Surveys.of(works.definition(), stage).stream()
                        .anyMatch(one -> one.id().equals(survey.id())))
                .map(Stage::rateAt)
                .filter(closes::isAfter)
                .findFirst()
                .ifPresent(rateAt -> {
                    throw Refusals.endAfterRating(rateAt);
                });
    }

    private void refuseFew(Survey survey, SurveyRecord record, BallotCriteria ballots) {
        long taken = total(taken(survey, record, ballots));
        if (taken == 0 ? paperTaken(record, ballots) == 0 : taken < survey.minimumGroup()) {
            throw Refusals.tooFewBallots(survey.minimumGroup());
        }
    }

    /** Paper ballots lie in counts that the commission itself made: of them none is too few. */
    private static long paperTaken(SurveyRecord record, BallotCriteria ballots) {
        return total(record.paper()
                .count(record.annulments().with(record.next(), ballots))
                .annulledBy(record.next()));
    }

    private Map<String, Long> taken(Survey survey, SurveyRecord record, BallotCriteria ballots) {
        return works.tallies()
                .count(survey.id(), record.annulments().with(record.next(), ballots))
                .annulledBy(record.next());
    }

    private void check(Caller caller, BallotCriteria ballots) {
        Refusals.refuseFaults(ActRequest.faults(ballots, works.definition()));
        var own = caller.is(Caller.AGENCY) || !ballots.scope().equals(Stage.REPUBLIC);
        caller.in(own ? ballots.scope() : "");
        var candidate = ballots.candidate();
        if (candidate != null && !BallotCriteria.lies(candidate, ballots.scope())) {
            throw Refusals.candidateElsewhere();
        }
    }

    private static Optional<Annulment> annulment(SurveyRecord record, int number) {
        return record.acts().stream()
                .filter(act -> act.number() == number)
                .map(SurveyAct::what)
                .filter(Annulment.class::isInstance)
                .map(Annulment.class::cast)
                .findFirst();
    }

    private static Shown shown(SurveyAct act, SurveyRecord record, SurveyCount count, SurveyCount onPaper) {
        boolean holds = record.annulments().holds(act.number());
        Long ballots = holds ? Long.valueOf(total(count.annulledBy(act.number()))) : null;
        Long paper = holds ? Long.valueOf(total(onPaper.annulledBy(act.number()))) : null;
        return new Shown(act.number(), act.what(), act.reason(), act.by(), act.at(), ballots, paper);
    }

    private static @Nullable Long atLeast(Survey survey, long ballots) {
        return ballots < survey.minimumGroup() ? null : Long.valueOf(ballots);
    }

    private static long total(Map<String, Long> ballots) {
        return ballots.values().stream().mapToLong(Long::longValue).sum();
    }

    private Survey survey(Request request) {
        return works.definition().survey(request.path("survey")).orElseThrow(Refusals::surveyUnknown);
    }
}
