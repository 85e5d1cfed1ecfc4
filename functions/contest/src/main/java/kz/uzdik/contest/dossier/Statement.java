package kz.uzdik.contest.dossier;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A secretary's word on which item of the dossier a file of its archive is, where the check cannot tell or is wrong
 * (§10). Of several on one file the last one holds; all are kept.
 *
 * @param number 1 or more, in the order in which they were made on the dossier
 * @param version the version of the dossier whose archive holds the file
 * @param file its name in the archive, as findings show it
 * @param item the item's id; null where the file is none of them
 * @param by subject of the token of who says so
 * @param byName their name, as the token has it
 */
public record Statement(
        String dossier,
        int number,
        int version,
        String file,
        @Nullable String item,
        String by,
        String byName,
        Instant at) {

    /** What holds of the archive of {@code version}: its files' names → the item's id, or nothing for none of them. */
    public static Map<String, String> holding(Collection<Statement> statements, int version) {
        var said = new TreeMap<String, String>();
        statements.stream()
                .filter(statement -> statement.version == version)
                .sorted(Comparator.comparingInt(Statement::number))
                .forEach(statement -> said.put(statement.file, Objects.requireNonNullElse(statement.item, "")));
        return said;
    }

    /** Whether {@code other} is the same statement, sent again. */
    public boolean saysTheSameAs(Statement other) {
        return dossier.equals(other.dossier)
                && number == other.number
                && version == other.version
                && file.equals(other.file)
                && Objects.equals(item, other.item)
                && by.equals(other.by);
    }
}
