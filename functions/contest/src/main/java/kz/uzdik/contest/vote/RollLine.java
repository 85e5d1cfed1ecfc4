package kz.uzdik.contest.vote;

import java.util.Set;
import kz.uzdik.contest.definition.Text;

/**
 * A line of a roll: KATO of an okrug and IIN of one who lives there, parted by a comma, a semicolon or a tab, in
 * quotation marks or not.
 */
public sealed interface RollLine {

    /** A resident. */
    record Resident(String okrug, String iin) implements RollLine {

        /** Hides the number, so that it is never logged by accident. */
        @Override
        public String toString() {
            return "Resident[" + okrug + "]";
        }
    }

    /**
     * A line that cannot be read. It does not repeat what the line says, which may be a person's number.
     *
     * @param column number of the field at fault, 1 or 2; 0 for the line as a whole
     */
    record Faulty(int column, Text message) implements RollLine {}

    /** An empty line, or the line of headings. */
    record Nothing() implements RollLine {}

    /** Reads {@code line}; {@code okrugs} are the contest's. */
    static RollLine read(String line, Set<String> okrugs) {
        var text = line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (text.isBlank() || text.strip().matches("(?i)\"?(kato|okrug)\"?\\s*[,;\\t]\\s*\"?iin\"?")) {
            return new Nothing();
        }
        var fields = text.split("[,;\\t]", -1);
        if (fields.length != 2) {
            return new Faulty(
                    0,
                    new Text(
                            "екі баған болуы керек: округтің КАТО коды және ЖСН",
                            "должно быть два столбца: код КАТО округа и ИИН"));
        }
        var okrug = bare(fields[0]);
        if (!okrugs.contains(okrug)) {
            return new Faulty(
                    1,
                    new Text(
                            "мұндай КАТО кодты ауылдық округ конкурста жоқ",
                            "в конкурсе нет сельского округа с таким кодом КАТО"));
        }
        return switch (Iin.parse(bare(fields[1]))) {
            case Iin.Valid valid -> new Resident(okrug, valid.digits());
            case Iin.Invalid invalid -> new Faulty(2, why(invalid.reason()));
        };
    }

    private static Text why(Iin.Reason reason) {
        return switch (reason) {
            case NOT_TWELVE_DIGITS -> new Text("ЖСН он екі цифрдан тұрады", "ИИН состоит из двенадцати цифр");
            case COMPANY -> new Text("бұл – ұйымның БСН-і", "это БИН организации");
            case NO_SUCH_DATE -> new Text("туған күні күнтізбеде жоқ", "даты рождения нет в календаре");
            case BAD_CENTURY -> new Text("жетінші цифры 1–6 болуы керек", "седьмая цифра должна быть от 1 до 6");
            case BAD_CHECKSUM -> new Text("бақылау цифры сәйкес емес", "контрольная цифра не сходится");
        };
    }

    private static String bare(String field) {
        var text = field.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).strip()
                : text;
    }
}
