package kz.uzdik.contest.definition;

/**
 * A rural district (okrug), village or settlement that has an akim.
 *
 * @param kato nine digits, ending in {@code 000}
 */
public record Okrug(String kato, Text name) {}
