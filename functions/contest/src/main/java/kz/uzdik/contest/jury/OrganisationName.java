package kz.uzdik.contest.jury;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.dossier.FoldedName;

/** The names of organisations as far as people agree on them: quotes, capitals, the words' order and the legal form are not the name. */
final class OrganisationName {

    /** Legal forms in both languages, short and in full, by their words. */
    private static final Set<String> FORMS = Stream.of(
                    "ЖШС Жауапкершілігі шектеулі серіктестігі серіктестік",
                    "АҚ Акционерлік қоғамы қоғам КеАҚ коммерциялық емес",
                    "ММ КММ РММ Мемлекеттік мекемесі мекеме коммуналдық республикалық",
                    "КМҚК РМҚК ШЖҚ қазыналық кәсіпорны кәсіпорын шаруашылық жүргізу құқығындағы",
                    "ҚБ ҚҚ РҚБ Қоғамдық бірлестігі бірлестік қоры қор",
                    "ТОО Товарищество с ограниченной ответственностью",
                    "АО НАО Некоммерческое акционерное общество",
                    "ГУ КГУ РГУ Государственное учреждение коммунальное республиканское",
                    "КГП РГП ГККП КГКП на ПХВ праве хозяйственного ведения казённое казенное предприятие",
                    "ОО РОО ОФ Общественное объединение общественный фонд")
            .flatMap(OrganisationName::words)
            .collect(Collectors.toUnmodifiableSet());

    private OrganisationName() {}

    /** Whether two names are one organisation's; never where nothing is left of one but its legal form. */
    static boolean areOfOne(String one, String other) {
        var name = withoutForm(one);
        return !name.isEmpty() && name.equals(withoutForm(other));
    }

    private static Set<String> withoutForm(String name) {
        var words = words(name).collect(Collectors.toCollection(HashSet::new));
        words.removeAll(FORMS);
        return words;
    }

    private static Stream<String> words(String text) {
        return List.of(FoldedName.of(text).split(" ")).stream().filter(word -> !word.isEmpty());
    }
}
