package kz.uzdik.contest.definition;

import java.time.LocalDate;
import java.util.List;
import kz.uzdik.contest.dossier.NominatorKind;
import org.jspecify.annotations.Nullable;

/**
 * Who may take part (§6, §7).
 *
 * @param monthsInPost least service in the post of akim, in whole months
 * @param referenceDate the day on which service is counted and penalties must be lifted
 * @param nominators the kinds of nominator allowed
 * @param penaltyMonths how long a penalty stands that nobody lifts; null where only lifting ends it
 */
public record EligibilityLimits(
        int monthsInPost,
        LocalDate referenceDate,
        List<NominatorKind> nominators,
        @Nullable PenaltyMonths penaltyMonths) {
    public EligibilityLimits {
        nominators = List.copyOf(nominators);
    }

    /**
     * After how many months, counted from the day it was imposed, a penalty lapses by law.
     *
     * @param administrative 1 or more
     * @param disciplinary 1 or more
     */
    public record PenaltyMonths(int administrative, int disciplinary) {}
}
