package kz.uzdik.host.rehearsal;

import java.util.SplittableRandom;

/** Invented people: common Kazakh surnames and given names in every pairing. */
final class Names {

    private static final String[] SURNAMES = {
        "Ахметов",
        "Оспанов",
        "Серіков",
        "Жұмабаев",
        "Нұрғалиев",
        "Әбенов",
        "Қасымов",
        "Бекенов",
        "Тілеубаев",
        "Мұқанов",
        "Сәрсенов",
        "Ибраев",
        "Қайратов",
        "Досжанов",
        "Есімов",
        "Байжанов"
    };
    private static final String[] GIVEN = {
        "Арман", "Ерлан", "Нұрлан", "Бақыт", "Қанат", "Серік", "Дәурен", "Асхат", "Талғат", "Мұрат", "Болат", "Жандос",
        "Әділ", "Ғалым", "Еркін", "Самат"
    };

    private Names() {}

    static String draw(SplittableRandom random) {
        return SURNAMES[random.nextInt(SURNAMES.length)] + " " + GIVEN[random.nextInt(GIVEN.length)];
    }
}
