package kz.uzdik.json.pack;

import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import org.jspecify.annotations.Nullable;

/**
 * All recorded facts that the evidence pack of one stage is made of; the order of the lists means nothing.
 *
 * @param number 1 for the stage's first announcement, one more for each correction
 * @param announcedAt when the agency announced the stage; the pack is made from this, never from the clock
 * @param corrects the announcement before; null for the first
 * @param facts what the rating was made from; tallies of its participants alone
 * @param minutes the commissions' sittings and the salts of their sheets
 * @param rating as announced
 * @param decisions every decision on every dossier, earlier ones too
 * @param earlier ratings of earlier stages as announced: those whose totals count, and the one whose chosen take part
 * @param ballots one per survey that the stage's components use, the ballots on its participants alone
 * @param annulments every annulment in these surveys, with the ballots on the participants that it took
 * @param paper every count of paper ballots on the participants
 * @param protocols in Kazakh and in Russian
 */
public record PackFacts(
        ContestDefinition definition,
        int number,
        Instant announcedAt,
        @Nullable PackCorrection corrects,
        StageFacts facts,
        Minutes minutes,
        Rating rating,
        List<Decision> decisions,
        List<Rating> earlier,
        List<PublishedBallots> ballots,
        List<PackAnnulment> annulments,
        List<PackPaper> paper,
        List<PackProtocol> protocols) {
    public PackFacts {
        decisions = List.copyOf(decisions);
        earlier = List.copyOf(earlier);
        ballots = List.copyOf(ballots);
        annulments = List.copyOf(annulments);
        paper = List.copyOf(paper);
        protocols = List.copyOf(protocols);
    }
}
