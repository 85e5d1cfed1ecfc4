package kz.uzdik.contest.definition;

import java.time.LocalDate;
import java.util.List;
import kz.uzdik.contest.dossier.NominatorKind;

/**
 * Who may take part (§6, §7).
 *
 * @param monthsInPost least service in the post of akim, in whole months
 * @param referenceDate the day on which service is counted and penalties must be lifted
 * @param nominators the kinds of nominator allowed
 */
public record EligibilityLimits(int monthsInPost, LocalDate referenceDate, List<NominatorKind> nominators) {
    public EligibilityLimits {
        nominators = List.copyOf(nominators);
    }
}
