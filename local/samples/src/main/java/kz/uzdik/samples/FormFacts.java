package kz.uzdik.samples;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import kz.uzdik.contest.definition.DocumentForm;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.dossier.NominatorKind;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a made-up dossier say.
 *
 * @param documents the edition's items, of which some have forms
 * @param iin the candidate's
 * @param okrug KATO code
 * @param inPostSince first day in the post of akim
 * @param nominatorKind who proposes the candidate
 * @param nominatorName their name
 * @param indicatorsOf the day of the figures; null for that which the form asks for
 */
public record FormFacts(
        List<DocumentKind> documents,
        String iin,
        String okrug,
        LocalDate inPostSince,
        NominatorKind nominatorKind,
        String nominatorName,
        @Nullable LocalDate indicatorsOf) {

    private static final List<String> WORDS = List.of(
            "Жоғары, Астана, 2008",
            "Қазақ, орыс, ағылшын",
            "Жоқ",
            "«Ерен еңбегі үшін» медалі",
            "Волейбол, жастар кеңесі");

    public FormFacts {
        documents = List.copyOf(documents);
    }

    /** These facts, with figures of another day. */
    public FormFacts ofDay(LocalDate day) {
        return new FormFacts(documents, iin, okrug, inPostSince, nominatorKind, nominatorName, day);
    }

    /** Hides the IIN, as everywhere. */
    @Override
    public String toString() {
        return "FormFacts[okrug=" + okrug + "]";
    }

    /** The form of the item {@code id}, filled in for {@code candidate}. */
    byte[] workbook(String id, String language, String candidate, long seed) {
        var document = documents.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item " + id));
        var random = new Random(seed);
        return new FormWorkbook(document, language).filled(cell -> value(document, cell, language, candidate, random));
    }

    private Object value(
            DocumentKind document, DocumentForm.Cell cell, String language, String candidate, Random random) {
        return switch (cell.holds()) {
            case TEXT -> WORDS.get(random.nextInt(WORDS.size()));
            case NUMBER -> random.nextInt(900);
            case DATE -> inPostSince.plusYears(1);
            case AS_OF -> asOf(document);
            case IIN -> iin;
            case CANDIDATE_NAME -> candidate;
            case OKRUG -> okrug;
            case NOMINATOR_KIND -> nominatorKind.title().in(language);
            case NOMINATOR_NAME -> nominatorName;
            case IN_POST_SINCE -> inPostSince;
        };
    }

    private LocalDate asOf(DocumentKind document) {
        var asked = document.form() == null ? null : document.form().asOf();
        return Objects.requireNonNull(
                indicatorsOf == null ? asked : indicatorsOf, "a form with such a cell has its day");
    }
}
