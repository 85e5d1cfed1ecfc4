package kz.uzdik.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.IinFaults;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.files.ThreatException;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;

/** Why a request on dossiers is refused. */
final class DossierProblems {

    private DossierProblems() {}

    static Problem katoUnknown(String pointer) {
        return Problem.ofField(
                400,
                "kato-unknown",
                pointer,
                new Text("Конкурс тізімінде мұндай КАТО коды жоқ.", "В списке конкурса нет такого кода КАТО."));
    }

    static Problem dossierUnknown() {
        return Problem.of(
                404,
                "dossier-unknown",
                new Text("Мұндай құжаттар тіркелмеген.", "Такие документы не зарегистрированы."));
    }

    static Problem iinInvalid(Iin.Reason reason) {
        return Problem.ofField(422, "iin-invalid", "/iin", IinFaults.words(reason));
    }

    /**
     * The window to register or to upload is not open.
     *
     * @param opens first moment, local
     * @param closes first moment after it, local
     * @param zone of both
     */
    static Problem windowClosed(LocalDateTime opens, LocalDateTime closes, ZoneId zone) {
        return Problem.of(
                        409,
                        "window-closed",
                        new Text("Қазір құжат қабылдау уақыты емес.", "Сейчас не время приёма документов."))
                .with("opens", opens.atZone(zone).toOffsetDateTime().toString())
                .with("closes", closes.atZone(zone).toOffsetDateTime().toString());
    }

    static Problem otherArchive() {
        return Problem.of(
                        409,
                        "other-archive",
                        new Text("Бұл – тіркелген мұрағат емес.", "Это не тот архив, что зарегистрирован."))
                .withDetail(new Text(
                        "Тіркелген файлдың өзін таңдаңыз; файл өзгерген болса, құжаттарды қайта тіркеңіз.",
                        "Выберите именно зарегистрированный файл; если файл изменён, зарегистрируйте документы"
                                + " заново."));
    }

    static Problem notChecked() {
        return Problem.of(
                        409,
                        "not-checked",
                        new Text(
                                "Құжаттардың соңғы нұсқасы әлі тексерілген жоқ.",
                                "Последняя версия документов ещё не проверена."))
                .withDetail(new Text(
                        "Мұрағат жүктеліп, тексерілгеннен кейін қайталаңыз.",
                        "Повторите после загрузки и проверки архива."));
    }

    static Problem fileUnreadable() {
        return Problem.of(
                        409,
                        "file-unreadable",
                        new Text("Бұл файл мұрағаттан алынбайды.", "Этот файл из архива не извлекается."))
                .withDetail(new Text(
                        "Ондай файл жоқ, ол шифрланған немесе мұрағат бүлінген; тексеру нәтижесін қараңыз.",
                        "Такого файла нет, он зашифрован или архив повреждён; посмотрите, что нашла проверка."));
    }

    static Problem archiveGone() {
        return Problem.of(410, "archive-removed", new Text("Құжаттар мұрағаты жойылған.", "Архив документов удалён."))
                .withDetail(new Text(
                        "Сақтау мерзімі өтті: мәліметтер, тексеру нәтижесі мен бақылау сомалары қалды, файлдар қалпына"
                                + " келтірілмейді.",
                        "Срок хранения истёк: сведения, результат проверки и контрольные суммы остались, файлы не"
                                + " восстановить."));
    }

    /** {@code work}, refused with 409 {@code threat-found} where GuardDuty found a threat in the archive that it reads. */
    static <T> Function<Request, T> refusingThreats(Function<Request, T> work) {
        return request -> {
            try {
                return work.apply(request);
            } catch (ThreatException e) {
                throw new ProblemException(threatFound());
            }
        };
    }

    private static Problem threatFound() {
        return Problem.of(
                        409,
                        "threat-found",
                        new Text(
                                "Бұл мұрағаттан зиянды бағдарлама табылды: файлдары ешкімге берілмейді.",
                                "В этом архиве найдена вредоносная программа: файлы из него никому не выдаются."))
                .withDetail(new Text(
                        "Ұсынушыдан таза көшірмесін сұраңыз. Қабылдау мерзімі өтпесе, хатшы оны жаңа"
                                + " нұсқа етіп тіркейді; өтсе, қағаз түпнұсқаларын қараңыз.",
                        "Попросите у выдвинувшего чистую копию. Пока идёт приём, секретарь регистрирует её новой"
                                + " версией; после него смотрите бумажные оригиналы."));
    }

    static Problem archiveAwaited() {
        return Problem.of(
                409,
                "archive-awaited",
                new Text("Құжаттар мұрағаты әлі жүктелген жоқ.", "Архив документов ещё не загружен."));
    }

    static Problem retrievalTaken() {
        return Problem.of(
                409,
                "retrieval-taken",
                new Text("Бұл нөмірмен басқа файл ашылған.", "Под этим номером открыт другой файл."));
    }

    static Problem retrievalOver() {
        return Problem.of(
                410,
                "retrieval-over",
                new Text("Файлды алу уақыты өтті: қайта ашыңыз.", "Время истекло: откройте файл заново."));
    }

    /** {@code pieces}: how many there are. */
    static Problem noSuchPiece(long pieces) {
        return Problem.of(404, "no-such-piece", new Text("Файлдың мұндай бөлігі жоқ.", "Такой части файла нет."))
                .with("pieces", pieces);
    }

    static Problem decidedOtherwise() {
        return Problem.of(
                        409,
                        "decided-otherwise",
                        new Text("Осы уақытта басқа шешім тіркелді.", "За это время записано другое решение."))
                .withDetail(new Text("Құжаттарды қайта ашып, қараңыз.", "Откройте документы заново и посмотрите."));
    }

    static Problem statedOtherwise() {
        return Problem.of(
                        409,
                        "stated-otherwise",
                        new Text(
                                "Осы арада басқа файлдың қай құжат екені көрсетілді немесе шешім шықты.",
                                "Тем временем указано, что за документ другой файл, или принято решение."))
                .withDetail(new Text("Құжаттарды қайта ашып, қараңыз.", "Откройте документы заново и посмотрите."));
    }

    static Problem decidedAlready() {
        return Problem.of(
                        409,
                        "decided-already",
                        new Text("Бұл құжаттар бойынша шешім шықты.", "По этим документам решение уже принято."))
                .withDetail(new Text(
                        "Файлдың қай құжат екені шешімге дейін ғана көрсетіледі.",
                        "Какой файл каким документом является, указывают только до решения."));
    }

    static Problem checkedAnew() {
        return Problem.of(
                        409,
                        "checked-anew",
                        new Text(
                                "Осы уақытта хатшы файлдар туралы айтып, құжаттар қайта тексерілді.",
                                "За это время секретарь указал, что это за файлы, и документы проверены заново."))
                .withDetail(new Text("Жаңа нәтижені қараңыз.", "Посмотрите новый результат."));
    }

    static Problem registeredAnew() {
        return Problem.of(
                409,
                "registered-anew",
                new Text(
                        "Осы уақытта құжаттардың жаңа нұсқасы тіркелді.",
                        "За это время зарегистрирована новая версия документов."));
    }

    static Problem appealOpen() {
        return Problem.of(
                        409,
                        "appeal-open",
                        new Text(
                                "Бұл құжаттар бойынша қаралмаған апелляция бар.",
                                "По этим документам есть нерассмотренная апелляция."))
                .withDetail(new Text(
                        "Құжаттарды ашып, апелляция бойынша жеке шешім қабылдаңыз.",
                        "Откройте документы и решите по апелляции отдельно."));
    }

    static Problem noSuchAppeal() {
        return Problem.of(
                409, "no-such-appeal", new Text("Мұндай ашық апелляция жоқ.", "Такой открытой апелляции нет."));
    }

    static Problem appealedAlready() {
        return Problem.of(
                409,
                "appealed-already",
                new Text("Бұл шешімге апелляция берілген.", "На это решение апелляция уже подана."));
    }

    static Problem decisionDoesNotHold() {
        return Problem.of(
                409,
                "decision-does-not-hold",
                new Text(
                        "Апелляция тек күшіндегі шешімге беріледі.",
                        "Апелляция подаётся только на действующее решение."));
    }

    /** {@code until}: the first moment at which it is too late. */
    static Problem appealLate(Instant until, ZoneId zone) {
        return Problem.of(409, "appeal-late", new Text("Апелляция мерзімі өтті.", "Срок апелляции истёк."))
                .with("until", until.atZone(zone).toOffsetDateTime().toString());
    }

    static Problem alreadyAnnounced() {
        return Problem.of(
                409,
                "already-announced",
                new Text(
                        "Іріктеу нәтижесі жарияланды: шешім өзгертілмейді.",
                        "Итоги отбора объявлены: решение не меняется."));
    }
}
