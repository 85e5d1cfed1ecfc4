package kz.uzdik.contest.anomaly;

import kz.uzdik.contest.definition.AnomalyLimits;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Text;

/** Anomalies in words, Kazakh and Russian. */
final class AnomalyWords {

    private final Places places;
    private final AnomalyLimits limits;

    AnomalyWords(Places places, AnomalyLimits limits) {
        this.places = places;
        this.limits = limits;
    }

    Text of(Anomaly.Rule rule, String okrug, String what, long ballots, long of, long limit) {
        var outOf = new Text(
                ballots + " (барлығы " + of + "). Шегі: " + limit, ballots + " из " + of + ". Предел: " + limit);
        return switch (rule) {
            case BURST ->
                sentence(
                        okrug,
                        hour(what) + " аралығында қабылданған дауыс: " + outOf.kk()
                                + ", осы округтің әдеттегі қарқыны бойынша.",
                        "в час " + hour(what) + " принято голосов " + outOf.ru() + ", по обычному ходу этого округа.");
            case OFFICE_HOURS ->
                sentence(
                        okrug,
                        "жұмыс уақытында (дүйсенбі–жұма, сағат " + office() + ") қабылданған дауыс: " + outOf.kk()
                                + ", облыстың басқа округтері бойынша.",
                        "в рабочее время (понедельник–пятница, " + office() + " ч) принято голосов " + outOf.ru()
                                + ", по остальным округам области.");
            case NETWORK ->
                sentence(
                        okrug,
                        "бір желіден (белгісі " + what + ") қабылданған дауыс: " + outOf.kk()
                                + ", облыстың басқа округтері бойынша.",
                        "из одной сети (метка " + what + ") принято голосов " + outOf.ru()
                                + ", по остальным округам области.");
            case SAME_ANSWERS ->
                sentence(
                        okrug,
                        "бәрі бірдей толтырылған (" + what + ") дауыс: " + outOf.kk()
                                + ", жауаптардың әдеттегі үйлесуі бойынша.",
                        "одинаково заполнено (" + what + ") голосов " + outOf.ru()
                                + ", по обычному сочетанию ответов.");
            case TURNOUT -> turnout(okrug, ballots, 0, of, limit);
            case MAIL_DOMAIN -> mailDomain(what, ballots, of, limit);
        };
    }

    Text turnout(String okrug, long ballots, long paper, long residents, long limit) {
        var onPaper = paper == 0
                ? new Text("", "")
                : new Text(" (оның ішінде қағазда: " + paper + ")", " (из них на бумаге " + paper + ")");
        return sentence(
                okrug,
                "қабылданған дауыс: " + ballots + onPaper.kk() + ", тұрғын саны: " + residents + ". Шегі: " + limit
                        + ".",
                "принято голосов " + ballots + onPaper.ru() + ", жителей " + residents + ". Предел: " + limit + ".");
    }

    Text mailDomain(String domain, long ballots, long of, long limit) {
        return new Text(
                "Бір пошта доменіне (" + domain + ") сұралған код: " + ballots + " (барлығы " + of + "). Шегі: " + limit
                        + ".",
                "На почту одного домена (" + domain + ") запрошено кодов " + ballots + " из " + of + ". Предел: "
                        + limit + ".");
    }

    private Text sentence(String okrug, String kk, String ru) {
        var name = places.okrug(okrug).map(place -> place.name()).orElse(new Text(okrug, okrug));
        return new Text(name.kk() + ": " + kk, name.ru() + ": " + ru);
    }

    private String office() {
        return limits.officeHours().from() + "–" + limits.officeHours().until();
    }

    /** {@code 2027-05-20T10} as {@code 20.05.2027, 10:00–11:00}. */
    private static String hour(String hour) {
        int from = Integer.parseInt(hour.substring(11, 13));
        return "%s.%s.%s, %02d:00–%02d:00"
                .formatted(hour.substring(8, 10), hour.substring(5, 7), hour.substring(0, 4), from, from + 1);
    }
}
