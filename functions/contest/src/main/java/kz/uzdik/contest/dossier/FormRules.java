package kz.uzdik.contest.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.DocumentForm.Fact;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.FilledForms.Filled;

/** The rules on how the forms are filled in (§9(5), §10), as far as they are workbooks. */
final class FormRules {

    static final Rule FORM_FILLED = new Rule("formFilled", "§10", FormRules::filled);
    static final Rule INDICATORS_AS_OF = new Rule("indicatorsAsOf", "§9(5)", FormRules::asOf);

    private static final Pattern KATO = Pattern.compile("[0-9]{9}");

    private FormRules() {}

    private static List<Finding> filled(Rule rule, Rule.Case dossier) {
        return FilledForms.of(dossier).stream()
                .flatMap(form -> form.read().sheet() == null
                        ? Stream.of(noSheet(rule, form))
                        : filled(rule, form, dossier).stream())
                .toList();
    }

    private static Finding noSheet(Rule rule, FilledForms.Form form) {
        var sheet = form.form().sheet();
        return rule.about(
                form.file(),
                false,
                "«%s»: нысанның «%s» парағы табылмады. Хатшы бетіндегі дайын нысанды толтырыңыз немесе құжатты PDF пішімінде салып, мұрағатты қайта тіркеңіз."
                        .formatted(form.file(), sheet.kk()),
                "«%s»: лист формы «%s» не найден. Заполните готовую форму со страницы секретаря или приложите документ в формате PDF и зарегистрируйте архив заново."
                        .formatted(form.file(), sheet.ru()));
    }

    private static List<Finding> filled(Rule rule, FilledForms.Form form, Rule.Case dossier) {
        var faults = new ArrayList<Finding>();
        for (var filled : form.cells()) {
            fault(filled, dossier).ifPresent(fault -> faults.add(filled.wrong(rule, fault.kk(), fault.ru())));
        }
        return faults.isEmpty()
                ? List.of(rule.about(
                        form.file(),
                        true,
                        "«%s», «%s» парағы: керекті ұяшықтардың бәрі дұрыс толтырылған."
                                .formatted(form.file(), form.read().sheet()),
                        "«%s», лист «%s»: все нужные ячейки заполнены верно."
                                .formatted(form.file(), form.read().sheet())))
                : faults;
    }

    /** What is wrong with how a cell is filled in; nothing, if all is well. */
    private static Optional<Text> fault(Filled filled, Rule.Case dossier) {
        var read = filled.read().orElse(null);
        if (read == null) {
            return filled.cell().required()
                    ? Optional.of(new Text("бос, бірақ толтырылуы тиіс.", "пуста, а должна быть заполнена."))
                    : Optional.empty();
        }
        return switch (read.kind()) {
            case ERROR ->
                Optional.of(new Text(
                        "формула қате берді: %s. Мәннің өзін жазыңыз.".formatted(read.shown()),
                        "формула дала ошибку: %s. Впишите само значение.".formatted(read.shown())));
            case UNCOMPUTED ->
                Optional.of(new Text(
                        "формуланың мәні файлда жоқ. Мәннің өзін жазыңыз.",
                        "значения формулы в файле нет. Впишите само значение."));
            case TEXT, NUMBER, DAY, TRUTH -> misfit(filled, read, dossier);
        };
    }

    private static Optional<Text> misfit(Filled filled, CellRead read, Rule.Case dossier) {
        return switch (filled.cell().holds()) {
            case TEXT, CANDIDATE_NAME, NOMINATOR_NAME, IIN -> Optional.empty();
            case DATE, AS_OF, IN_POST_SINCE ->
                unless(
                        filled.day().isPresent(),
                        read,
                        "күн емес. Күнді 01.03.2024 түрінде жазыңыз.",
                        "не дата. Напишите дату в виде 01.03.2024.");
            case NUMBER ->
                unless(
                        read.figure().filter(number -> number.signum() >= 0).isPresent(),
                        read,
                        "сан емес немесе теріс сан. Бірлігін емес, тек санды жазыңыз.",
                        "не число или отрицательное. Напишите только число, без единиц.");
            case OKRUG ->
                unless(
                        KATO.matcher(read.code(9)).matches()
                                && Places.of(dossier.definition())
                                        .okrug(read.code(9))
                                        .isPresent(),
                        read,
                        "бұл конкурстағы ауылдық округтің КАТО коды емес, ол 9 цифрдан тұрады.",
                        "не код КАТО сельского округа этого конкурса, в нём 9 цифр.");
            case NOMINATOR_KIND ->
                unless(
                        nominator(read).isPresent(),
                        read,
                        "ұсынушының түрі емес. Мыналардың бірін жазыңыз: %s.".formatted(nominators("kk")),
                        "не вид выдвигающей стороны. Напишите одно из: %s.".formatted(nominators("ru")));
        };
    }

    private static Optional<Text> unless(boolean fits, CellRead read, String kk, String ru) {
        return fits
                ? Optional.empty()
                : Optional.of(new Text("«%s» – ".formatted(read.shown()) + kk, "«%s» – ".formatted(read.shown()) + ru));
    }

    /** The kind of nominator that a cell names, in either language. */
    static Optional<NominatorKind> nominator(CellRead read) {
        var said = FoldedName.of(read.content());
        return Stream.of(NominatorKind.values())
                .filter(kind -> said.equals(FoldedName.of(kind.title().kk()))
                        || said.equals(FoldedName.of(kind.title().ru())))
                .findFirst();
    }

    private static String nominators(String language) {
        return Stream.of(NominatorKind.values())
                .map(kind -> kind.title().in(language))
                .collect(Collectors.joining("; "));
    }

    private static List<Finding> asOf(Rule rule, Rule.Case dossier) {
        var findings = new ArrayList<Finding>();
        for (var filled : FilledForms.holding(dossier, Fact.AS_OF)) {
            filled.day().ifPresent(day -> findings.add(asOf(rule, filled, day)));
        }
        return findings;
    }

    private static Finding asOf(Rule rule, Filled filled, java.time.LocalDate day) {
        var wanted = filled.form().form().asOf();
        var found = Rule.DATE.format(day);
        if (wanted == null || day.equals(wanted)) {
            return rule.about(
                    filled.form().file(),
                    true,
                    "«%s», %s ұяшығы: көрсеткіштер %s күнгі."
                            .formatted(filled.form().file(), filled.cell().cell(), found),
                    "«%s», ячейка %s: показатели на %s."
                            .formatted(filled.form().file(), filled.cell().cell(), found));
        }
        return filled.wrong(
                rule,
                "көрсеткіштер %s күнгі, ал %s күнгі керек.".formatted(found, Rule.DATE.format(wanted)),
                "показатели на %s, а нужны на %s.".formatted(found, Rule.DATE.format(wanted)));
    }
}
