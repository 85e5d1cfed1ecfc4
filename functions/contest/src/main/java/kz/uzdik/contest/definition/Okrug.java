package kz.uzdik.contest.definition;

import org.jspecify.annotations.Nullable;

/**
 * A rural district (okrug), village or settlement that has an akim.
 *
 * @param kato nine digits, ending in {@code 000}
 * @param residents how many people may vote there, 1 or more; absent where no official number is known
 */
public record Okrug(String kato, Text name, @Nullable Integer residents) {}
