package kz.uzdik.contest.definition;

/**
 * A value that no source decides and this edition sets by its own default.
 *
 * @param field JSON pointer of the value within the definition, for example {@code /stages/0/tieBreaks}
 * @param clause the clause that leaves it open, for example {@code §12}
 */
public record OpenPoint(String field, String clause, Text note) {}
