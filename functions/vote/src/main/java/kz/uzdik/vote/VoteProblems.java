package kz.uzdik.vote;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.BallotRules.Fault;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.http.Problem;
import kz.uzdik.http.Problem.FieldError;
import kz.uzdik.store.VoteOutcome;

/** The refusals of this function in words. */
final class VoteProblems {

    private VoteProblems() {}

    /** The problem that {@code refused} is answered with. */
    static Problem of(VoteOutcome.Refused refused, Survey survey, ZoneId zone) {
        return switch (refused) {
            case VoteOutcome.WrongCode wrong ->
                Problem.of(403, "code-invalid", new Text("Код қате немесе ескірген.", "Код неверен или устарел."))
                        .withDetail(new Text(
                                "Хаттағы кодты тексеріңіз немесе жаңасын сұраңыз.",
                                "Проверьте код в письме или запросите новый."));
            case VoteOutcome.TooManyTries tries ->
                Problem.of(
                                429,
                                "too-many-tries",
                                new Text("Қате код тым көп рет енгізілді.", "Слишком много неверных кодов."))
                        .withDetail(new Text(
                                "Бес минуттан кейін қайталап көріңіз.", "Повторите попытку через пять минут."));
            case VoteOutcome.AlreadyVoted voted ->
                Problem.of(409, "already-voted", alreadyVoted(survey))
                        .withDetail(new Text(
                                "Егер сіз дауыс бермеген болсаңыз, қазір осы бетте дау айтыңыз: оны облыстық"
                                        + " комиссия қарайды.",
                                "Если вы не голосовали, заявите спор сейчас на этой странице: его рассмотрит"
                                        + " комиссия области."));
            case VoteOutcome.NotOnRoll absent ->
                Problem.of(
                                403,
                                "not-on-roll",
                                new Text(
                                        "Сіз бұл ауылдық округтің тұрғындары тізімінде жоқсыз.",
                                        "Вас нет в списке жителей этого сельского округа."))
                        .withDetail(new Text(
                                "Өз округіңіздің әкімін таңдаңыз. Тізімде қате болса, қазір осы бетте дау айтыңыз:"
                                        + " оны облыстық комиссия қарайды.",
                                "Выберите акима своего округа. Если ошибка в списке, заявите спор сейчас на этой"
                                        + " странице: его рассмотрит комиссия области."));
            case VoteOutcome.BallotDiffers differs ->
                Problem.of(
                        409,
                        "ballot-differs",
                        new Text(
                                "Осы нөмірмен басқа бюллетень қабылданған.",
                                "Под этим номером принят другой бюллетень."));
            case VoteOutcome.ContactUsedUp used ->
                Problem.of(
                                409,
                                "contact-used-up",
                                new Text(
                                        "Осы мекенжай арқылы дауыс бере алатын адамдар саны таусылды.",
                                        "Через этот адрес проголосовало столько человек, сколько разрешено."))
                        .withDetail(new Text("Басқа мекенжайды көрсетіңіз.", "Укажите другой адрес."));
            case VoteOutcome.WindowClosed closed -> windowClosed(survey, zone);
            case VoteOutcome.Frozen frozen ->
                Problem.of(
                                409,
                                "candidate-frozen",
                                new Text(
                                        "Бұл кандидат бойынша дауыс қабылдау уақытша тоқтатылды. Кейінірек қайталаңыз.",
                                        "Приём голосов по этому кандидату временно остановлен. Повторите позже."))
                        .withDetail(frozen.reason());
            case VoteOutcome.Busy busy -> busy();
        };
    }

    static Problem busy() {
        return Problem.of(
                503,
                "busy",
                new Text(
                        "Қазір сұраныс көп. Дәл осы сұранысты сәл кейін қайта жіберіңіз.",
                        "Сейчас много запросов. Отправьте то же самое чуть позже."));
    }

    private static Text alreadyVoted(Survey survey) {
        return survey.identity() instanceof Identity.Invite
                ? new Text("Осы шақыру кодымен дауыс берілген.", "По этому приглашению голос уже отдан.")
                : new Text("Осы ЖСН бойынша дауыс берілген.", "По этому ИИН голос уже отдан.");
    }

    static Problem nothingToDispute(Survey survey) {
        return Problem.of(
                409,
                "nothing-to-dispute",
                survey.identity() instanceof Identity.Invite
                        ? new Text(
                                "Осы шақыру кодымен дауыс берілмеген: сіз дауыс бере аласыз.",
                                "По этому приглашению ещё не голосовали: вы можете проголосовать.")
                        : new Text(
                                "Осы ЖСН бойынша дауыс берілмеген: сіз дауыс бере аласыз.",
                                "По этому ИИН ещё не голосовали: вы можете проголосовать."));
    }

    static Problem otherIdentity() {
        return Problem.of(
                409,
                "identity-other",
                new Text("Бұл сауалнамада басқаша дауыс беріледі.", "В этом опросе голосуют иначе."));
    }

    static Problem tokenWithoutIin() {
        return Problem.of(
                403,
                "token-without-iin",
                new Text("Кіру қызметі ЖСН-іңізді бермеді.", "Служба входа не передала ваш ИИН."));
    }

    static Problem inviteInvalid() {
        return Problem.ofField(
                403,
                "invite-invalid",
                "/token",
                new Text(
                        "Шақыру коды қате немесе басқа әкім туралы сауалнамаға берілген.",
                        "Код приглашения неверен или выдан для опроса о другом акиме."));
    }

    static Problem proofInvalid() {
        return Problem.ofField(
                403,
                "proof-invalid",
                "/altcha",
                new Text(
                        "Тексеру есебі шешілмеген немесе ескірген. Жаңасын сұраңыз.",
                        "Проверочная задача не решена или устарела. Запросите новую."));
    }

    static Problem proofSpent() {
        return Problem.ofField(
                409,
                "proof-spent",
                "/altcha",
                new Text(
                        "Бұл тексеру есебі пайдаланылған. Жаңасын сұраңыз.",
                        "Эта проверочная задача уже использована. Запросите новую."));
    }

    static Problem windowClosed(Survey survey, ZoneId zone) {
        return Problem.of(
                        409, "window-closed", new Text("Қазір дауыс беру уақыты емес.", "Сейчас не время голосования."))
                .with("opens", local(survey.window().opens(), zone))
                .with("closes", local(survey.window().closes(), zone));
    }

    static Problem tooManyForms() {
        return Problem.of(
                        429,
                        "too-many-forms",
                        new Text(
                                "Осы желіден бір сағатта тым көп код сұралды.",
                                "Из этой сети за час запросили слишком много кодов."))
                .withDetail(new Text(
                        "Браузердің баптауларында JavaScript қосып, бетті қайта ашыңыз немесе бір сағаттан кейін"
                                + " келіңіз.",
                        "Включите JavaScript в настройках браузера и откройте страницу снова или зайдите через час."));
    }

    static Problem surveyUnknown() {
        return Problem.of(404, "survey-unknown", new Text("Мұндай сауалнама жоқ.", "Такого опроса нет."));
    }

    static Problem ballotIdInvalid() {
        return Problem.ofField(
                400,
                "field-invalid",
                "/ballot",
                new Text(
                        "Бюллетень нөмірі – 32 он алтылық цифр.",
                        "Номер бюллетеня – 32 шестнадцатеричные цифры в нижнем регистре."));
    }

    static Problem contactInvalid() {
        return Problem.ofField(
                400,
                "field-invalid",
                "/contact",
                new Text("Электрондық пошта мекенжайын тексеріңіз.", "Проверьте адрес электронной почты."));
    }

    static Problem candidateUnknown() {
        return Problem.ofField(
                400,
                "candidate-unknown",
                "/ticket",
                new Text("Бұл сауалнамада мұндай кандидат жоқ.", "В этом опросе нет такого кандидата."));
    }

    static Problem iinInvalid(Iin.Reason reason) {
        var text = switch (reason) {
            case NOT_TWELVE_DIGITS -> new Text("ЖСН он екі цифрдан тұрады.", "ИИН состоит из двенадцати цифр.");
            case COMPANY ->
                new Text("Бұл – ұйымның БСН-і. Адамның ЖСН-ін жазыңыз.", "Это БИН организации. Укажите ИИН человека.");
            case NO_SUCH_DATE ->
                new Text(
                        "ЖСН басындағы туған күн күнтізбеде жоқ.",
                        "В начале ИИН стоит дата рождения, которой нет в календаре.");
            case BAD_CENTURY, BAD_CHECKSUM ->
                new Text("Мұндай ЖСН болмайды. Цифрларын тексеріңіз.", "Такого ИИН не бывает. Проверьте цифры.");
        };
        return Problem.ofField(422, "iin-invalid", "/iin", text);
    }

    static Problem answersInvalid(List<Fault> faults) {
        return new Problem(
                400,
                "field-invalid",
                new Text("Жауаптарды тексеріңіз.", "Проверьте ответы."),
                null,
                faults.stream().map(VoteProblems::answerInvalid).toList(),
                Map.of());
    }

    private static FieldError answerInvalid(Fault fault) {
        var text = switch (fault) {
            case Fault.Unanswered unanswered -> new Text("Бұл сұраққа жауап беріңіз.", "Ответьте на этот вопрос.");
            case Fault.OffTheScale off ->
                new Text("Бағалау шкаласында мұндай жауап жоқ.", "Такого ответа нет на шкале.");
            case Fault.UnknownQuestion unknown ->
                new Text("Сауалнамада мұндай сұрақ жоқ.", "Такого вопроса в опросе нет.");
        };
        return new FieldError("/answers/" + FieldError.escaped(fault.question()), text);
    }

    private static String local(LocalDateTime at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}
