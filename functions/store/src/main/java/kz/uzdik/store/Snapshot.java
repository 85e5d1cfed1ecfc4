package kz.uzdik.store;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackPaper;

/**
 * What a stage's result rests on besides the ballots, as it stood at the announcement: kept whole, so that protocol
 * and evidence can be made again whatever is recorded later.
 *
 * @param minutes the commissions' sittings and the salts of their sheets
 * @param decisions every decision on every dossier
 * @param joined for the first stage, dossier → how many nominators joined the first one, where any did
 * @param acts every act on the surveys that the stage counts
 * @param annulments the annulments among them as published, with the ballots they took
 * @param paper every count of paper ballots on those rated, as published
 */
public record Snapshot(
        ContestDefinition definition,
        StageFacts facts,
        Minutes minutes,
        List<Decision> decisions,
        Map<String, Integer> joined,
        List<SurveyAct> acts,
        List<PackAnnulment> annulments,
        List<PackPaper> paper) {
    public Snapshot {
        decisions = List.copyOf(decisions);
        joined = Collections.unmodifiableMap(new TreeMap<>(joined));
        acts = List.copyOf(acts);
        annulments = List.copyOf(annulments);
        paper = List.copyOf(paper);
    }
}
