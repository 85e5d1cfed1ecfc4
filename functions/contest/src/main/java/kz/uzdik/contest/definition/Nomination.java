package kz.uzdik.contest.definition;

/** A title besides the places: to the best in {@code component} among those without a place or another nomination. */
public record Nomination(String id, Text title, String component) {}
