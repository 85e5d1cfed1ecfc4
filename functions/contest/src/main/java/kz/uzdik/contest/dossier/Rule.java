package kz.uzdik.contest.dossier;

import java.time.format.DateTimeFormatter;
import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.KeyedHash;
import org.jspecify.annotations.Nullable;

/**
 * One rule of admission, by name.
 *
 * @param name for example {@code oneYearInPost}
 * @param clause for example {@code §6}
 * @param check what the rule says of a dossier: at least one finding where it can be judged, none where it cannot
 */
public record Rule(String name, String clause, Check check) {

    /** How days are written in findings. */
    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    /**
     * What is judged.
     *
     * @param facts what is registered; null where the archive alone is judged
     * @param key by which the registered IIN was hashed; null where it is not at hand
     */
    public record Case(
            ContestDefinition definition,
            @Nullable Registration facts,
            ArchiveContents contents,
            @Nullable KeyedHash key) {

        /** What is registered; asked for by the rules on the person only. */
        Registration registration() {
            if (facts == null) {
                throw new IllegalStateException("a rule on the person was asked about an archive alone");
            }
            return facts;
        }
    }

    /** Judges a dossier by one rule. */
    @FunctionalInterface
    public interface Check {

        /** The findings of {@code rule} on {@code dossier}. */
        List<Finding> findings(Rule rule, Case dossier);
    }

    /** The findings of this rule on {@code dossier}. */
    public List<Finding> findings(Case dossier) {
        return check.findings(this, dossier);
    }

    /** A finding of this rule on the whole dossier. */
    Finding found(boolean met, String kk, String ru) {
        return about(null, met, kk, ru);
    }

    /** A finding of this rule on {@code file}. */
    Finding about(@Nullable String file, boolean met, String kk, String ru) {
        return new Finding(name, clause, met, new Text(kk, ru), file);
    }
}
