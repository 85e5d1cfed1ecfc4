package kz.uzdik.contest.definition;

/**
 * How the share of residents who trust their akim is told from a survey's answers. The question enters no rating: it is
 * asked so that the edition can be held against a poll.
 *
 * @param question id of the question that asks for it
 * @param trusting the lowest answer that means trust
 * @param dontKnow whether those who do not know are among those whom the share is of
 * @param compared the poll that it stands beside
 */
public record Trust(String question, int trusting, boolean dontKnow, Compared compared) {

    /**
     * A poll of before.
     *
     * @param percent who trusted, from 0 to 100
     * @param title whose poll it was, of whom and when
     */
    public record Compared(int percent, Text title) {}
}
