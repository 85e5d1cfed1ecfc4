package kz.uzdik.contest.jury;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the commission sees of a version of a sheet before it is opened: that it is filed, and a hash that binds it to its
 * points.
 *
 * @param sha256 of the salt and the sheet, 64 hexadecimal digits
 */
public record SheetSeal(String sheet, String candidate, String member, int version, String sha256) {
    /**
     * The seal of {@code sheet}: SHA-256 of these lines in UTF-8, joined by line feeds: salt, stage, sheet, candidate,
     * member, time of filing, then {@code criterion=points} in order of the criteria's ids; of a correction then its
     * version and its reason; of a sheet entered from paper then the scan's SHA-256, who entered it and who confirmed it.
     */
    public static SheetSeal of(FiledSheet sheet, String salt) {
        var lines = new ArrayList<>(List.of(
                salt,
                sheet.stage(),
                sheet.sheet(),
                sheet.candidate(),
                sheet.member(),
                sheet.filedAt().toString()));
        sheet.points().forEach((criterion, points) -> lines.add(criterion + "=" + points.toPlainString()));
        var correction = sheet.correction();
        if (correction != null) {
            lines.add(String.valueOf(sheet.version()));
            lines.add(correction);
        }
        var paper = sheet.paper();
        if (paper != null) {
            lines.addAll(List.of(paper.scanSha256(), paper.enteredBy(), paper.confirmedBy()));
        }
        return new SheetSeal(
                sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version(), sha256(String.join("\n", lines)));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
