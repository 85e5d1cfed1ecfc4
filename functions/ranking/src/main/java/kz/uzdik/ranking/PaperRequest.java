package kz.uzdik.ranking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.contest.vote.PaperRules;
import kz.uzdik.http.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A count of paper ballots as it is sent in.
 *
 * @param version the one after those that whoever enters it has seen
 * @param ballots how many ballots lay in the box
 * @param counts question → answer → how often; an answer left out was given by nobody
 * @param reason why it is entered again, both languages; null for the first version
 */
record PaperRequest(
        String candidate,
        int version,
        long ballots,
        Map<String, Map<String, Long>> counts,
        PaperCount.Scan scan,
        @Nullable Text reason) {

    /** What is wrong; empty if nothing. */
    List<FieldError> faults(Survey survey) {
        var faults = new ArrayList<FieldError>();
        require(faults, version >= 1, "/version", "Нұсқа нөмірі 1-ден басталады.", "Номер версии начинается с 1.");
        PaperRules.check(survey, ballots, counts).forEach(fault -> faults.add(error(fault)));
        scan.faults().forEach(fault -> faults.add(new FieldError("/scan/" + fault.field(), fault.message())));
        reason(faults);
        return faults;
    }

    private void reason(List<FieldError> faults) {
        if (version <= 1) {
            require(
                    faults,
                    reason == null,
                    "/reason",
                    "Бірінші нұсқаға себеп жазылмайды.",
                    "У первой версии причины нет.");
            return;
        }
        require(
                faults,
                reason != null && ReasonFaults.isReason(reason.kk()),
                "/reason/kk",
                "Неге қайта енгізілгенін қазақша жазыңыз.",
                "Напишите по-казахски, почему вносится заново.");
        require(
                faults,
                reason != null && ReasonFaults.isReason(reason.ru()),
                "/reason/ru",
                "Неге қайта енгізілгенін орысша жазыңыз.",
                "Напишите по-русски, почему вносится заново.");
    }

    /** The fact that it makes. */
    PaperCount count(String survey, String by, Instant at) {
        return new PaperCount(survey, candidate, version, new AnswerCounts(ballots, counts), scan, reason, by, at);
    }

    /** Whether {@code again} says what {@code first} says, by the same person. */
    static boolean isSame(PaperCount first, PaperCount again) {
        return first.equals(new PaperCount(
                again.survey(),
                again.candidate(),
                again.version(),
                again.count(),
                again.scan(),
                again.reason(),
                again.by(),
                first.at()));
    }

    private static FieldError error(PaperRules.Fault fault) {
        return switch (fault) {
            case PaperRules.Fault.Ballots() ->
                new FieldError(
                        "/ballots",
                        new Text(
                                "Бюллетень саны – 0-ден " + PaperRules.MOST_BALLOTS + "-ға дейін.",
                                "Число бюллетеней – от 0 до " + PaperRules.MOST_BALLOTS + "."));
            case PaperRules.Fault.UnknownQuestion(String question) ->
                new FieldError(
                        "/counts/" + FieldError.escaped(question),
                        new Text("Сауалнамада мұндай сұрақ жоқ.", "В опросе нет такого вопроса."));
            case PaperRules.Fault.Answer(String question, String answer) ->
                new FieldError(
                        "/counts/" + FieldError.escaped(question) + "/" + FieldError.escaped(answer),
                        new Text(
                                "Жауап шкаладан болуы, ал саны бюллетень санынан аспауы керек.",
                                "Ответ должен быть из шкалы, а его число – не больше числа бюллетеней."));
            case PaperRules.Fault.TooMany(String question, long answers) ->
                new FieldError(
                        "/counts/" + FieldError.escaped(question),
                        new Text(
                                "Жауап саны (" + answers + ") бюллетень санынан көп.",
                                "Ответов (" + answers + ") больше, чем бюллетеней."));
        };
    }

    private static void require(List<FieldError> faults, boolean met, String pointer, String kk, String ru) {
        if (!met) {
            faults.add(new FieldError(pointer, new Text(kk, ru)));
        }
    }
}
