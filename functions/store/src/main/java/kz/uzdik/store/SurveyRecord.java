package kz.uzdik.store;

import java.util.List;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.PaperRecord;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.contest.vote.SurveyOrders;

/**
 * All that was done to one survey.
 *
 * @param revision how many writes there have been; the acts read are at least as new
 * @param announced whether a stage that counts the survey is announced, so that nothing more is taken
 * @param acts in the order of their numbers
 * @param paper every count of paper ballots
 */
public record SurveyRecord(long revision, boolean announced, List<SurveyAct> acts, PaperRecord paper) {
    public SurveyRecord {
        acts = List.copyOf(acts);
    }

    /** The annulments that hold. */
    public Annulments annulments() {
        return Annulments.of(acts);
    }

    /** What the acts mean for taking votes in {@code survey}, whose record this is. */
    public SurveyOrders orders(String survey) {
        return SurveyOrders.of(survey, acts);
    }

    /** The number of the act that would come next. */
    public int next() {
        return acts.size() + 1;
    }
}
