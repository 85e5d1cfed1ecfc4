package kz.uzdik.contest.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** KATO codes are nine digits, no two the same, and each begins as the place above it does. */
final class PlaceRules {

    private static final Pattern OBLAST = Pattern.compile("(?!00)[0-9]{2}0000000");
    private static final Pattern BELOW = Pattern.compile("[0-9]{6}000");

    private final Map<String, String> seen = new HashMap<>();
    private final Faults faults;

    private PlaceRules(Faults faults) {
        this.faults = faults;
    }

    static void check(List<Oblast> oblasts, Faults faults) {
        faults.notEmpty(oblasts, "/oblasts");
        var rules = new PlaceRules(faults);
        for (int i = 0; i < oblasts.size(); i++) {
            rules.oblast(oblasts.get(i), "/oblasts/" + i);
        }
    }

    private void oblast(Oblast oblast, String at) {
        place(oblast.kato(), oblast.name(), at);
        boolean sound = OBLAST.matcher(oblast.kato()).matches();
        faults.unless(sound, at + "/kato", "\"" + oblast.kato() + "\" is not an oblast's code, AB0000000");
        faults.notEmpty(oblast.districts(), at + "/districts");
        for (int i = 0; i < oblast.districts().size(); i++) {
            district(oblast.districts().get(i), sound ? oblast.kato().substring(0, 2) : "", at + "/districts/" + i);
        }
    }

    private void district(District district, String prefix, String at) {
        place(district.kato(), district.name(), at);
        boolean sound = below(district.kato(), prefix, at);
        faults.notEmpty(district.okrugs(), at + "/okrugs");
        for (int i = 0; i < district.okrugs().size(); i++) {
            var okrug = district.okrugs().get(i);
            place(okrug.kato(), okrug.name(), at + "/okrugs/" + i);
            below(okrug.kato(), sound ? district.kato().substring(0, 4) : "", at + "/okrugs/" + i);
            if (okrug.residents() != null) {
                faults.atLeast(1, okrug.residents(), at + "/okrugs/" + i + "/residents");
            }
        }
    }

    private boolean below(String kato, String prefix, String at) {
        boolean sound = BELOW.matcher(kato).matches();
        faults.unless(sound, at + "/kato", "\"" + kato + "\" is not nine digits ending in 000");
        faults.unless(
                !sound || kato.startsWith(prefix),
                at + "/kato",
                "\"" + kato + "\" must begin with " + prefix + " like the place above it");
        return sound;
    }

    private void place(String kato, Text name, String at) {
        faults.text(name, at + "/name");
        var before = seen.putIfAbsent(kato, at);
        faults.unless(before == null, at + "/kato", "\"" + kato + "\" is already the code of " + before);
    }
}
