package kz.uzdik.contest.definition;

/**
 * How a stage's result is announced (§17, §21).
 *
 * @param secondPerson whether another person than the one who asked first must confirm it
 */
public record Announcing(boolean secondPerson) {}
