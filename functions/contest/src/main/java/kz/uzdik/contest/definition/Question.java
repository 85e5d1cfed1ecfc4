package kz.uzdik.contest.definition;

/** One question of a survey. */
public record Question(String id, Text text) {}
