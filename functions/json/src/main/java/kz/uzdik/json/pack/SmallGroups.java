package kz.uzdik.json.pack;

import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.AnswerCounts;

/**
 * Keeps the answers of few people to themselves: of a candidate with fewer ballots than the survey's minimum group
 * only their number is published, unless the rating itself rests on the answers.
 */
public final class SmallGroups {
    private SmallGroups() {}

    /** Whether the answers to {@code survey} on a candidate with {@code ballots} ballots are left out. */
    public static boolean withheld(ContestDefinition definition, StageFacts facts, Survey survey, long ballots) {
        return ballots < survey.minimumGroup()
                && definition.stages().stream()
                        .filter(stage -> stage.id().equals(facts.stage()))
                        .flatMap(stage -> stage.components().stream())
                        .filter(Component.OfSurvey.class::isInstance)
                        .map(Component.OfSurvey.class::cast)
                        .filter(component -> component.survey().equals(survey.id()))
                        .allMatch(component -> ballots < component.minimumRespondents());
    }

    /** Paper ballots as published: without the answers on few of them, which never count. */
    static Map<String, Map<String, AnswerCounts>> paper(ContestDefinition definition, StageFacts facts) {
        var published = new TreeMap<String, Map<String, AnswerCounts>>();
        for (var survey : definition.surveys()) {
            facts.paper()
                    .getOrDefault(survey.id(), Map.of())
                    .forEach((candidate, count) -> published
                            .computeIfAbsent(survey.id(), id -> new TreeMap<>())
                            .put(
                                    candidate,
                                    count.ballots() < survey.minimumGroup()
                                            ? new AnswerCounts(count.ballots(), Map.of())
                                            : count));
        }
        return published;
    }

    static Map<String, Map<String, AnswerCounts>> withoutAnswers(ContestDefinition definition, StageFacts facts) {
        var published = new TreeMap<String, Map<String, AnswerCounts>>();
        for (var survey : definition.surveys()) {
            var tallies = facts.tallies().get(survey.id());
            if (tallies != null) {
                var copy = new TreeMap<String, AnswerCounts>();
                tallies.forEach((candidate, tally) -> copy.put(
                        candidate,
                        withheld(definition, facts, survey, tally.ballots())
                                ? new AnswerCounts(tally.ballots(), Map.of())
                                : tally));
                published.put(survey.id(), copy);
            }
        }
        return published;
    }
}
