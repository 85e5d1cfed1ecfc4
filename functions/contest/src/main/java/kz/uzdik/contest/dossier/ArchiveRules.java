package kz.uzdik.contest.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/** The rules on what the archive holds (§9, §11(2)). Where the archive as a whole cannot be read, only that is said. */
final class ArchiveRules {

    static final Rule ARCHIVE_READABLE = new Rule("archiveReadable", "§11(2)", ArchiveRules::readable);
    static final Rule ARCHIVE_SAFE = new Rule("archiveSafe", "§11(2)", ArchiveRules::safe);
    static final Rule COMPLETE_DOSSIER = new Rule("completeDossier", "§11(2)", ArchiveRules::complete);
    static final Rule VIDEO_LENGTH = new Rule("videoLength", "§9(6)", ArchiveRules::videoLength);
    static final Rule PAGE_LIMIT = new Rule("pageLimit", "§9", ArchiveRules::pageLimit);

    private ArchiveRules() {}

    private static List<Finding> readable(Rule rule, Rule.Case dossier) {
        var problems = problems(rule, dossier, false);
        if (problems.isEmpty()) {
            int files = dossier.contents().files().size();
            return List.of(rule.found(
                    true,
                    "Мұрағат ашылады, ондағы файлдар саны: %d.".formatted(files),
                    "Архив открывается, файлов в нём: %d.".formatted(files)));
        }
        return problems;
    }

    private static List<Finding> safe(Rule rule, Rule.Case dossier) {
        if (unreadable(dossier)) {
            return List.of();
        }
        var problems = problems(rule, dossier, true);
        return problems.isEmpty()
                ? List.of(rule.found(
                        true,
                        "Қауіпті файлдар табылған жоқ: бағдарлама, макрос, сілтеме, алдамшы атау жоқ.",
                        "Опасных файлов не найдено: ни программ, ни макросов, ни ссылок, ни обманчивых имён."))
                : problems;
    }

    private static List<Finding> problems(Rule rule, Rule.Case dossier, boolean dangers) {
        return dossier.contents().problems().stream()
                .filter(problem -> problem.kind().isDanger() == dangers)
                .map(problem -> ArchiveProblems.finding(rule, problem))
                .toList();
    }

    private static List<Finding> complete(Rule rule, Rule.Case dossier) {
        if (unreadable(dossier)) {
            return List.of();
        }
        var present = dossier.contents().files().stream()
                .map(ArchiveContents.FileFound::document)
                .toList();
        var required = dossier.definition().intake().documents().stream()
                .filter(DocumentKind::required)
                .toList();
        var missing = required.stream()
                .filter(document -> !present.contains(document.id()))
                .map(document -> missing(rule, document))
                .toList();
        return missing.isEmpty()
                ? List.of(rule.found(
                        true,
                        "Міндетті құжаттардың бәрі бар: %d.".formatted(required.size()),
                        "Все обязательные документы есть: %d.".formatted(required.size())))
                : missing;
    }

    private static Finding missing(Rule rule, DocumentKind document) {
        var words = String.join(", ", document.keywords());
        var formats = String.join(", ", document.extensions());
        return rule.found(
                false,
                "Табылмады: %s (%s). Файл атауында мына сөздердің бірі болсын: %s; пішімі: %s. Құжатты қосып, мұрағатты қайта тіркеңіз."
                        .formatted(document.name().kk(), document.clause(), words, formats),
                "Не найдено: %s (%s). Пусть имя файла содержит одно из слов: %s; формат: %s. Добавьте документ и зарегистрируйте архив заново."
                        .formatted(document.name().ru(), document.clause(), words, formats));
    }

    private static List<Finding> videoLength(Rule rule, Rule.Case dossier) {
        return perFile(dossier, (document, file) -> {
            var limit = document.maxSeconds();
            return limit == null ? null : length(rule, file, limit);
        });
    }

    /** Whole seconds count: what a player shows as 5:00 is not longer than 5:00. */
    private static Finding length(Rule rule, ArchiveContents.FileFound file, int limit) {
        var seconds = file.seconds();
        if (seconds == null) {
            return rule.about(
                    file.name(),
                    false,
                    "«%s»: ұзақтығы анықталмады, файл бейнеролик ретінде ашылмайды; ең көбі %s. Бейнероликті MP4 пішімінде қайта сақтап, мұрағатты қайта тіркеңіз."
                            .formatted(file.name(), clock(limit)),
                    "«%s»: длительность не определена, файл не открывается как видео; не более %s. Сохраните видео заново в формате MP4 и зарегистрируйте архив заново."
                            .formatted(file.name(), clock(limit)));
        }
        long whole = (long) Math.floor(seconds);
        return judged(
                rule,
                file,
                whole <= limit,
                new Text(
                        "ұзақтығы %s, ең көбі %s.".formatted(clock(whole), clock(limit)),
                        "длительность %s, не более %s.".formatted(clock(whole), clock(limit))),
                new Text("Бейнероликті", "видео"));
    }

    private static List<Finding> pageLimit(Rule rule, Rule.Case dossier) {
        return perFile(dossier, (document, file) -> {
            var limit = document.maxPages();
            return limit == null ? null : pages(rule, document, file, limit);
        });
    }

    private static Finding pages(Rule rule, DocumentKind document, ArchiveContents.FileFound file, int limit) {
        var pages = file.pages();
        if (pages == null) {
            return rule.about(
                    file.name(),
                    false,
                    "«%s» (%s): беттерінің саны анықталмады; ең көбі %d. Құжатты PDF пішімінде сақтап, мұрағатты қайта тіркеңіз."
                            .formatted(file.name(), document.clause(), limit),
                    "«%s» (%s): число страниц не определено; не более %d. Сохраните документ в формате PDF и зарегистрируйте архив заново."
                            .formatted(file.name(), document.clause(), limit));
        }
        return judged(
                rule,
                file,
                pages <= limit,
                new Text(
                        "%d бет, ең көбі %d.".formatted(pages, limit),
                        "страниц: %d, не более %d.".formatted(pages, limit)),
                new Text("Құжатты", "документ"));
    }

    private static Finding judged(Rule rule, ArchiveContents.FileFound file, boolean met, Text found, Text thing) {
        var kk = "«%s»: %s".formatted(file.name(), found.kk());
        var ru = "«%s»: %s".formatted(file.name(), found.ru());
        return met
                ? rule.about(file.name(), true, kk, ru)
                : rule.about(
                        file.name(),
                        false,
                        kk + " " + thing.kk() + " қысқартып, мұрағатты қайта тіркеңіз.",
                        ru + " Сократите " + thing.ru() + " и зарегистрируйте архив заново.");
    }

    private static List<Finding> perFile(
            Rule.Case dossier, BiFunction<DocumentKind, ArchiveContents.FileFound, @Nullable Finding> judge) {
        var findings = new ArrayList<Finding>();
        if (!unreadable(dossier)) {
            for (var document : dossier.definition().intake().documents()) {
                files(dossier, document).forEach(file -> {
                    var finding = judge.apply(document, file);
                    if (finding != null) {
                        findings.add(finding);
                    }
                });
            }
        }
        return findings;
    }

    private static Stream<ArchiveContents.FileFound> files(Rule.Case dossier, DocumentKind document) {
        return dossier.contents().files().stream().filter(file -> document.id().equals(file.document()));
    }

    private static boolean unreadable(Rule.Case dossier) {
        return dossier.contents().problems().stream().anyMatch(problem -> problem.entry() == null);
    }

    private static String clock(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
