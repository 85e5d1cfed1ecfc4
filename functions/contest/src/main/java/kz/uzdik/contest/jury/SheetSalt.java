package kz.uzdik.contest.jury;

/**
 * What keeps the points of a sealed sheet from being found by trying: few sheets are possible, but 128 random bits
 * are not.
 *
 * @param version of the sheet
 * @param salt 32 hexadecimal digits, secret until the sheet is opened
 */
public record SheetSalt(String sheet, String candidate, String member, int version, String salt) {}
