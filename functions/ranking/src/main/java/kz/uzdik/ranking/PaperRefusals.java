package kz.uzdik.ranking;

import static kz.uzdik.http.ProblemException.refusing;

import java.time.LocalDateTime;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;

/** What is refused of counts of paper ballots, and how it is said. */
final class PaperRefusals {

    private PaperRefusals() {}

    static ProblemException noPaper() {
        return refusing(
                409,
                "paper-not-taken",
                "Бұл сауалнамада қағаз бюллетень қабылданбайды.",
                "В этом опросе бумажные бюллетени не принимаются.");
    }

    static ProblemException surveyOpen(LocalDateTime closes) {
        return new ProblemException(Problem.of(
                        409,
                        "survey-open",
                        new Text(
                                "Қағаз бюллетеньдер сауалнама аяқталғаннан кейін саналады.",
                                "Бумажные бюллетени считают, когда опрос окончен."))
                .with("at", closes.toString()));
    }

    static ProblemException notACandidate() {
        return refusing(
                409,
                "not-a-candidate",
                "Сауалнама бұл округтің әкімі туралы емес.",
                "Об акиме этого округа опрос не спрашивает.");
    }

    /** Another version came first, or it was never due; {@code next} is. */
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
        return refusing(404, "paper-unknown", "Мұндай санақ жоқ.", "Такого подсчёта нет.");
    }

    static ProblemException ownCount() {
        return refusing(
                409,
                "own-count",
                "Санақты енгізген адам емес, басқа адам растайды.",
                "Подсчёт подтверждает не тот, кто его внёс, а другой человек.");
    }

    static ProblemException noScan() {
        return refusing(
                409,
                "scan-missing",
                "Хаттаманың сканы әлі жүктелмеген: растайтын ештеңе жоқ.",
                "Скан протокола ещё не загружен: сверять не с чем.");
    }
}
