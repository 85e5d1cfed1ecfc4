package kz.uzdik.jury;

/** Reasons as people write them: kept in the protocol, so neither empty nor endless. */
final class Reasons {

    private static final int MAX_LENGTH = 1000;

    private Reasons() {}

    /** {@code reason} without the blanks around it; refused if nothing is left or if it is too long. */
    static String required(String reason) {
        return required(reason, "/reason");
    }

    /** The same of a field that {@code pointer} names. */
    static String required(String reason, String pointer) {
        var text = reason.strip();
        if (text.isEmpty()) {
            throw Refusals.field(pointer, "Себебін көрсетіңіз.", "Укажите причину.");
        }
        if (text.length() > MAX_LENGTH) {
            throw Refusals.field(pointer, "Ең көбі 1000 таңба.", "Не больше 1000 знаков.");
        }
        return text;
    }
}
