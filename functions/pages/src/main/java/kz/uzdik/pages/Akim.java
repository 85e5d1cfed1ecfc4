package kz.uzdik.pages;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Text;

/**
 * An akim whom residents are asked about.
 *
 * @param candidate id of the dossier
 * @param ticket shows that there may be voted on them
 * @param name empty where only the place is known
 * @param okrug KATO of the rural district
 * @param oblast KATO of the oblast
 */
public record Akim(
        String candidate,
        String ticket,
        String name,
        String okrug,
        Text okrugName,
        String district,
        Text districtName,
        String oblast,
        Text oblastName) {

    private static final Text UNKNOWN = new Text("", "");

    /** The akim of the dossier {@code candidate}, {@code d-<okrug>}, as far as the definition knows them: no name. */
    public static Akim of(ContestDefinition definition, String candidate, String ticket) {
        var places = Places.of(definition);
        var okrug = candidate.length() < 2 ? "" : candidate.substring(2);
        return new Akim(
                candidate,
                ticket,
                "",
                okrug,
                places.okrug(okrug).map(one -> one.name()).orElse(UNKNOWN),
                places.districtOf(okrug).map(one -> one.kato()).orElse(""),
                places.districtOf(okrug).map(one -> one.name()).orElse(UNKNOWN),
                places.oblastOf(okrug).map(one -> one.kato()).orElse(""),
                places.oblastOf(okrug).map(one -> one.name()).orElse(UNKNOWN));
    }

    /** Okrug, district and oblast in {@code language}. */
    String where(String language) {
        return Stream.of(okrugName, districtName, oblastName)
                .map(place -> place.in(language))
                .filter(place -> !place.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
