package kz.uzdik.contest.anomaly;

import java.util.Comparator;
import java.util.List;

/**
 * A survey in figures, okrug by okrug: what the rules of anomalies are held against.
 *
 * @param contest id of the edition
 * @param survey id of the survey
 * @param okrugs in the order of their candidates
 * @param domains codes asked for by mail domain in the whole survey, known once it is over: by okrug nobody counts
 *     them, so that no address can be brought near a ballot
 */
public record Figures(String contest, String survey, List<OkrugFigures> okrugs, Breakdown domains) {

    public Figures {
        okrugs = okrugs.stream()
                .sorted(Comparator.comparing(OkrugFigures::candidate))
                .toList();
    }

    /** As anyone may see them: no cell below {@code least}. */
    public Figures withholding(long least) {
        return new Figures(
                contest,
                survey,
                okrugs.stream().map(okrug -> okrug.withholding(least)).toList(),
                domains.withholding(least));
    }
}
