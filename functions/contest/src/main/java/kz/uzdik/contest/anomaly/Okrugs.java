package kz.uzdik.contest.anomaly;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Places;

/** An okrug's neighbours: the other okrugs of its oblast, as far as they have ballots. */
final class Okrugs {

    private final Map<String, List<OkrugFigures>> byOblast = new HashMap<>();
    private final Places places;

    Okrugs(List<OkrugFigures> okrugs, Places places) {
        this.places = places;
        okrugs.forEach(okrug -> byOblast.merge(oblast(okrug), List.of(okrug), Okrugs::joined));
    }

    /** How many ballots the others of {@code okrug}'s oblast have. */
    long ballotsBeside(OkrugFigures okrug) {
        return beside(okrug, OkrugFigures::ballots);
    }

    /** How many ballots of the others of {@code okrug}'s oblast lie in {@code cell} of {@code breakdown}. */
    long beside(OkrugFigures okrug, Function<OkrugFigures, Breakdown> breakdown, String cell) {
        return beside(okrug, other -> breakdown.apply(other).of(cell));
    }

    /** What {@code number} adds up to over the others of {@code okrug}'s oblast. */
    long beside(OkrugFigures okrug, ToLongFunction<OkrugFigures> number) {
        return byOblast.getOrDefault(oblast(okrug), List.of()).stream()
                .filter(other -> !other.candidate().equals(okrug.candidate()))
                .mapToLong(number)
                .sum();
    }

    private String oblast(OkrugFigures okrug) {
        return places.oblastOf(okrug.okrug()).map(oblast -> oblast.kato()).orElse("");
    }

    private static List<OkrugFigures> joined(List<OkrugFigures> one, List<OkrugFigures> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
