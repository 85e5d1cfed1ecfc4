package kz.uzdik.contest.definition;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The places of an edition by KATO code. */
public final class Places {

    private final Map<String, Oblast> oblasts = new HashMap<>();
    private final Map<String, Okrug> okrugs = new HashMap<>();
    private final Map<String, District> districtOfOkrug = new HashMap<>();
    private final Map<String, Oblast> oblastOfOkrug = new HashMap<>();

    private Places() {}

    /** An index of {@code definition}'s places. */
    public static Places of(ContestDefinition definition) {
        var places = new Places();
        for (var oblast : definition.oblasts()) {
            places.oblasts.put(oblast.kato(), oblast);
            for (var district : oblast.districts()) {
                district.okrugs().forEach(okrug -> places.add(oblast, district, okrug));
            }
        }
        return places;
    }

    private void add(Oblast oblast, District district, Okrug okrug) {
        okrugs.put(okrug.kato(), okrug);
        districtOfOkrug.put(okrug.kato(), district);
        oblastOfOkrug.put(okrug.kato(), oblast);
    }

    /** The oblast of code {@code kato}. */
    public Optional<Oblast> oblast(String kato) {
        return Optional.ofNullable(oblasts.get(kato));
    }

    /** The rural district of code {@code kato}. */
    public Optional<Okrug> okrug(String kato) {
        return Optional.ofNullable(okrugs.get(kato));
    }

    /** The district that holds the rural district {@code okrug}. */
    public Optional<District> districtOf(String okrug) {
        return Optional.ofNullable(districtOfOkrug.get(okrug));
    }

    /** The oblast that holds the rural district {@code okrug}. */
    public Optional<Oblast> oblastOf(String okrug) {
        return Optional.ofNullable(oblastOfOkrug.get(okrug));
    }

    /** Every rural district by its code. */
    public Map<String, Okrug> okrugs() {
        return Collections.unmodifiableMap(okrugs);
    }
}
