package kz.uzdik.contest.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Places;

/** The rules on who takes part, who proposes them, and when (§6, §7, §9). */
final class PersonRules {

    static final Rule OKRUG_EXISTS = new Rule("okrugExists", "§6", PersonRules::okrugExists);
    static final Rule IN_POST = new Rule("inPost", "§6", PersonRules::inPost);
    static final Rule ONE_YEAR_IN_POST = new Rule("oneYearInPost", "§6", PersonRules::oneYearInPost);
    static final Rule NO_OUTSTANDING_PENALTY = new Rule("noOutstandingPenalty", "§6", PenaltyRule::check);
    static final Rule NOMINATOR_ALLOWED = new Rule("nominatorAllowed", "§7", PersonRules::nominatorAllowed);
    static final Rule REGISTERED_IN_TIME = new Rule("registeredInTime", "§11(2)", PersonRules::registeredInTime);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private PersonRules() {}

    private static List<Finding> okrugExists(Rule rule, Rule.Case dossier) {
        var kato = dossier.registration().okrug();
        var okrug = Places.of(dossier.definition()).okrug(kato);
        return List.of(okrug.map(found -> rule.found(
                        true,
                        "КАТО %s — %s.".formatted(kato, found.name().kk()),
                        "КАТО %s — %s.".formatted(kato, found.name().ru())))
                .orElseGet(() -> rule.found(
                        false,
                        "КАТО %s коды бұл конкурстың ауылдық округтері тізімінде жоқ. Кодты тізімнен таңдап, құжаттарды қайта тіркеңіз."
                                .formatted(kato),
                        "Кода КАТО %s нет в списке сельских округов этого конкурса. Выберите код из списка и зарегистрируйте документы заново."
                                .formatted(kato))));
    }

    private static List<Finding> inPost(Rule rule, Rule.Case dossier) {
        var day = dossier.definition().eligibility().referenceDate();
        var date = Rule.DATE.format(day);
        if (dossier.registration().service().stream().anyMatch(term -> covers(term, day))) {
            return List.of(rule.found(
                    true,
                    "%s күні әкім лауазымында.".formatted(date),
                    "На %s занимает должность акима.".formatted(date)));
        }
        return List.of(rule.found(
                false,
                "Әкім лауазымындағы %s күнін қамтитын кезең көрсетілмеген; конкурсқа қызметтегі ауыл әкімдері ғана қатысады. Күндер қате болса, түзетіп, құжаттарды қайта тіркеңіз."
                        .formatted(date),
                "Не указан период в должности акима, который включал бы %s; участвуют только действующие сельские акимы. Если даты неверны, исправьте их и зарегистрируйте документы заново."
                        .formatted(date)));
    }

    private static boolean covers(Registration.Term term, LocalDate day) {
        var until = term.until();
        return !term.from().isAfter(day) && (until == null || !until.isBefore(day));
    }

    private static List<Finding> oneYearInPost(Rule rule, Rule.Case dossier) {
        var limits = dossier.definition().eligibility();
        var time = TimeInPost.of(dossier.registration().service(), limits.referenceDate());
        boolean met = time.months() >= limits.monthsInPost();
        var date = Rule.DATE.format(limits.referenceDate());
        var kk = "%s күнгі әкім лауазымындағы өтіл: %d ай %d күн; кемінде %d ай қажет."
                .formatted(date, time.months(), time.days(), limits.monthsInPost());
        var ru = "Стаж в должности акима на %s: %d мес. %d дн.; требуется не менее %d мес."
                .formatted(date, time.months(), time.days(), limits.monthsInPost());
        return List.of(
                met
                        ? rule.found(true, kk, ru)
                        : rule.found(
                                false,
                                kk
                                        + " Есепке алынбаған кезең болса, қызметтік тізімді толықтырып, құжаттарды"
                                        + " қайта тіркеңіз.",
                                ru
                                        + " Если учтены не все периоды, дополните послужной список и зарегистрируйте"
                                        + " документы заново."));
    }

    private static List<Finding> nominatorAllowed(Rule rule, Rule.Case dossier) {
        var kind = dossier.registration().nominatorKind();
        var allowed = dossier.definition().eligibility().nominators();
        if (allowed.contains(kind)) {
            return List.of(rule.found(
                    true,
                    "Ұсынушы: %s.".formatted(kind.title().kk()),
                    "Выдвинул: %s.".formatted(kind.title().ru())));
        }
        return List.of(rule.found(
                false,
                "Ұсынушы: %s; бұл конкурста ұсына алатындар: %s. Ұсынушыны түзетіп, құжаттарды қайта тіркеңіз."
                        .formatted(kind.title().kk(), list(allowed, "kk")),
                "Выдвинул: %s; в этом конкурсе могут выдвигать: %s. Исправьте сведения и зарегистрируйте документы заново."
                        .formatted(kind.title().ru(), list(allowed, "ru"))));
    }

    private static String list(List<NominatorKind> kinds, String language) {
        return kinds.stream().map(kind -> kind.title().in(language)).collect(Collectors.joining(", "));
    }

    private static List<Finding> registeredInTime(Rule rule, Rule.Case dossier) {
        var zone = dossier.definition().zone();
        var intake = dossier.definition().calendar().intake();
        var at = LocalDateTime.ofInstant(dossier.registration().registeredAt(), zone);
        var kk = "Құжаттар %s тіркелді; қабылдау мерзімі: %s – %s."
                .formatted(TIME.format(at), TIME.format(intake.opens()), TIME.format(intake.closes()));
        var ru = "Документы зарегистрированы %s; срок приёма: %s – %s."
                .formatted(TIME.format(at), TIME.format(intake.opens()), TIME.format(intake.closes()));
        if (intake.contains(dossier.registration().registeredAt(), zone)) {
            return List.of(rule.found(true, kk, ru));
        }
        return List.of(
                at.isBefore(intake.opens())
                        ? rule.found(
                                false,
                                kk + " Құжаттарды қабылдау басталғаннан кейін қайта тіркеңіз.",
                                ru + " Зарегистрируйте документы заново после начала приёма.")
                        : rule.found(
                                false,
                                kk + " Мерзімі өткен құжаттар жіберілмейді; уақыт қате болса, комиссияға жазыңыз.",
                                ru
                                        + " Поданные после срока документы не допускаются; если время неверно,"
                                        + " обратитесь в комиссию."));
    }
}
