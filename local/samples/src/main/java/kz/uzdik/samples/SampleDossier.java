package kz.uzdik.samples;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dossier's archive to be made up: the same values give the same bytes.
 *
 * @param seed picks figures, colours and texts
 * @param candidate the candidate's name, as the documents have it
 * @param okrug the okrug's name, as the documents have it
 * @param naming how its files are named
 * @param video length of the film, more than 30 seconds
 * @param missing files left out
 * @param damage what is wrong with the archive as a whole; null if nothing is
 * @param forms what the forms say that are workbooks; null where all documents are scans
 */
public record SampleDossier(
        long seed,
        String candidate,
        String okrug,
        Naming naming,
        Duration video,
        Set<Item> missing,
        @Nullable Damage damage,
        @Nullable FormFacts forms) {

    /** Longer than the five minutes that §9(6) allows. */
    public static final Duration TOO_LONG = Duration.ofMinutes(6);

    private static final List<Naming> HABITS = List.of(Naming.values());

    public SampleDossier {
        missing = Set.copyOf(missing);
    }

    /**
     * A dossier that has everything: all files, forms as scans, a film of at most five minutes, names as {@code seed} picks.
     *
     * @param seed also for {@link #seed}
     * @param candidate the candidate's name
     * @param okrug the okrug's name
     */
    public static SampleDossier good(long seed, String candidate, String okrug) {
        var random = new Random(seed);
        var naming = HABITS.get(random.nextInt(HABITS.size()));
        var video = Duration.ofSeconds(200 + random.nextInt(101));
        return new SampleDossier(seed, candidate, okrug, naming, video, Set.of(), null, null);
    }

    /** This dossier with files named so. */
    public SampleDossier named(Naming wanted) {
        return new SampleDossier(seed, candidate, okrug, wanted, video, missing, damage, forms);
    }

    /** This dossier with a film of {@code length}. */
    public SampleDossier withVideo(Duration length) {
        return new SampleDossier(seed, candidate, okrug, naming, length, missing, damage, forms);
    }

    /** This dossier without {@code item}. */
    public SampleDossier without(Item item) {
        var more = EnumSet.of(item);
        more.addAll(missing);
        return new SampleDossier(seed, candidate, okrug, naming, video, more, damage, forms);
    }

    /** This dossier damaged. */
    public SampleDossier with(Damage wanted) {
        return new SampleDossier(seed, candidate, okrug, naming, video, missing, wanted, forms);
    }

    /** This dossier with its forms as workbooks that say so. */
    public SampleDossier filled(FormFacts facts) {
        return new SampleDossier(seed, candidate, okrug, naming, video, missing, damage, facts);
    }

    /** Writes the archive into {@code file}, its film made larger by {@code bytes} that show nothing. */
    public void write(Path file, long bytes) throws IOException {
        var archive = archive();
        archive.pad(Item.VIDEO.fileName(naming), bytes);
        archive.write(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), false);
    }

    /** The archive. */
    public byte[] zip() {
        var archive = archive();
        var bytes = damage == Damage.ENCRYPTED ? archive.encrypted() : archive.plain();
        if (damage == Damage.NOT_A_ZIP) {
            return rar(bytes.length);
        }
        return damage == Damage.TRUNCATED ? java.util.Arrays.copyOf(bytes, bytes.length * 3 / 5) : bytes;
    }

    private SampleArchive archive() {
        var archive = new SampleArchive(naming);
        var documents = new SampleDocuments(seed);
        for (var item : Item.values()) {
            if (!missing.contains(item)) {
                var workbook = workbook(item);
                var name = workbook == null ? item.fileName(naming) : item.workbookName(naming);
                archive.add(
                        damage == Damage.UNSAFE_NAME && item == Item.APPLICATION ? "../" + name : name,
                        workbook == null ? content(item, documents) : workbook);
            }
        }
        return archive;
    }

    private byte @Nullable [] workbook(Item item) {
        var language = naming == Naming.RUSSIAN_CP866 ? "ru" : "kk";
        return forms == null
                ? null
                : switch (item) {
                    case APPLICATION -> forms.workbook("application", language, candidate, seed);
                    case QUESTIONNAIRE -> forms.workbook("questionnaire", language, candidate, seed);
                    case INDICATORS -> forms.workbook("indicators", language, candidate, seed);
                    case IDENTITY, SERVICE_RECORD, SLIDES, VIDEO -> null;
                };
    }

    private byte[] content(Item item, SampleDocuments documents) {
        return switch (item) {
            case APPLICATION ->
                documents.pdf(false, List.of(List.of("Өтініш / Заявление", candidate, okrug, "№1 нысан / форма №1")));
            case IDENTITY ->
                documents.pdf(
                        false, List.of(List.of("Жеке куәлік / Удостоверение личности", candidate, "ҮЛГІ / ОБРАЗЕЦ")));
            case SERVICE_RECORD ->
                documents.pdf(
                        false,
                        List.of(
                                List.of("Қызметтік тізім / Послужной список", candidate, okrug),
                                List.of("Кадр қызметі растады / Заверено кадровой службой")));
            case QUESTIONNAIRE ->
                documents.pdf(
                        false,
                        List.of(List.of(
                                "№2 нысан / форма №2", "Тегі, аты / Фамилия, имя: " + candidate, "Округ: " + okrug)));
            case INDICATORS -> documents.pdf(false, List.of(indicators()));
            case SLIDES -> documents.pdf(true, slides());
            case VIDEO -> SampleVideo.mp4(video, seed);
        };
    }

    private List<String> indicators() {
        var random = new Random(seed);
        return List.of(
                "Көрсеткіштер, 1 қаңтар / Показатели на 1 января",
                "Тұрғындар / Жителей: " + (800 + random.nextInt(9000)),
                "Инвестиция, млн теңге / Инвестиции, млн тенге: " + random.nextInt(900),
                "Жұмыс орны / Рабочих мест создано: " + random.nextInt(150),
                "Қылмыс / Преступлений: " + random.nextInt(12));
    }

    private List<List<String>> slides() {
        return List.of(
                List.of("Ауыл жобасы / Проект села", okrug, candidate),
                List.of("Мақсаты / Цель", "Ауыз су мен жарық / Питьевая вода и освещение"),
                List.of("Нәтижесі / Результат", "Жаңа жұмыс орындары / Новые рабочие места"));
    }

    private byte[] rar(int length) {
        var bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 1, 0}, 0, bytes, 0, 8);
        return bytes;
    }
}
