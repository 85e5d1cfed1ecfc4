package kz.uzdik.contest.jury;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What commissions recorded on a stage beside what is rated, in a canonical order.
 *
 * @param sittings every version of every sitting
 * @param salts of the sheets' seals
 */
public record Minutes(List<Sitting> sittings, List<SheetSalt> salts) {
    private static final Comparator<Sitting> SITTINGS = Comparator.comparing(Sitting::scope)
            .thenComparingInt(Sitting::number)
            .thenComparingInt(Sitting::version);
    private static final Comparator<SheetSalt> SALTS = Comparator.comparing(SheetSalt::candidate)
            .thenComparing(SheetSalt::sheet)
            .thenComparing(SheetSalt::member)
            .thenComparingInt(SheetSalt::version);

    public Minutes {
        sittings = sittings.stream().sorted(SITTINGS).toList();
        salts = salts.stream().sorted(SALTS).toList();
    }

    /** The sittings of the commission of {@code scope} as they hold, in order. */
    public List<Sitting> held(String scope) {
        var latest = new TreeMap<Integer, Sitting>();
        sittings.stream()
                .filter(sitting -> sitting.scope().equals(scope))
                .forEach(sitting -> latest.put(sitting.number(), sitting));
        return List.copyOf(latest.values());
    }

    /** The sitting {@code number} of the commission of {@code scope} as it holds. */
    public Optional<Sitting> held(String scope, int number) {
        return held(scope).stream()
                .filter(sitting -> sitting.number() == number)
                .findFirst();
    }
}
