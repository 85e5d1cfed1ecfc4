package kz.uzdik.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.dossier.Registration.Penalty;
import kz.uzdik.contest.dossier.Registration.Term;
import org.jspecify.annotations.Nullable;

/**
 * What a secretary registers; the fields as in {@link Registration}.
 *
 * @param iin the candidate's IIN, kept only as a keyed hash
 * @param correctsNominator whether the nominator is the one registered before, whose particulars are put right; without
 *     it, another nominator of the same akim joins the dossier
 */
record RegistrationRequest(
        String okrug,
        String candidateName,
        String candidateEmail,
        String iin,
        NominatorKind nominatorKind,
        String nominatorName,
        String nominatorEmail,
        List<Term> service,
        List<Penalty> penalties,
        long bytes,
        String sha256,
        @Nullable Boolean correctsNominator) {

    static final int MAX_BYTES = 32 * 1024;

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}\\.[^\\s@<>\",;.]{2,24}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final LocalDate EARLIEST = LocalDate.of(1960, 1, 1);
    private static final int LONGEST_NAME = 300;
    private static final int MOST_LINES = 50;

    /** Hides the IIN, so that it is never logged by accident. */
    @Override
    public String toString() {
        return "RegistrationRequest[okrug=" + okrug + "]";
    }

    /** Refuses the request, naming every field that is at fault; {@code today} in the contest's zone. */
    void check(Intake intake, LocalDate today) {
        var errors = new FieldErrors();
        name(errors, "/candidateName", candidateName);
        name(errors, "/nominatorName", nominatorName);
        email(errors, "/candidateEmail", candidateEmail);
        email(errors, "/nominatorEmail", nominatorEmail);
        errors.require(
                SHA256.matcher(sha256).matches(),
                "/sha256",
                "SHA-256 – 64 он алтылық цифр.",
                "SHA-256 – 64 шестнадцатеричные цифры в нижнем регистре.");
        errors.require(
                bytes > 0 && bytes <= intake.maxArchiveBytes(),
                "/bytes",
                "Мұрағаттың көлемі 1-ден %d байтқа дейін болуы тиіс.".formatted(intake.maxArchiveBytes()),
                "Размер архива должен быть от 1 до %d байт.".formatted(intake.maxArchiveBytes()));
        lines(errors, "/service", service.size(), 1);
        lines(errors, "/penalties", penalties.size(), 0);
        for (var i = 0; i < service.size(); i++) {
            var term = service.get(i);
            dates(errors, "/service/" + i, "from", term.from(), "until", term.until(), today);
        }
        for (var i = 0; i < penalties.size(); i++) {
            var penalty = penalties.get(i);
            dates(errors, "/penalties/" + i, "imposed", penalty.imposed(), "lifted", penalty.lifted(), today);
        }
        errors.refuse();
    }

    /** Whether {@code registration} says the same, so that this request is one sent again. */
    boolean sameAs(Registration registration, String iinHash) {
        return registration.okrug().equals(okrug)
                && registration.candidateName().equals(candidateName)
                && registration.candidateEmail().equals(candidateEmail)
                && registration.iinHash().equals(iinHash)
                && registration.nominatorKind() == nominatorKind
                && registration.nominatorName().equals(nominatorName)
                && registration.nominatorEmail().equals(nominatorEmail)
                && registration.service().equals(service)
                && registration.penalties().equals(penalties)
                && registration.bytes() == bytes
                && registration.sha256().equals(sha256);
    }

    /** Whether the nominator is the one of {@code registration}. */
    boolean isBySameNominator(Registration registration) {
        return Nomination.same(
                nominatorKind, nominatorName, registration.nominatorKind(), registration.nominatorName());
    }

    /** The same facts and archive, brought by the nominator of {@code registration}. */
    RegistrationRequest inTheNameOf(Registration registration) {
        return new RegistrationRequest(
                okrug,
                candidateName,
                candidateEmail,
                iin,
                registration.nominatorKind(),
                registration.nominatorName(),
                registration.nominatorEmail(),
                service,
                penalties,
                bytes,
                sha256,
                correctsNominator);
    }

    private static void name(FieldErrors errors, String pointer, String name) {
        errors.require(
                !name.isBlank() && name.chars().noneMatch(Character::isISOControl),
                pointer,
                "Атауын толтырыңыз.",
                "Заполните имя или название.");
        errors.require(
                name.length() <= LONGEST_NAME,
                pointer,
                "Атауы тым ұзын: ең көбі %d таңба.".formatted(LONGEST_NAME),
                "Слишком длинно: не более %d знаков.".formatted(LONGEST_NAME));
    }

    private static void email(FieldErrors errors, String pointer, String email) {
        errors.require(
                EMAIL.matcher(email).matches(),
                pointer,
                "Электрондық пошта мекенжайын тексеріңіз.",
                "Проверьте адрес электронной почты.");
    }

    private static void lines(FieldErrors errors, String pointer, int count, int least) {
        errors.require(
                count >= least && count <= MOST_LINES,
                pointer,
                "Жазба саны %d мен %d аралығында болуы тиіс.".formatted(least, MOST_LINES),
                "Записей должно быть от %d до %d.".formatted(least, MOST_LINES));
    }

    private static void dates(
            FieldErrors errors,
            String pointer,
            String first,
            LocalDate from,
            String second,
            @Nullable LocalDate until,
            LocalDate today) {
        errors.require(
                !from.isBefore(EARLIEST) && !from.isAfter(today),
                pointer + "/" + first,
                "Мұндай күн болуы мүмкін емес.",
                "Такой даты быть не может.");
        errors.require(
                until == null || !until.isBefore(from),
                pointer + "/" + second,
                "Соңы басынан бұрын болмауы тиіс.",
                "Конец не может быть раньше начала.");
    }
}
