package kz.uzdik.store;

import java.time.Instant;
import kz.uzdik.contest.definition.Text;

/**
 * The agency's decision that an announcement is wrong and will be followed by another. From it until that other one the
 * stage's record is open again, for the acts that it was open for before.
 *
 * @param number of the announcement that is corrected
 * @param evidenceSha256 of that announcement's evidence pack
 * @param reason as published, in both languages
 * @param by subject of the token of who opened the correction
 */
public record Correction(String stage, int number, String evidenceSha256, Text reason, String by, Instant at) {}
