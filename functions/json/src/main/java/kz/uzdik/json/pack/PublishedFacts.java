package kz.uzdik.json.pack;

import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.ranking.StageFacts;

/**
 * The facts of a stage with all that the pack withholds left empty: reasons of recusals and abstentions, addresses of
 * members, answers of few. What is published of them, a hash too, is made of these.
 */
public final class PublishedFacts {
    private PublishedFacts() {}

    /** {@code facts}, by name or by number, as somebody reads them again from the pack. */
    public static StageFacts of(ContestDefinition definition, StageFacts facts) {
        return new StageFacts(
                facts.stage(),
                facts.participants(),
                facts.commissions().stream()
                        .map(commission -> PackCommission.of(commission).commission())
                        .toList(),
                facts.sheets(),
                facts.recusals().stream()
                        .map(recusal -> PackRecusal.of(recusal).recusal(facts.stage()))
                        .toList(),
                facts.abstentions().stream()
                        .map(abstention -> PackAbstention.of(abstention).abstention(facts.stage()))
                        .toList(),
                facts.castingVotes(),
                SmallGroups.withoutAnswers(definition, facts),
                SmallGroups.paper(definition, facts),
                facts.earlier());
    }
}
