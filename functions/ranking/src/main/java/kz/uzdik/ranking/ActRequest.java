package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.http.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * An act on a survey as it is asked for.
 *
 * @param number the one after the acts that whoever asks has seen
 * @param reason public, both languages
 */
record ActRequest(int number, SurveyAct.What what, Text reason) {

    static final int MAX_BYTES = 8 * 1024;

    private static final Pattern HOUR = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}");
    private static final Pattern NETWORK = Pattern.compile("[0-9a-f]{8}");
    private static final Pattern CHANNEL = Pattern.compile("[a-z]{1,20}");

    /** What keeps {@code ballots} from being criteria; empty if nothing. */
    static List<FieldError> faults(BallotCriteria ballots, ContestDefinition definition) {
        var faults = new ArrayList<FieldError>();
        require(
                faults,
                ballots.scope().equals(Stage.REPUBLIC)
                        || definition.oblasts().stream()
                                .anyMatch(oblast -> oblast.kato().equals(ballots.scope())),
                "/ballots/scope",
                "Мұндай облыс жоқ.",
                "Такой области нет.");
        require(
                faults,
                ballots.candidate() != null
                        || ballots.fromHour() != null
                        || ballots.toHour() != null
                        || ballots.network() != null
                        || ballots.channel() != null,
                "/ballots",
                "Кемінде бір белгіні көрсетіңіз.",
                "Укажите хотя бы один признак.");
        require(
                faults,
                fits(HOUR, ballots.fromHour()),
                "/ballots/fromHour",
                "Сағат дұрыс емес.",
                "Час указан неверно.");
        require(
                faults,
                fits(HOUR, ballots.toHour())
                        && (ballots.fromHour() == null
                                || ballots.toHour() == null
                                || ballots.fromHour().compareTo(ballots.toHour()) <= 0),
                "/ballots/toHour",
                "Соңғы сағат алғашқысынан ерте болмайды.",
                "Последний час не раньше первого.");
        require(
                faults,
                fits(NETWORK, ballots.network()),
                "/ballots/network",
                "Желі белгісі – 8 он алтылық цифр.",
                "Метка сети – 8 шестнадцатеричных цифр.");
        require(faults, fits(CHANNEL, ballots.channel()), "/ballots/channel", "Мұндай арна жоқ.", "Такого канала нет.");
        return faults;
    }

    private static boolean fits(Pattern pattern, @Nullable String value) {
        return value == null || pattern.matcher(value).matches();
    }

    private static void require(List<FieldError> faults, boolean met, String pointer, String kk, String ru) {
        if (!met) {
            faults.add(new FieldError(pointer, new Text(kk, ru)));
        }
    }
}
