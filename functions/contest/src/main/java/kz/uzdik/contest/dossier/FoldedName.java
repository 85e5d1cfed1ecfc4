package kz.uzdik.contest.dossier;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A name as far as people agree on how to type it: letters that look alike, or are put for one another, are one. */
public final class FoldedName {

    /** Latin letters and the Cyrillic ones that they are taken for. */
    private static final String LATIN = "ABCEHKMOPTXYIacehikmopxy";

    private static final String CYRILLIC = "АВСЕНКМОРТХУІасеһікморху";

    /** Kazakh letters and those that stand for them where a keyboard lacks them. */
    private static final String KAZAKH = "әғқңөұүһіё";

    private static final String PLAIN = "агкноуухие";

    private FoldedName() {}

    /** {@code name} in lower case, with one blank between words; look-alikes and Kazakh letters folded. */
    public static String of(String name) {
        var alike = replace(Normalizer.normalize(name, Normalizer.Form.NFKC), LATIN, CYRILLIC);
        return replace(words(alike), KAZAKH, PLAIN);
    }

    /** {@code name} in lower case, with one blank between words. */
    public static String words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Whether two names are one person's: whatever the order of the words, and with or without the patronymic. */
    public static boolean isOfSamePerson(String one, String other) {
        var words = new HashSet<>(List.of(of(one).split(" ")));
        var others = new HashSet<>(List.of(of(other).split(" ")));
        boolean bothWhole = Math.min(words.size(), others.size()) > 1;
        return words.equals(others) || (bothWhole && (words.containsAll(others) || others.containsAll(words)));
    }

    private static String replace(String text, String from, String to) {
        return text.chars()
                .mapToObj(c -> Character.toString(from.indexOf(c) < 0 ? c : to.charAt(from.indexOf(c))))
                .collect(Collectors.joining());
    }
}
