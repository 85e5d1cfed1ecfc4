package kz.uzdik.contest.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.FilledForms.Filled;

/** The facts in the forms are those that the secretary registered (§10). Cells without a readable fact say nothing here. */
final class AgreementRule {

    static final Rule FORMS_AGREE = new Rule("formsAgree", "§10", AgreementRule::check);

    private AgreementRule() {}

    private static List<Finding> check(Rule rule, Rule.Case dossier) {
        var findings = new ArrayList<Finding>();
        for (var form : FilledForms.of(dossier)) {
            var facts =
                    form.cells().stream().filter(AgreementRule::isOnThePerson).toList();
            var faults = new ArrayList<Finding>();
            for (var filled : facts) {
                difference(filled, dossier.registration())
                        .ifPresent(said -> faults.add(filled.wrong(rule, said.kk(), said.ru())));
            }
            if (!facts.isEmpty() && faults.isEmpty()) {
                findings.add(rule.about(
                        form.file(),
                        true,
                        "«%s»: мәліметтер тіркелгенмен сәйкес.".formatted(form.file()),
                        "«%s»: сведения те же, что зарегистрированы.".formatted(form.file())));
            }
            findings.addAll(faults);
        }
        return findings;
    }

    private static boolean isOnThePerson(Filled filled) {
        var told = filled.read().isPresent();
        return switch (filled.cell().holds()) {
            case CANDIDATE_NAME, OKRUG, NOMINATOR_KIND, NOMINATOR_NAME, IN_POST_SINCE -> told;
            case TEXT, NUMBER, DATE, AS_OF, IIN -> false;
        };
    }

    private static Optional<Text> difference(Filled filled, Registration registered) {
        return filled.read().flatMap(read -> switch (filled.cell().holds()) {
            case CANDIDATE_NAME ->
                unless(
                        FoldedName.isOfSamePerson(read.content(), registered.candidateName()),
                        read.shown(),
                        registered.candidateName());
            case NOMINATOR_NAME ->
                unless(
                        FoldedName.of(read.content()).equals(FoldedName.of(registered.nominatorName())),
                        read.shown(),
                        registered.nominatorName());
            case OKRUG -> unless(read.code(9).equals(registered.okrug()), read.shown(), registered.okrug());
            case NOMINATOR_KIND ->
                FormRules.nominator(read)
                        .filter(kind -> kind != registered.nominatorKind())
                        .map(kind ->
                                other(kind.title(), registered.nominatorKind().title()));
            case IN_POST_SINCE ->
                filled.day()
                        .filter(day -> registered.service().stream()
                                .noneMatch(term -> term.from().equals(day)))
                        .map(day -> other(Rule.DATE.format(day), begun(registered)));
            case TEXT, NUMBER, DATE, AS_OF, IIN -> Optional.<Text>empty();
        });
    }

    /** Days on which the registered terms begin. */
    private static String begun(Registration registered) {
        return registered.service().stream()
                .map(term -> Rule.DATE.format(term.from()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Text> unless(boolean same, String here, String registered) {
        return same ? Optional.empty() : Optional.of(other(here, registered));
    }

    private static Text other(String here, String registered) {
        return other(new Text(here, here), new Text(registered, registered));
    }

    private static Text other(Text here, Text registered) {
        return new Text(
                "мұнда: %s; тіркелгені: %s. Қайсысы дұрыс екенін тексеріңіз.".formatted(here.kk(), registered.kk()),
                "здесь: %s; зарегистрировано: %s. Проверьте, что верно.".formatted(here.ru(), registered.ru()));
    }
}
