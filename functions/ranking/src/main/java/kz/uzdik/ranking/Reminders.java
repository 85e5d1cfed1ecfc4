package kz.uzdik.ranking;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/**
 * On the last day before a deadline, reminds each secretary of what is registered but not complete: before the intake
 * closes, of what the check did not find in order and of archives that have not come; before the grace ends, of the
 * latter alone. Three days before materials and decisions are due at the Agency (§18), reminds the secretaries of each
 * oblast of what is missing. One mail for a version (an oblast) and a deadline, however often the clock beats.
 */
final class Reminders {

    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration BEFORE_HANDOVER = Duration.ofDays(3);
    private static final String KIND = "dossier-reminder";
    private static final String HANDOVER = "handover-reminder";
    private static final int MOST_LINES = 25;
    private static final Text NO_ARCHIVE =
            new Text("Құжаттар мұрағаты әлі толық жүктелген жоқ.", "Архив документов ещё не загружен полностью.");

    private final Works works;
    private final Handover handover;

    Reminders(Works works) {
        this.works = works;
        this.handover = new Handover(works);
    }

    /** Sends those that are due. */
    void send() {
        var calendar = works.definition().calendar();
        var mails = new ArrayList<OutgoingMail>();
        if (isNear(calendar.intake().closes(), BEFORE)) {
            undecided()
                    .forEach(state -> remind(state, "intake", calendar.intake().closes(), missing(state), mails));
        }
        if (isNear(calendar.uploadUntil(), BEFORE)) {
            undecided().stream()
                    .filter(state -> state.proposal() == null)
                    .forEach(state -> remind(state, "upload", calendar.uploadUntil(), missing(state), mails));
        }
        if (isNear(calendar.handoverUntil(), BEFORE_HANDOVER)) {
            handover.all().stream()
                    .filter(one -> one.state() == Handover.State.MISSING)
                    .forEach(one -> remind(one, mails));
        }
        works.outbox().putAll(mails);
    }

    /** To whoever registered a dossier that still takes part: with the decision itself missing, nobody is chosen yet. */
    private void remind(Handover.OfOblast missing, List<OutgoingMail> mails) {
        var chosen = missing.candidate();
        works.facts().participants(works.stage(missing.stage()), missing.oblast()).stream()
                .filter(one -> chosen == null || one.candidate().equals(chosen))
                .flatMap(one -> works.dossiers().of(one.candidate()).stream())
                .map(DossierState::registration)
                .collect(Collectors.toMap(
                        Registration::secretaryEmail, Registration::dossier, (one, other) -> one, TreeMap::new))
                .forEach((address, dossier) -> mails.add(new OutgoingMail(
                        HANDOVER + "/" + missing.stage() + "/" + dossier,
                        HANDOVER,
                        address,
                        Map.of(
                                "oblastKk", missing.name().kk(),
                                "oblastRu", missing.name().ru(),
                                "deadline", missing.due().toString(),
                                "missingKk", lines(missing.missing(), Text::kk),
                                "missingRu", lines(missing.missing(), Text::ru)))));
    }

    private boolean isNear(LocalDateTime deadline, Duration before) {
        var left = Duration.between(
                works.now(), deadline.atZone(works.definition().zone()).toInstant());
        return left.isPositive() && left.compareTo(before) <= 0;
    }

    private List<DossierState> undecided() {
        return works.dossiers().all(works.definition().oblasts()).stream()
                .filter(state -> state.decision().isEmpty())
                .toList();
    }

    /** What is not in order; nothing where the check proposes to admit, or has the archive and is still at it. */
    private static List<Text> missing(DossierState state) {
        var proposal = state.proposal();
        if (proposal == null) {
            return state.uploadedAt() == null ? List.of(NO_ARCHIVE) : List.of();
        }
        return proposal.findings().stream()
                .filter(finding -> !finding.met())
                .limit(MOST_LINES)
                .map(Finding::message)
                .toList();
    }

    private static void remind(
            DossierState state, String deadline, LocalDateTime at, List<Text> missing, List<OutgoingMail> mails) {
        if (missing.isEmpty()) {
            return;
        }
        var registration = state.registration();
        mails.add(new OutgoingMail(
                KIND + "/" + state.dossier() + "-" + registration.version() + "/" + deadline,
                KIND,
                registration.secretaryEmail(),
                Map.of(
                        "dossier", state.dossier(),
                        "candidateName", registration.candidateName(),
                        "deadline", at.toString(),
                        "missingKk", lines(missing, Text::kk),
                        "missingRu", lines(missing, Text::ru))));
    }

    private static String lines(List<Text> missing, Function<Text, String> language) {
        return missing.stream().map(text -> "– " + language.apply(text)).collect(Collectors.joining("\n"));
    }
}
