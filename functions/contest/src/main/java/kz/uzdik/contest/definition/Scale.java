package kz.uzdik.contest.definition;

/** Answers allowed: whole numbers from {@code lowest} (1 or more) to {@code highest}, and 0 for «don't know» if so set. */
public record Scale(int lowest, int highest, boolean dontKnow) {

    /** The value that stands for «don't know». */
    public static final int DONT_KNOW = 0;

    /** Whether {@code answer} is on this scale. */
    public boolean allows(int answer) {
        return (answer >= lowest && answer <= highest) || (dontKnow && answer == DONT_KNOW);
    }
}
