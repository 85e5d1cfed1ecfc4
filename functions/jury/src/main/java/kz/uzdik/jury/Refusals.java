package kz.uzdik.jury;

import static kz.uzdik.http.ProblemException.refusing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.ranking.Rating.Missing;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;
import kz.uzdik.json.Json;

/** What this function refuses, and how it says so. */
final class Refusals {

    private Refusals() {}

    static ProblemException stageUnknown() {
        return refusing(404, "stage-unknown", "Мұндай кезең жоқ.", "Такого этапа нет.");
    }

    static ProblemException sheetUnknown() {
        return refusing(
                404, "sheet-unknown", "Бұл кезеңде мұндай бағалау парағы жоқ.", "На этом этапе нет такого листа.");
    }

    static ProblemException candidateUnknown() {
        return refusing(
                404, "candidate-unknown", "Бұл кезеңде мұндай үміткер жоқ.", "На этом этапе нет такого кандидата.");
    }

    static ProblemException disputeUnknown() {
        return refusing(404, "dispute-unknown", "Мұндай дау тіркелмеген.", "Такой спор не записан.");
    }

    static ProblemException disputeClosed() {
        return refusing(409, "dispute-closed", "Бұл дау қаралып, жабылған.", "Этот спор уже рассмотрен и закрыт.");
    }

    static ProblemException scopeUnknown() {
        return refusing(404, "scope-unknown", "Мұндай комиссия жоқ.", "Такой комиссии нет.");
    }

    static ProblemException commissionUnknown() {
        return refusing(
                404, "commission-unknown", "Комиссия құрамы әлі енгізілмеген.", "Состав комиссии ещё не внесён.");
    }

    static ProblemException notOnCommission() {
        return refusing(403, "not-on-commission", "Сіз бұл комиссияның мүшесі емессіз.", "Вы не член этой комиссии.");
    }

    static ProblemException notTheChair() {
        return refusing(
                403,
                "not-the-chair",
                "Мұны тек төраға немесе оның орынбасары жасай алады.",
                "Это может только председатель или его заместитель.");
    }

    static ProblemException stageNotOpen() {
        return refusing(
                409,
                "stage-not-open",
                "Алдыңғы кезеңнің қорытындысы әлі жарияланған жоқ.",
                "Итоги предыдущего этапа ещё не объявлены.");
    }

    static ProblemException stageAnnounced() {
        return refusing(
                409, "stage-announced", "Бұл кезеңнің қорытындысы жарияланды.", "Итоги этого этапа уже объявлены.");
    }

    static ProblemException sheetFiled() {
        return refusing(
                409,
                "sheet-filed",
                "Бұл үміткер бойынша парағыңыз басқа ұпаймен тапсырылған. Рұқсат етілсе, оны себебін көрсетіп"
                        + " түзетіңіз.",
                "Ваш лист по этому кандидату уже сдан с другими баллами. Если это разрешено, исправьте его с указанием"
                        + " причины.");
    }

    /** The versions of a sheet are numbered without gaps; {@code next} is due. */
    static ProblemException sheetVersion(int next) {
        return new ProblemException(Problem.of(
                        409,
                        "sheet-version",
                        new Text(
                                "Парақтың нұсқалары рет-ретімен нөмірленеді. Бетті қайта ашып, тексеріңіз.",
                                "Версии листа нумеруются подряд. Откройте страницу заново и проверьте."))
                .with("next", next));
    }

    static ProblemException sheetsOpen() {
        return refusing(
                409,
                "sheets-open",
                "Бұл үміткердің парақтары ашылған: жаңа парақ қабылданбайды. Бағаламасаңыз, себебін көрсетіп бас"
                        + " тартыңыз.",
                "Листы по этому кандидату вскрыты, новые не принимаются. Если Вы его не оценивали, возьмите самоотвод"
                        + " с причиной.");
    }

    static ProblemException notComplete(List<Missing> missing) {
        return new ProblemException(Problem.of(
                        409,
                        "sheets-missing",
                        new Text(
                                "Бұл үміткердің парақтарын ашуға әлі болмайды.",
                                "Листы по этому кандидату ещё нельзя вскрыть."))
                .with(
                        "missing",
                        missing.stream()
                                .<JsonNode>map(one -> Json.MAPPER.valueToTree(one))
                                .toList()));
    }

    static ProblemException recused() {
        return refusing(
                409,
                "recused",
                "Сіз бұл үміткерді бағалаудан бас тарттыңыз немесе қалыс қалдыңыз.",
                "По этому кандидату Вы взяли самоотвод или воздержались.");
    }

    static ProblemException abstentionNotAllowed() {
        return refusing(
                409,
                "abstention-not-allowed",
                "Бұл конкурста қалыс қалуға болмайды: баға қойыңыз немесе бас тартыңыз.",
                "В этом конкурсе нельзя воздержаться: поставьте баллы или возьмите самоотвод.");
    }

    static ProblemException alreadyAbstained() {
        return refusing(
                409,
                "abstention-filed",
                "Қалыс қалғаныңыз басқа себеппен тіркелген.",
                "Уже записано, что Вы воздержались, с другой причиной.");
    }

    static ProblemException sheetOrAbstention() {
        return refusing(
                409,
                "sheet-filed",
                "Бұл үміткер бойынша парақ тапсырғансыз немесе қалыс қалғансыз.",
                "По этому кандидату Вы уже сдали лист или воздержались.");
    }

    static ProblemException sheetOrRecusal() {
        return refusing(
                409,
                "sheet-or-recusal-filed",
                "Бұл үміткер бойынша парақ тапсырғансыз немесе бас тартқансыз.",
                "По этому кандидату Вы уже сдали лист или взяли самоотвод.");
    }

    static ProblemException noConflictStated() {
        return refusing(
                409,
                "no-conflict-stated",
                "Мүдделер қақтығысы жоғы туралы мәлімдемеңіз басқа сөзбен тіркелген.",
                "Ваше заявление, что конфликта нет, уже записано другими словами.");
    }

    static ProblemException alreadyRecused() {
        return refusing(
                409,
                "recusal-filed",
                "Бас тартуыңыз басқа себеппен тіркелген.",
                "Ваш самоотвод уже записан с другой причиной.");
    }

    static ProblemException sittingUnknown() {
        return refusing(409, "sitting-unknown", "Мұндай отырыс тіркелмеген.", "Такое заседание не записано.");
    }

    /** Sittings are numbered without gaps; {@code next} is due. */
    static ProblemException sittingNumber(int next) {
        return new ProblemException(Problem.of(
                        409,
                        "sitting-number",
                        new Text(
                                "Отырыстар мен олардың нұсқалары рет-ретімен нөмірленеді.",
                                "Заседания и их версии нумеруются подряд."))
                .with("next", next));
    }

    static ProblemException sittingRecorded() {
        return refusing(
                409,
                "sitting-recorded",
                "Бұл отырыс басқаша тіркелген. Тізімді қайта ашып, қажет болса түзетуді себебімен тіркеңіз.",
                "Это заседание уже записано иначе. Откройте список заново и, если нужно, запишите исправление с"
                        + " причиной.");
    }

    /** Says who is missing, by name. */
    static ProblemException noQuorum(Quorum quorum, Commission commission) {
        return new ProblemException(Problem.of(
                        409,
                        "no-quorum",
                        new Text(
                                "Кворум жоқ: шеше алатын мүше — "
                                        + quorum.deciding().size() + ", кемінде "
                                        + quorum.needed() + " керек. Қатыспағандар: "
                                        + names(quorum.absent(), commission) + ". Бас тартқандар: "
                                        + names(quorum.recused(), commission) + ".",
                                "Нет кворума: решать могут " + quorum.deciding().size() + ", нужно не менее "
                                        + quorum.needed() + ". Отсутствовали: "
                                        + names(quorum.absent(), commission) + ". Взяли самоотвод: "
                                        + names(quorum.recused(), commission) + "."))
                .with("quorum", quorum));
    }

    private static String names(List<String> ids, Commission commission) {
        return ids.isEmpty()
                ? "—"
                : ids.stream()
                        .map(id -> commission
                                .member(id)
                                .map(Commission.Member::name)
                                .orElse(id))
                        .collect(Collectors.joining(", "));
    }

    static ProblemException notLeading() {
        return refusing(
                403,
                "not-leading",
                "Шешуші дауысты отырысты жүргізген төраға, ол болмаса орынбасары береді.",
                "Решающий голос подаёт председатель, который вёл заседание, а без него заместитель.");
    }

    static ProblemException castingVoteCast() {
        return refusing(
                409,
                "casting-vote-cast",
                "Бұл үміткерлер бойынша шешуші дауыс берілген.",
                "По этим кандидатам решающий голос уже подан.");
    }

    static ProblemException noTie(Object ties) {
        return new ProblemException(Problem.of(
                        409,
                        "no-tie",
                        new Text(
                                "Дәл осы үміткерлер арасында шешуші дауыс талап етілмейді.",
                                "Между именно этими кандидатами решающий голос не требуется."))
                .with("ties", ties));
    }

    static ProblemException factsChanged() {
        return refusing(
                409,
                "facts-changed",
                "Осы сәтте жаңа парақ тапсырылды. Рейтингті қарап, қайталаңыз.",
                "В этот момент подан новый лист. Посмотрите рейтинг и повторите.");
    }

    static ProblemException field(String pointer, String kk, String ru) {
        return field(pointer, new Text(kk, ru));
    }

    static ProblemException field(String pointer, Text message) {
        return new ProblemException(Problem.ofField(400, "field-invalid", pointer, message));
    }
}
