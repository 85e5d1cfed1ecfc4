package kz.uzdik.contest.dossier;

import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of a dossier.
 *
 * @param rule name of the rule, for example {@code oneYearInPost}
 * @param clause for example {@code §6}
 * @param met whether the rule is met
 * @param message what was found, the limit, and how to mend it
 * @param file the file it is about; null for the whole dossier
 */
public record Finding(
        String rule,
        String clause,
        boolean met,
        Text message,
        @Nullable String file) {

    /** Whether it says that its file, or the whole archive, cannot be opened. */
    public boolean unopened() {
        return !met && rule.equals(ArchiveRules.ARCHIVE_READABLE.name());
    }
}
