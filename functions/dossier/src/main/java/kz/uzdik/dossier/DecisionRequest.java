package kz.uzdik.dossier;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Attribute;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Eligibility;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a commission decided, as its secretary or chair records it.
 *
 * @param refusedFor names of rules; empty if admitted
 * @param attributes every attribute of the definition; empty if refused
 * @param note why; must be there where the check's proposal is overruled, or an appeal is decided on
 * @param number the number that the decision is to get, so that sent again it is the same one; null for the next
 * @param onAppeal number of the decision whose open appeal it answers; null where there is none
 * @param statement number of the last statement that the findings looked at were made under; null where there was none
 */
record DecisionRequest(
        boolean admitted,
        List<String> refusedFor,
        Map<String, Integer> attributes,
        String note,
        @Nullable Integer number,
        @Nullable Integer onAppeal,
        @Nullable Integer statement) {

    static final int MAX_BYTES = 16 * 1024;

    private static final int LONGEST_NOTE = 2000;
    private static final Set<String> RULES =
            Eligibility.RULES.stream().map(Rule::name).collect(Collectors.toUnmodifiableSet());

    /** Refuses the request, naming every field at fault; {@code proposal} is null where nothing was uploaded in time. */
    void check(List<Attribute> defined, @Nullable Proposal proposal) {
        var errors = new FieldErrors();
        errors.require(
                note.length() <= LONGEST_NOTE && (!note.isBlank() || !overrules(proposal)),
                "/note",
                "Автоматты ұсынысқа келіспесеңіз, себебін жазыңыз.",
                "Если решение расходится с автоматическим предложением, напишите почему.");
        errors.require(
                onAppeal == null || !note.isBlank(),
                "/note",
                "Апелляция бойынша шешімнің себебін жазыңыз.",
                "Напишите, почему апелляция решена так.");
        if (admitted) {
            errors.require(
                    refusedFor.isEmpty(),
                    "/refusedFor",
                    "Жіберілсе, бос болуы тиіс.",
                    "При допуске должно быть пусто.");
            defined.forEach(attribute -> attribute(errors, attribute));
            errors.require(
                    defined.stream()
                            .map(Attribute::id)
                            .collect(Collectors.toSet())
                            .containsAll(attributes.keySet()),
                    "/attributes",
                    "Конкурста мұндай көрсеткіш жоқ.",
                    "В конкурсе нет такого показателя.");
        } else {
            errors.require(
                    !refusedFor.isEmpty()
                            && RULES.containsAll(refusedFor)
                            && new HashSet<>(refusedFor).size() == refusedFor.size(),
                    "/refusedFor",
                    "Қай ереже бойынша жіберілмегенін көрсетіңіз.",
                    "Укажите правила, по которым отказано.");
            errors.require(
                    attributes.isEmpty(),
                    "/attributes",
                    "Жіберілмесе, бос болуы тиіс.",
                    "При отказе должно быть пусто.");
        }
        errors.refuse();
    }

    /** Whether {@code decision}, on version {@code version}, says the same, so that this request is one sent again. */
    boolean sameAs(Decision decision, int version) {
        return decision.registrationVersion() == version
                && decision.admitted() == admitted
                && decision.refusedFor().equals(refusedFor)
                && decision.attributes().equals(attributes)
                && decision.note().equals(note)
                && Objects.equals(decision.onAppeal(), onAppeal)
                && (number == null || decision.number() == number);
    }

    private void attribute(FieldErrors errors, Attribute attribute) {
        var value = attributes.get(attribute.id());
        errors.require(
                value != null && value >= attribute.min() && value <= attribute.max(),
                "/attributes/" + attribute.id(),
                "%d мен %d аралығындағы сан керек.".formatted(attribute.min(), attribute.max()),
                "Нужно число от %d до %d.".formatted(attribute.min(), attribute.max()));
    }

    /** Whether a person sees it otherwise than the check: the outcome, or a rule that the check found met. */
    boolean overrules(@Nullable Proposal proposal) {
        if (proposal == null) {
            return false;
        }
        var unmet = proposal.findings().stream()
                .filter(finding -> !finding.met())
                .map(Finding::rule)
                .collect(Collectors.toSet());
        return admitted != proposal.admit() || !unmet.containsAll(refusedFor);
    }
}
