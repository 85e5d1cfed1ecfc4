package kz.uzdik.contest.definition;

/** What is done with ballots on paper, which are counted by hand beside a survey (open: the sources name none). */
public enum PaperBallots {
    /** None are taken. */
    NONE,
    /** Their count is shown beside the residents' ballots and changes no rating. */
    SHOWN,
    /** Their count goes into the rating together with the residents' ballots. */
    COUNTED
}
