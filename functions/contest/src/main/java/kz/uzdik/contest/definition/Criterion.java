package kz.uzdik.contest.definition;

/**
 * One line of a score sheet.
 *
 * @param maxPoints most points it gives, 1 or more; the least is always 0
 */
public record Criterion(String id, Text text, int maxPoints) {}
