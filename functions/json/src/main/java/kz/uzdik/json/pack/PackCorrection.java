package kz.uzdik.json.pack;

import java.time.Instant;
import kz.uzdik.contest.definition.Text;

/**
 * The announcement that a pack's own stands in for.
 *
 * @param number its number, one less than the pack's
 * @param evidenceSha256 of its evidence pack
 * @param reason why it does not hold
 */
public record PackCorrection(int number, Instant announcedAt, String evidenceSha256, Text reason) {}
