package kz.uzdik.ranking;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.DossierState;
import org.jspecify.annotations.Nullable;

/**
 * Whether the materials of each oblast's candidate and the decision are where the republican commission finds them, by
 * the day on which they are due at the Agency (§18). Nothing is sent: both lie with the Agency from the start, so what is
 * checked is that they are there and whole.
 */
final class Handover {

    private static final Text NOT_ANNOUNCED = new Text(
            "Кезең қорытындысы жарияланбаған: шешім мен хаттама жоқ. Кезеңді Агенттік жариялайды.",
            "Итоги этапа не объявлены: нет решения и протокола. Этап объявляет Агентство.");
    private static final Text NOT_PUBLISHED = new Text(
            "Хаттама мен деректер мұрағаты әлі жарияланып жатыр: бір сағаттан кейін қайта қараңыз.",
            "Протокол и архив данных ещё публикуются: посмотрите снова через час.");
    private static final Text NO_ARCHIVE = new Text(
            "Үміткер құжаттарының мұрағаты жоқ: оны Агенттікке ресми поштамен жіберіңіз.",
            "Архива документов кандидата нет: направьте его в Агентство официальной почтой.");
    private static final Text NOT_CHECKED = new Text(
            "Үміткер құжаттарының мұрағаты тексерілмеген: бір сағаттан кейін қайта қараңыз, содан кейін Агенттікке"
                    + " хабарлаңыз.",
            "Архив документов кандидата не проверен: посмотрите снова через час, затем сообщите Агентству.");

    private final Works works;

    Handover(Works works) {
        this.works = works;
    }

    /** How far an oblast is. */
    enum State {
        /** The stage is announced and nobody goes on: nothing is due. */
        NOBODY,
        COMPLETE,

        /** Something is missing, and it is not due yet. */
        MISSING,

        /** Something is missing, and it is past due. */
        OVERDUE
    }

    /**
     * What one oblast hands over, of one who goes on where it is decided who does.
     *
     * @param due local time in the contest's zone
     * @param candidate who goes on; null while that is not decided, and where nobody does
     * @param missing what is missing, and how it is mended; none where nothing is
     */
    record OfOblast(
            String oblast,
            Text name,
            String stage,
            LocalDateTime due,
            State state,
            @Nullable String candidate,
            @Nullable String candidateName,
            List<Text> missing) {}

    /**
     * What is due of each oblast that takes part, in the definition's order, of each of its candidates who go on by
     * itself; nothing before the stage is open.
     */
    List<OfOblast> all() {
        var found = new ArrayList<OfOblast>();
        for (var stage : works.definition().stages()) {
            if (isHandedOver(stage) && works.facts().isOpen(stage)) {
                var holding = works.announcements().of(stage.id());
                works.definition().oblasts().stream()
                        .filter(oblast -> !works.facts()
                                .participants(stage, oblast.kato())
                                .isEmpty())
                        .forEach(oblast -> found.addAll(of(stage, oblast, holding)));
            }
        }
        return found;
    }

    /** Rated by oblast, with a republican stage after it. */
    private boolean isHandedOver(Stage stage) {
        return stage.scope() == Stage.Scope.OBLAST
                && works.definition()
                        .nextStage(stage.id())
                        .filter(next -> next.scope() == Stage.Scope.REPUBLIC)
                        .isPresent();
    }

    private List<OfOblast> of(Stage stage, Oblast oblast, Optional<Announcement> holding) {
        if (holding.isEmpty()) {
            return List.of(of(stage, oblast, null, List.of(NOT_ANNOUNCED)));
        }
        var chosen = works.facts().announced(holding.get()).chosen().stream()
                .filter(one -> one.oblast().equals(oblast.kato()))
                .map(one -> of(stage, oblast, one, missing(one, holding.get())))
                .toList();
        return chosen.isEmpty() ? List.of(of(stage, oblast, null, List.of())) : chosen;
    }

    private OfOblast of(Stage stage, Oblast oblast, @Nullable Participant chosen, List<Text> missing) {
        var due = works.definition().calendar().handoverUntil();
        return new OfOblast(
                oblast.kato(),
                oblast.name(),
                stage.id(),
                due,
                state(chosen, missing, due),
                chosen == null ? null : chosen.candidate(),
                chosen == null ? null : chosen.name(),
                missing);
    }

    private State state(@Nullable Participant chosen, List<Text> missing, LocalDateTime due) {
        if (missing.isEmpty()) {
            return chosen == null ? State.NOBODY : State.COMPLETE;
        }
        var now = LocalDateTime.ofInstant(works.now(), works.definition().zone());
        return now.isBefore(due) ? State.MISSING : State.OVERDUE;
    }

    private List<Text> missing(Participant chosen, Announcement holding) {
        var missing = new ArrayList<Text>();
        if (!works.announcements().isPublished(holding)) {
            missing.add(NOT_PUBLISHED);
        }
        missing.addAll(
                works.dossiers().of(chosen.candidate()).map(this::missing).orElse(List.of(NO_ARCHIVE)));
        return missing;
    }

    private List<Text> missing(DossierState dossier) {
        var proposal = dossier.proposal();
        if (proposal == null) {
            return List.of(dossier.uploadedAt() == null ? NO_ARCHIVE : NOT_CHECKED);
        }
        var unopened = proposal.findings().stream()
                .filter(Finding::unopened)
                .map(Finding::file)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        var there = proposal.files().stream()
                .filter(file -> !unopened.contains(file.name()))
                .map(ArchiveContents.FileFound::document)
                .filter(Objects::nonNull)
                .toList();
        var found = proposal.files().stream()
                .map(ArchiveContents.FileFound::document)
                .filter(Objects::nonNull)
                .toList();
        return works.definition().intake().documents().stream()
                .filter(item -> item.required() && !there.contains(item.id()))
                .map(item -> found.contains(item.id()) ? unopened(item) : withoutItem(item))
                .toList();
    }

    private static Text unopened(DocumentKind item) {
        return new Text(
                "Файл ашылмайды: «%s» (%s). Ашылатын көшірмесін Агенттікке ресми поштамен жіберіңіз."
                        .formatted(item.name().kk(), item.clause()),
                "Файл не открывается: «%s» (%s). Направьте в Агентство официальной почтой копию, которая открывается."
                        .formatted(item.name().ru(), item.clause()));
    }

    private static Text withoutItem(DocumentKind item) {
        return new Text(
                "Мұрағатта жоқ: «%s» (%s). Агенттікке ресми поштамен жіберіңіз."
                        .formatted(item.name().kk(), item.clause()),
                "В архиве нет: «%s» (%s). Направьте в Агентство официальной почтой."
                        .formatted(item.name().ru(), item.clause()));
    }
}
