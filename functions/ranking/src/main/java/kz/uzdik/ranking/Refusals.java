package kz.uzdik.ranking;

import static kz.uzdik.http.ProblemException.refusing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;
import kz.uzdik.store.Correction;

/** What this function refuses, and how it says so. */
final class Refusals {

    private Refusals() {}

    static ProblemException stageUnknown() {
        return refusing(404, "stage-unknown", "Мұндай кезең жоқ.", "Такого этапа нет.");
    }

    static ProblemException mailUnknown() {
        return refusing(
                404,
                "mail-not-given-up",
                "Мұндай жетпеген хат жоқ немесе тізім ескірген: бетті жаңартыңыз.",
                "Такого недоставленного письма нет, или список устарел: обновите страницу.");
    }

    static ProblemException mailBusy() {
        return refusing(409, "mail-being-sent", "Бұл хат дәл қазір жіберілуде.", "Это письмо как раз отправляется.");
    }

    static ProblemException notRated() {
        return refusing(404, "not-rated", "Бұл кезең әлі бағаланған жоқ.", "Рейтинга этого этапа ещё нет.");
    }

    static ProblemException sealed() {
        return refusing(
                403,
                "sheets-sealed",
                "Рейтинг барлық үміткердің парақтары ашылғаннан кейін көрінеді.",
                "Рейтинг виден, когда вскрыты листы по всем кандидатам.");
    }

    static ProblemException notAnnounced() {
        return refusing(
                409, "stage-not-announced", "Бұл кезең әлі жарияланған жоқ.", "Итоги этого этапа ещё не объявлены.");
    }

    static ProblemException notPublished() {
        return refusing(
                409,
                "announcement-not-published",
                "Бұл жариялаудың құжаттары әлі толық шыққан жоқ. Сәл күтіп, қайталаңыз.",
                "Документы этого объявления ещё не все опубликованы. Подождите немного и повторите.");
    }

    static ProblemException correctedAlready(Correction first) {
        return new ProblemException(Problem.of(
                        409,
                        "correction-open",
                        new Text(
                                "Бұл жариялауды түзету басқа себеппен немесе басқа қызметкермен басталған.",
                                "Исправление этого объявления уже начато: другим сотрудником или по другой причине."))
                .with("reason", first.reason())
                .with("by", first.by()));
    }

    static ProblemException correctionNotOpen() {
        return refusing(
                409,
                "correction-not-open",
                "Бұл жариялауды түзету басталмаған: алдымен себебін тіркеңіз.",
                "Исправление этого объявления не начато: сначала запишите причину.");
    }

    static ProblemException laterAnnounced() {
        return refusing(
                409,
                "later-stage-announced",
                "Осы қорытындыға сүйенген келесі кезең жарияланды: енді түзетуге болмайды.",
                "Объявлен следующий этап, который опирается на эти итоги: исправить их уже нельзя.");
    }

    static ProblemException notReady(List<Obstacle> missing) {
        return new ProblemException(Problem.of(
                        409,
                        "not-ready",
                        new Text("Бұл кезеңді әзірге жариялауға болмайды.", "Итоги этого этапа пока нельзя объявить."))
                .with("missing", Obstacle.listed(missing)));
    }

    static ProblemException factsKeepChanging() {
        return refusing(
                409,
                "facts-changed",
                "Комиссия дәл қазір парақ тапсыруда. Қайталаңыз.",
                "Комиссия как раз подаёт листы. Повторите.");
    }

    static ProblemException surveyUnknown() {
        return refusing(404, "survey-unknown", "Мұндай сауалнама жоқ.", "Такого опроса нет.");
    }

    static ProblemException oblastUnknown() {
        return refusing(404, "oblast-unknown", "Мұндай облыс жоқ.", "Такой области нет.");
    }

    static ProblemException annulmentUnknown() {
        return refusing(
                409,
                "annulment-unknown",
                "Мұндай күшіндегі жою шешімі жоқ.",
                "Такого действующего решения об аннулировании нет.");
    }

    static ProblemException candidateElsewhere() {
        return refusing(400, "candidate-elsewhere", "Бұл кандидат басқа облыстан.", "Этот кандидат из другой области.");
    }

    /** Another act came first, or the number was never due; {@code next} is. */
    static ProblemException actNumber(int next) {
        return new ProblemException(Problem.of(
                        409,
                        "act-number",
                        new Text(
                                "Осы арада басқа шешім тіркелді. Тізімді қайта ашып, тексеріңіз.",
                                "Тем временем записано другое решение. Откройте список заново и проверьте."))
                .with("next", next));
    }

    static ProblemException frozenAlready() {
        return refusing(
                409,
                "candidate-frozen",
                "Бұл кандидат бойынша дауыс қабылдау тоқтатылған.",
                "Приём голосов по этому кандидату уже остановлен.");
    }

    static ProblemException notFrozen() {
        return refusing(
                409,
                "candidate-not-frozen",
                "Бұл кандидат бойынша дауыс қабылдау тоқтатылмаған.",
                "Приём голосов по этому кандидату не остановлен.");
    }

    static ProblemException surveyOver(LocalDateTime end) {
        return withTime(
                "survey-over",
                "Сауалнама аяқталды: мерзімін енді ұзартуға болмайды.",
                "Опрос окончен: продлить его уже нельзя.",
                end);
    }

    static ProblemException endNotLater(LocalDateTime end) {
        return withTime(
                "end-not-later",
                "Жаңа мерзім қазіргісінен кейін болуы тиіс.",
                "Новый срок должен быть позже нынешнего.",
                end);
    }

    static ProblemException endAfterRating(LocalDateTime rateAt) {
        return withTime(
                "end-after-rating",
                "Жаңа мерзім осы сауалнаманы есептейтін рейтингтен кейін болмауы тиіс.",
                "Новый срок не может быть позже рейтинга, который учитывает этот опрос.",
                rateAt);
    }

    private static ProblemException withTime(String type, String kk, String ru, LocalDateTime at) {
        return new ProblemException(Problem.of(409, type, new Text(kk, ru)).with("at", at.toString()));
    }

    static ProblemException surveyAnnounced() {
        return refusing(
                409,
                "survey-announced",
                "Бұл сауалнаманы есептейтін кезең жарияланған: енді ештеңе өзгертілмейді.",
                "Этап, который учитывает этот опрос, объявлен: менять уже нельзя.");
    }

    static ProblemException tooFewBallots(int minimumGroup) {
        return new ProblemException(Problem.of(
                        409,
                        "too-few-ballots",
                        new Text(
                                "Бұл белгілерге тым аз дауыс сәйкес келеді: жеке адамның жауабы ашылып қалар еді.",
                                "Под эти признаки подходит слишком мало голосов: открылся бы ответ отдельного"
                                        + " человека."))
                .with("minimumGroup", minimumGroup));
    }

    /** Does nothing for an empty list. */
    static void refuseFaults(List<Problem.FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    "field-invalid",
                    new Text("Белгіленген өрістерді түзетіңіз.", "Исправьте отмеченные поля."),
                    null,
                    faults,
                    Map.of()));
        }
    }
}
