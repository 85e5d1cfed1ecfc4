package kz.uzdik.contest.definition;

/**
 * A number that the commission records of a candidate when it admits the dossier; tie-breaks read it (§12).
 *
 * @param min smallest value allowed
 * @param max largest value allowed
 */
public record Attribute(String id, Text title, int min, int max) {}
