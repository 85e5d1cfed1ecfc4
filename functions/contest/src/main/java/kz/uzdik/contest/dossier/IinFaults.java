package kz.uzdik.contest.dossier;

import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.vote.Iin;

/** What is wrong with an IIN, said to people. */
public final class IinFaults {

    private IinFaults() {}

    /** What is wrong with a number. */
    public static Text words(Iin.Reason reason) {
        return switch (reason) {
            case NOT_TWELVE_DIGITS -> new Text("ЖСН – 12 цифр.", "ИИН – это 12 цифр.");
            case COMPANY -> new Text("Бұл БСН, ұйымның нөмірі. ЖСН керек.", "Это БИН, номер организации. Нужен ИИН.");
            case BAD_CENTURY, NO_SUCH_DATE ->
                new Text("ЖСН-дегі туған күн дұрыс емес.", "Дата рождения в ИИН не существует.");
            case BAD_CHECKSUM ->
                new Text(
                        "ЖСН қате терілген: бақылау цифры сәйкес емес.",
                        "ИИН набран с ошибкой: не сходится контрольная цифра.");
        };
    }
}
