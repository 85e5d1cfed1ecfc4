package kz.uzdik.contest.jury;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.uzdik.contest.definition.Announcing;

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
        return of(sheet, salt, sheet.member());
    }

    /**
     * The seal of {@code sheet} as the commission is shown it: where members are anonymised, with covers in place of all who
     * are named in its lines, and with the salt that goes with them ({@link #shown}).
     */
    public static SheetSeal of(FiledSheet sheet, String salt, Announcing.Members members) {
        if (members == Announcing.Members.NAMED) {
            return of(sheet, salt);
        }
        var shown = shown(sheet, salt);
        return of(covered(sheet, salt), shown.salt(), Objects.requireNonNull(shown.cover()));
    }

    /** What is published of {@code salt} where members are anonymised. */
    static SheetSalt shown(FiledSheet sheet, String salt) {
        return new SheetSalt(
                sheet.sheet(),
                sheet.candidate(),
                sheet.member(),
                sheet.version(),
                Cover.salt(salt),
                Cover.of(salt, sheet.member()));
    }

    /** {@code sheet} with covers in place of who entered and confirmed it from paper. */
    static FiledSheet covered(FiledSheet sheet, String salt) {
        var paper = sheet.paper();
        return paper == null
                ? sheet
                : new FiledSheet(
                        sheet.stage(),
                        sheet.sheet(),
                        sheet.candidate(),
                        sheet.member(),
                        sheet.points(),
                        sheet.version(),
                        sheet.correction(),
                        new FiledSheet.Paper(
                                paper.scanSha256(),
                                paper.scanBytes(),
                                Cover.of(salt, paper.enteredBy()),
                                Cover.of(salt, paper.confirmedBy())),
                        sheet.filedAt());
    }

    /** As {@link #of(FiledSheet, String)}, with {@code member} in place of the sheet's in the lines. */
    public static SheetSeal of(FiledSheet sheet, String salt, String member) {
        var lines = new ArrayList<>(List.of(
                salt,
                sheet.stage(),
                sheet.sheet(),
                sheet.candidate(),
                member,
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
                sheet.sheet(),
                sheet.candidate(),
                sheet.member(),
                sheet.version(),
                Cover.sha256(String.join("\n", lines)));
    }
}
