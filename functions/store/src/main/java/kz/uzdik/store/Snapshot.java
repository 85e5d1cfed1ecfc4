package kz.uzdik.store;

import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.ranking.StageFacts;

/**
 * What a stage's result rests on besides the ballots, as it stood at the announcement: kept whole, so that protocol
 * and evidence can be made again whatever is recorded later.
 *
 * @param decisions every decision on every dossier
 */
public record Snapshot(ContestDefinition definition, StageFacts facts, List<Decision> decisions) {
    public Snapshot {
        decisions = List.copyOf(decisions);
    }
}
