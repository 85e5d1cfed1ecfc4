package kz.uzdik.ranking;

import java.util.function.Predicate;
import kz.uzdik.contest.anomaly.Figures;
import kz.uzdik.contest.anomaly.FiguresCount;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.BallotKind;

/** A survey's ballots that count, in figures: what is annulled is explained by its act and is not held against anybody. */
final class SurveyFigures {

    private final Works works;

    SurveyFigures(Works works) {
        this.works = works;
    }

    /** From the running totals, without whole sets of answers: of those whose candidates lie in {@code oblast}. */
    Figures ofTotals(Survey survey, String oblast) {
        return ofTotals(survey, candidate -> BallotCriteria.lies(candidate, oblast));
    }

    /** From the running totals, without whole sets of answers: of all candidates. */
    Figures ofTotals(Survey survey) {
        return ofTotals(survey, candidate -> true);
    }

    private Figures ofTotals(Survey survey, Predicate<String> meant) {
        var count = new FiguresCount(works.definition(), survey);
        var annulments = works.surveys().read(survey.id()).annulments();
        for (var candidate : works.tallies().totals(survey.id()).keySet()) {
            if (meant.test(candidate)) {
                works.tallies().kinds(survey.id(), candidate).forEach((kind, ballots) -> {
                    if (annulments.taking(kind).isEmpty()) {
                        count.add(kind, ballots);
                    }
                });
            }
        }
        return count.figures();
    }

    /**
     * From the ballots themselves, whole sets of answers among them, with what was counted by hand, and the mail domains
     * that codes were asked for: of all candidates, once nobody votes any more.
     */
    Figures ofBallots(Survey survey) {
        var count = new FiguresCount(works.definition(), survey);
        var record = works.surveys().read(survey.id());
        var annulments = record.annulments();
        works.ballots().forEach(survey.id(), ballot -> {
            if (annulments.taking(BallotKind.of(ballot)).isEmpty()) {
                count.add(ballot);
            }
        });
        record.paper()
                .count(annulments)
                .counted()
                .forEach((candidate, onPaper) -> count.addPaper(candidate, onPaper.ballots()));
        count.setDomains(works.domains().count(survey.id()));
        return count.figures();
    }
}
