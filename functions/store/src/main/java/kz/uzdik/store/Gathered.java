package kz.uzdik.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackPaper;
import kz.uzdik.json.pack.PublishedFacts;

/**
 * What {@link FactsGatherer} gathered.
 *
 * @param minutes the commissions' sittings and the salts of their sheets
 * @param revisions scope → revision of the commission's record that the facts are at least as new as
 * @param decisions every decision on every dossier
 * @param undecided where {@code stage} is the first, dossiers whose latest version nobody has decided on
 * @param decidedAt where {@code stage} is the first, dossier → when the decision that holds was made
 * @param appealed where {@code stage} is the first, dossiers with an appeal that nobody has decided on
 * @param joined where {@code stage} is the first, dossier → how many nominators joined the first one, where any did
 * @param surveys the record of each survey that the stage counts; the tallies are at least as new
 * @param annulments the annulments in them as published, with the ballots they take
 * @param paper every count of paper ballots on those who take part, as published
 * @param unconfirmed sheets entered from paper that nobody has confirmed
 * @param inputsSha256 of the facts in canonical order, without all that {@link PublishedFacts} leaves empty: the
 *     hash is published, and from that of a few ballots or a short reason these could be found by trying all
 */
public record Gathered(
        StageFacts facts,
        Minutes minutes,
        Map<String, Long> revisions,
        List<Decision> decisions,
        List<String> undecided,
        Map<String, Instant> decidedAt,
        List<String> appealed,
        Map<String, Integer> joined,
        Map<String, SurveyRecord> surveys,
        List<PackAnnulment> annulments,
        List<PackPaper> paper,
        List<PaperSheet> unconfirmed,
        String inputsSha256) {
    public Gathered {
        revisions = Map.copyOf(revisions);
        decisions = List.copyOf(decisions);
        undecided = List.copyOf(undecided);
        decidedAt = Collections.unmodifiableMap(new TreeMap<>(decidedAt));
        appealed = List.copyOf(appealed);
        joined = Collections.unmodifiableMap(new TreeMap<>(joined));
        surveys = Map.copyOf(surveys);
        annulments = List.copyOf(annulments);
        paper = List.copyOf(paper);
        unconfirmed = List.copyOf(unconfirmed);
    }

    /** Survey → revision of its record. */
    public Map<String, Long> surveyRevisions() {
        var revisions = new TreeMap<String, Long>();
        surveys.forEach((survey, record) -> revisions.put(survey, record.revision()));
        return revisions;
    }

    /** The annulments that the tallies of {@code survey} were made under. */
    public Annulments annulmentsOf(String survey) {
        var record = surveys.get(survey);
        return record == null ? Annulments.NONE : record.annulments();
    }

    /** Every act on the surveys. */
    public List<SurveyAct> acts() {
        return surveys.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(survey -> survey.getValue().acts().stream())
                .toList();
    }
}
