package kz.uzdik.jury;

import static kz.uzdik.http.ProblemException.refusing;

import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;

/** What is refused of sheets that are entered from paper, and how it is said. */
final class PaperSheetRefusals {

    private PaperSheetRefusals() {}

    /** Another version of what was entered from paper came first, or it was never due; {@code next} is. */
    static ProblemException version(int next) {
        return new ProblemException(Problem.of(
                        409,
                        "paper-version",
                        new Text(
                                "Осы арада басқа нұсқа енгізілді. Тізімді қайта ашып, тексеріңіз.",
                                "Тем временем внесена другая версия. Откройте список заново и проверьте."))
                .with("next", next));
    }

    static ProblemException unknown() {
        return refusing(404, "paper-unknown", "Мұндай парақ енгізілмеген.", "Такой лист не внесён.");
    }

    static ProblemException ownEntry() {
        return refusing(
                409,
                "own-entry",
                "Парақты енгізген адам емес, басқа адам растайды.",
                "Лист подтверждает не тот, кто его внёс, а другой человек.");
    }

    static ProblemException noScan() {
        return refusing(
                409,
                "scan-missing",
                "Парақтың сканы әлі жүктелмеген: салыстыратын ештеңе жоқ.",
                "Скан листа ещё не загружен: сверять не с чем.");
    }

    static ProblemException sealedFromYou() {
        return refusing(
                403,
                "sealed",
                "Бұл парақты өз парағыңызды тапсырғанша көрмейсіз, сондықтан растай алмайсыз.",
                "Этот лист Вы не видите, пока не сдали свой, и потому не можете подтвердить.");
    }

    static ProblemException memberActed() {
        return refusing(
                409,
                "member-acted",
                "Мүше бұл үміткер бойынша парағын өзі тапсырған, бас тартқан немесе қалыс қалған.",
                "Член комиссии по этому кандидату сам сдал лист, взял самоотвод или воздержался.");
    }

    static ProblemException unconfirmed() {
        return refusing(
                409,
                "paper-unconfirmed",
                "Бұл үміткер бойынша қағаздан енгізілген парақ расталмаған: алдымен оны растау немесе қайтарып алу"
                        + " керек.",
                "По этому кандидату не подтверждён лист, внесённый с бумаги: сначала его нужно подтвердить или"
                        + " отозвать.");
    }
}
