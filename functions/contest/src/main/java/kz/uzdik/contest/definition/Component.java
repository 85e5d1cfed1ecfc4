package kz.uzdik.contest.definition;

import java.math.BigDecimal;

/** One part of a stage's total: gives 0 to 100 points, taken times its weight (0 to 1). */
public sealed interface Component {

    /** Names the component within its stage. */
    String id();

    Text title();

    /** Share of the total, above 0, at most 1. */
    BigDecimal weight();

    /** The mean of the members' sheets: 100 · mean points / the sheet's maximum. */
    record OfSheet(String id, Text title, BigDecimal weight, String sheet) implements Component {}

    /**
     * The answers of a survey: of residents or of invited people. A candidate's own points are 100 · (mean answer − lowest) / (highest − lowest) over all
     * answers but «don't know»; the mean is that of the own points of the scope's candidates with enough respondents.
     * The component gives (ballots · own + shrinkage · mean) / (ballots + shrinkage): the fewer answered, the nearer
     * to the mean, so that a small village neither wins nor loses by a handful of voices.
     *
     * @param minimumRespondents with fewer ballots than this the candidate's own answers are not used
     * @param belowMinimum what stands in their place then
     * @param shrinkage how many ballots the mean weighs as much as; 0 leaves the own points as they are
     */
    record OfSurvey(
            String id,
            Text title,
            BigDecimal weight,
            String survey,
            int minimumRespondents,
            BelowMinimum belowMinimum,
            int shrinkage)
            implements Component {}

    /** The total of an earlier stage, as announced. */
    record OfStage(String id, Text title, BigDecimal weight, String stage) implements Component {}

    /** What a survey component gives a candidate with too few respondents. */
    enum BelowMinimum {
        /** No points. */
        ZERO,
        /** The mean points of the scope's candidates that have enough respondents; 0 if none has. */
        SCOPE_MEAN
    }
}
