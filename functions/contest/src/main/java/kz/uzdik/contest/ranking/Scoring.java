package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Scale;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.AnswerCounts;

/** Turns one scope's facts into points: sheets (§12, §15, §20), residents' answers (§14(3)), earlier totals (§20). */
final class Scoring {
    private static final Fraction HUNDRED = Fraction.of(100);

    private final Stage stage;
    private final Map<String, Sheet> sheetsById = new HashMap<>();
    private final Map<String, Survey> surveysById = new HashMap<>();
    private final SheetIndex sheets;
    private final StageFacts facts;
    private final Commissions.Abstaining abstaining;

    Scoring(ContestDefinition definition, Stage stage, StageFacts facts, SheetIndex sheets) {
        this.stage = stage;
        this.facts = facts;
        this.sheets = sheets;
        abstaining = definition.commissions().of(stage.scope()).abstention();
        definition.sheets().forEach(sheet -> sheetsById.put(sheet.id(), sheet));
        definition.surveys().forEach(survey -> surveysById.put(survey.id(), survey));
    }

    /** The scores of one scope's participants, in their order. */
    List<Score> scores(List<Participant> participants, Set<String> members) {
        var columns = new ArrayList<List<Score.Points>>();
        for (var component : stage.components()) {
            columns.add(
                    switch (component) {
                        case Component.OfSheet of ->
                            participants.stream()
                                    .map(participant -> ofSheet(of, participant, members))
                                    .toList();
                        case Component.OfSurvey of -> ofSurvey(of, participants);
                        case Component.OfStage of ->
                            participants.stream()
                                    .map(participant -> ofStage(of, participant))
                                    .toList();
                    });
        }
        var scores = new ArrayList<Score>(participants.size());
        for (int row = 0; row < participants.size(); row++) {
            var points = new ArrayList<Score.Points>(columns.size());
            for (var column : columns) {
                points.add(column.get(row));
            }
            scores.add(Score.of(participants.get(row), points));
        }
        return scores;
    }

    private Score.Points ofSheet(Component.OfSheet component, Participant participant, Set<String> members) {
        var candidate = participant.candidate();
        var sum = BigDecimal.ZERO;
        long counted = 0;
        for (var filed : sheets.filed(candidate, component.sheet()).entrySet()) {
            if (members.contains(filed.getKey()) && !sheets.recused(candidate, filed.getKey())) {
                sum = sum.add(filed.getValue());
                counted++;
            }
        }
        if (abstaining == Commissions.Abstaining.ZERO) {
            counted += sheets.abstained(candidate).stream()
                    .filter(member -> members.contains(member) && !sheets.recused(candidate, member))
                    .count();
        }
        if (counted == 0) {
            return new Score.Points(component, Fraction.ZERO, 0);
        }
        var most = Fraction.of(known(sheetsById, component.sheet()).maxPoints()).times(Fraction.of(counted));
        return new Score.Points(component, HUNDRED.times(Fraction.of(sum)).dividedBy(most), counted);
    }

    private Score.Points ofStage(Component.OfStage component, Participant participant) {
        var total = facts.earlier().getOrDefault(component.stage(), Map.of()).get(participant.candidate());
        return total == null
                ? new Score.Points(component, Fraction.ZERO, 0)
                : new Score.Points(component, Fraction.of(total), 1);
    }

    private List<Score.Points> ofSurvey(Component.OfSurvey component, List<Participant> participants) {
        var survey = known(surveysById, component.survey());
        var own = new HashMap<String, Fraction>();
        for (var participant : participants) {
            var tally = facts.heard(survey, participant.candidate());
            var answers = new Answers(survey, tally);
            if (tally.ballots() >= component.minimumRespondents() && answers.given > 0) {
                own.put(participant.candidate(), answers.points());
            }
        }
        var mean = mean(own);
        return participants.stream()
                .map(participant -> {
                    var ballots = facts.heard(survey, participant.candidate()).ballots();
                    var points = own.get(participant.candidate());
                    if (points == null) {
                        return new Score.Points(component, substitute(component, mean), ballots, true, null);
                    }
                    var answers = new Score.Answers(points, mean);
                    return new Score.Points(
                            component, answers.mixed(ballots, component.shrinkage()), ballots, false, answers);
                })
                .toList();
    }

    /** The mean of those who have points of their own, each counted once; 0 if nobody has. */
    private static Fraction mean(Map<String, Fraction> own) {
        return own.isEmpty()
                ? Fraction.ZERO
                : own.values().stream().reduce(Fraction.ZERO, Fraction::plus).dividedBy(Fraction.of(own.size()));
    }

    private static Fraction substitute(Component.OfSurvey component, Fraction mean) {
        return switch (component.belowMinimum()) {
            case ZERO -> Fraction.ZERO;
            case SCOPE_MEAN -> mean;
        };
    }

    private static <T> T known(Map<String, T> byId, String id) {
        var found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the definition has no " + id);
        }
        return found;
    }

    /** Sum and number of the answers to the survey's rated questions, «don't know» left out. */
    private static final class Answers {
        private final Scale scale;
        private long sum;
        private long given;

        Answers(Survey survey, AnswerCounts tally) {
            scale = survey.scale();
            for (var question : survey.rated()) {
                tally.counts().getOrDefault(question.id(), Map.of()).forEach((answer, times) -> {
                    int value = Integer.parseInt(answer);
                    if (value != Scale.DONT_KNOW && scale.allows(value)) {
                        sum = Math.addExact(sum, Math.multiplyExact(value, times));
                        given = Math.addExact(given, times);
                    }
                });
            }
        }

        Fraction points() {
            var mean = Fraction.of(sum).dividedBy(Fraction.of(given));
            return HUNDRED.times(mean.minus(Fraction.of(scale.lowest())))
                    .dividedBy(Fraction.of(scale.highest() - scale.lowest()));
        }
    }
}
