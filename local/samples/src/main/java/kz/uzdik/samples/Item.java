package kz.uzdik.samples;

/** A file of a made-up dossier (§9). */
public enum Item {
    APPLICATION("1 Өтініш", "1 Заявление", "pdf"),
    IDENTITY("2 Жеке куәліктің көшірмесі", "2 Копия удостоверения личности", "pdf"),
    SERVICE_RECORD("3 Қызметтік тізім", "3 Послужной список", "pdf"),
    QUESTIONNAIRE("4 Сауалнама", "4 Анкета", "pdf"),
    INDICATORS("5 Әлеуметтік-экономикалық көрсеткіштер", "5 Социально-экономические показатели", "pdf"),
    SLIDES("6 Жоба слайдтар", "6 Проект слайды", "pdf"),
    VIDEO("7 Жоба бейнеролик", "7 Проект видеоролик", "mp4");

    private final String kazakh;
    private final String russian;
    private final String extension;

    Item(String kazakh, String russian, String extension) {
        this.kazakh = kazakh;
        this.russian = russian;
        this.extension = extension;
    }

    /** Its file name, as people of that habit write it; forms are scans. */
    public String fileName(Naming naming) {
        return title(naming) + "." + extension;
    }

    /** The file name of a form that is a workbook. */
    public String workbookName(Naming naming) {
        return title(naming) + ".xlsx";
    }

    private String title(Naming naming) {
        return switch (naming) {
            case KAZAKH -> kazakh;
            case LATIN_I -> kazakh.replace('і', 'i');
            case RUSSIAN_CP866 -> russian;
        };
    }
}
