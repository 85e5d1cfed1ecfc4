package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.definition.Scale;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Trust;
import kz.uzdik.contest.vote.AnswerCounts;

/**
 * The share of residents who trust their akim, by the survey's own formula ({@link Trust}).
 *
 * @param survey that asked
 * @param akims about how many the residents were asked
 * @param trusting answers that mean trust
 * @param answers all that the share is of, at least 1
 * @param percent {@code trusting} of {@code answers}, from 0 to 100, rounded half up to one decimal
 * @param compared what it stands beside
 */
public record TrustShare(
        String survey, int akims, long trusting, long answers, BigDecimal percent, Trust.Compared compared) {

    /**
     * The share in {@code survey} among those {@code facts} are about; empty where the survey asks nobody for it or
     * nobody answered. Of a candidate with fewer ballots than the minimum group nothing is taken: the published answers
     * of the others, taken off the sum, would tell theirs.
     */
    public static Optional<TrustShare> of(Survey survey, StageFacts facts) {
        var trust = survey.trust();
        if (trust == null) {
            return Optional.empty();
        }
        int akims = 0;
        long trusting = 0;
        long answers = 0;
        for (var participant : facts.participants()) {
            var heard = facts.heard(survey, participant.candidate());
            if (heard.ballots() >= survey.minimumGroup()) {
                akims++;
                trusting += given(heard, trust, trust.trusting(), survey.scale().highest());
                answers += given(
                        heard, trust, survey.scale().lowest(), survey.scale().highest());
                answers += trust.dontKnow() ? given(heard, trust, Scale.DONT_KNOW, Scale.DONT_KNOW) : 0;
            }
        }
        return answers == 0
                ? Optional.empty()
                : Optional.of(new TrustShare(
                        survey.id(), akims, trusting, answers, percent(trusting, answers), trust.compared()));
    }

    private static long given(AnswerCounts heard, Trust trust, int lowest, int highest) {
        return heard.counts().getOrDefault(trust.question(), Map.of()).entrySet().stream()
                .filter(entry -> {
                    int answer = Integer.parseInt(entry.getKey());
                    return answer >= lowest && answer <= highest;
                })
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part).movePointRight(2).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    }
}
