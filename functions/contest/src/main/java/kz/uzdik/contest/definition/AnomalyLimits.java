package kz.uzdik.contest.definition;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is held to be conspicuous in the figures of a survey, published before voting so that nobody can say afterwards
 * that the measure was made for a result. Shares are parts of 1.
 *
 * @param leastBallots an okrug with fewer ballots is held against no rule but turnout
 * @param oneIn a number of ballots is conspicuous where chance alone would exceed it less than once in so many cases
 */
public record AnomalyLimits(
        int leastBallots,
        int oneIn,
        Burst burst,
        OfficeHours officeHours,
        Share network,
        MailDomain mailDomain,
        Share sameAnswers,
        Turnout turnout) {

    /**
     * Many ballots within one hour.
     *
     * @param times how many times the okrug's own median hour a lively hour may come to
     */
    public record Burst(BigDecimal times, Text meaning) {}

    /**
     * Voting that keeps office hours, Monday to Friday.
     *
     * @param from first hour of the working day, 0 to 23
     * @param until the hour at which it ends, above {@code from}, at most 24
     * @param above how far the okrug's share may lie above that of the rest of its oblast
     */
    public record OfficeHours(int from, int until, BigDecimal above, Text meaning) {}

    /**
     * One and the same thing in many of an okrug's ballots.
     *
     * @param above how far its share may lie above what is to be expected
     */
    public record Share(BigDecimal above, Text meaning) {}

    /**
     * Many codes asked for to addresses of one mail domain.
     *
     * @param above the share that a domain may have of all codes of the survey; no smaller one is told
     * @param common domains that everybody uses, which may have any share
     */
    public record MailDomain(BigDecimal above, List<String> common, Text meaning) {
        public MailDomain {
            common = List.copyOf(common);
        }
    }

    /**
     * More ballots than residents.
     *
     * @param ofResidents how many ballots there may be for each resident
     */
    public record Turnout(BigDecimal ofResidents, Text meaning) {}
}
