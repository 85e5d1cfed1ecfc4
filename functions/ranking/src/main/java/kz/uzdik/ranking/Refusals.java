package kz.uzdik.ranking;

import java.util.List;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;

/** What this function refuses, and how it says so. */
final class Refusals {

    private Refusals() {}

    static ProblemException stageUnknown() {
        return refuse(404, "stage-unknown", "Мұндай кезең жоқ.", "Такого этапа нет.");
    }

    static ProblemException notRated() {
        return refuse(404, "not-rated", "Бұл кезең әлі бағаланған жоқ.", "Рейтинга этого этапа ещё нет.");
    }

    static ProblemException notAnnounced() {
        return refuse(
                409, "stage-not-announced", "Бұл кезең әлі жарияланған жоқ.", "Итоги этого этапа ещё не объявлены.");
    }

    static ProblemException notReady(List<Obstacle> missing) {
        return new ProblemException(Problem.of(
                        409,
                        "not-ready",
                        new Text("Бұл кезеңді әзірге жариялауға болмайды.", "Итоги этого этапа пока нельзя объявить."))
                .with("missing", Obstacle.listed(missing)));
    }

    static ProblemException factsKeepChanging() {
        return refuse(
                409,
                "facts-changed",
                "Комиссия дәл қазір парақ тапсыруда. Қайталаңыз.",
                "Комиссия как раз подаёт листы. Повторите.");
    }

    private static ProblemException refuse(int status, String type, String kk, String ru) {
        return new ProblemException(Problem.of(status, type, new Text(kk, ru)));
    }
}
