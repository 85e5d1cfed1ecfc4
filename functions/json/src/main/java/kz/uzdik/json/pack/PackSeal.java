package kz.uzdik.json.pack;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.SheetSeal;
import kz.uzdik.contest.ranking.StageFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the commission saw of one version of a sheet while it was sealed, and the salt that opens it.
 *
 * @param version of the sheet
 * @param salt 32 hexadecimal digits
 * @param cover what stands in the seal for the member, 64 hexadecimal digits; null where members are named
 * @param sha256 of salt and sheet as {@link SheetSeal} has it, 64 hexadecimal digits
 */
public record PackSeal(
        String candidate,
        String sheet,
        String member,
        int version,
        String salt,
        @Nullable String cover,
        String sha256) {
    private static final Comparator<PackSeal> ORDER = Comparator.comparing(PackSeal::candidate)
            .thenComparing(PackSeal::sheet)
            .thenComparing(PackSeal::member)
            .thenComparingInt(PackSeal::version);

    /** The seals of the sheets of {@code facts}, in order; every version of a sheet has its salt. */
    static List<PackSeal> of(StageFacts facts, Minutes minutes) {
        Map<List<Object>, SheetSalt> salts = minutes.salts().stream()
                .collect(Collectors.toMap(
                        salt -> List.of(salt.candidate(), salt.sheet(), salt.member(), salt.version()),
                        Function.identity()));
        return inOrder(facts.sheets().stream()
                .map(sheet -> {
                    var salt = salts.get(List.of(sheet.candidate(), sheet.sheet(), sheet.member(), sheet.version()));
                    if (salt == null) {
                        throw new IllegalStateException("a sheet of " + sheet.member() + " has no salt");
                    }
                    return of(sheet, salt.salt(), salt.cover());
                })
                .toList());
    }

    /** The seal that {@code sheet} has under {@code salt}, with {@code cover} in place of its member where there is one. */
    public static PackSeal of(FiledSheet sheet, String salt, @Nullable String cover) {
        var seal = cover == null ? SheetSeal.of(sheet, salt) : SheetSeal.of(sheet, salt, cover);
        return new PackSeal(
                sheet.candidate(), sheet.sheet(), sheet.member(), sheet.version(), salt, cover, seal.sha256());
    }

    static List<PackSeal> inOrder(List<PackSeal> seals) {
        return seals.stream().sorted(ORDER).toList();
    }
}
