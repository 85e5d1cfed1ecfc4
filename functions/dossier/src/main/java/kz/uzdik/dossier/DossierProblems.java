package kz.uzdik.dossier;

import java.time.LocalDateTime;
import java.time.ZoneId;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.IinFaults;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.http.Problem;

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

    static Problem alreadyAnnounced() {
        return Problem.of(
                409,
                "already-announced",
                new Text(
                        "Іріктеу нәтижесі жарияланды: шешім өзгертілмейді.",
                        "Итоги отбора объявлены: решение не меняется."));
    }
}
