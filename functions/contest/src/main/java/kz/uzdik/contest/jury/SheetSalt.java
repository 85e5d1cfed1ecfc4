package kz.uzdik.contest.jury;

import org.jspecify.annotations.Nullable;

/**
 * What keeps the points of a sealed sheet from being found by trying: few sheets are possible, but 128 random bits
 * are not.
 *
 * @param version of the sheet
 * @param salt 32 hexadecimal digits, secret until the sheet is opened
 * @param cover what stands in the seal for the member where the salt is shown without the secret that it is made of
 *     ({@link Cover}); null of a salt as it was drawn
 */
public record SheetSalt(
        String sheet,
        String candidate,
        String member,
        int version,
        String salt,
        @Nullable String cover) {

    /** A salt as it was drawn. */
    public SheetSalt(String sheet, String candidate, String member, int version, String salt) {
        this(sheet, candidate, member, version, salt, null);
    }
}
