package kz.uzdik.contest.dossier;

import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.DocumentForm.Fact;
import kz.uzdik.contest.dossier.FilledForms.Filled;
import kz.uzdik.contest.vote.Iin;

/** The rules on the IIN that the documents give (§10). No finding says the number itself: findings are kept and sent. */
final class IinRules {

    static final Rule IIN_IN_DOCUMENTS = new Rule("iinInDocuments", "§10", IinRules::inDocuments);
    static final Rule IIN_AS_REGISTERED = new Rule("iinAsRegistered", "§10", IinRules::asRegistered);

    private IinRules() {}

    private static List<Finding> inDocuments(Rule rule, Rule.Case dossier) {
        var findings = new ArrayList<Finding>();
        String first = null;
        var firstFile = "";
        for (var filled : FilledForms.holding(dossier, Fact.IIN)) {
            switch (read(filled, dossier)) {
                case Iin.Invalid invalid -> {
                    var why = IinFaults.words(invalid.reason());
                    findings.add(filled.wrong(rule, why.kk(), why.ru()));
                }
                case Iin.Valid valid -> {
                    if (first == null) {
                        first = valid.digits();
                        firstFile = filled.form().file();
                    } else if (!first.equals(valid.digits())) {
                        findings.add(filled.wrong(
                                rule,
                                "ЖСН «%s» файлындағыдан өзгеше.".formatted(firstFile),
                                "ИИН не тот, что в файле «%s».".formatted(firstFile)));
                    }
                }
            }
        }
        return findings.isEmpty() && first != null ? List.of(same(rule)) : findings;
    }

    private static Finding same(Rule rule) {
        return rule.found(
                true,
                "Құжаттардағы ЖСН дұрыс жазылған және бәрінде бірдей.",
                "ИИН в документах записан верно и во всех одинаков.");
    }

    private static List<Finding> asRegistered(Rule rule, Rule.Case dossier) {
        var key = dossier.key();
        if (key == null) {
            return List.of();
        }
        var registered = dossier.registration().iinHash();
        var findings = new ArrayList<Finding>();
        boolean known = false;
        for (var filled : FilledForms.holding(dossier, Fact.IIN)) {
            if (read(filled, dossier) instanceof Iin.Valid valid) {
                known = true;
                if (!registered.equals(
                        Registration.iinHash(key, dossier.definition().id(), valid))) {
                    findings.add(filled.wrong(
                            rule,
                            "ЖСН тіркелгеннен өзгеше. Қайсысы дұрыс екенін тексеріңіз.",
                            "ИИН не тот, что зарегистрирован. Проверьте, какой верен."));
                }
            }
        }
        return findings.isEmpty() && known
                ? List.of(rule.found(
                        true, "Құжаттардағы ЖСН тіркелгенмен бірдей.", "ИИН в документах тот же, что зарегистрирован."))
                : findings;
    }

    private static Iin read(Filled filled, Rule.Case dossier) {
        var typed = filled.read().map(read -> read.code(12)).orElse("");
        return Iin.parse(typed, dossier.definition().eligibility().referenceDate());
    }
}
